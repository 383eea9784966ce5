// What a rotation is about, decided before the first request.
import { attempt, checkAll } from '../errors.js';
import type { RotationInputs } from '../input/rotate-inputs.js';
import { invalidInput } from '../input/scalars.js';
import { type Cloud, chooseCloud } from './cloud.js';
import { type Identifier, isObjectName, parseKeyvault } from './identifier.js';

/** An app registration, and the object of a vault that holds its credential. */
export type Rotation = SecretRotation | CertificateRotation;

/** What both kinds of rotation know. */
interface RotationBase {
	/** `graphHost` is the one that was asked for. */
	readonly cloud: Cloud;
	/** Application (client) ID, lower case. */
	readonly appId: string;
}

/** A client secret that a secret of a vault holds. */
export interface SecretRotation extends RotationBase {
	readonly kind: 'secret';
	readonly secret: Identifier;
}

/** A certificate whose key never leaves the vault. */
export interface CertificateRotation extends RotationBase {
	readonly kind: 'certificate';
	readonly certificate: Identifier<'certificates'>;
	/** Object ID of the app registration, lower case. */
	readonly appObjectId: string;
}

/**
 * The rotation that the inputs ask for.
 * @throws ActionErrors that name each input that cannot be used
 */
export function makeRotation({ cloud: inputs, graphHost, keyvault, appId, target }: RotationInputs): Rotation {
	const cloud = attempt((): Cloud => {
		const chosen = chooseCloud(inputs);
		return { ...chosen, graphHost: graphHost ?? chosen.graphHost };
	});
	const { vaultUrl, name } = checkAll({
		vaultUrl: () => parseKeyvault(keyvault, cloud()),
		name: () => checkName(target),
	});
	const object = { vaultUrl, name, version: undefined };
	const base = { cloud: cloud(), appId };
	if (target.kind === 'secret') return { ...base, kind: 'secret', secret: { ...object, collection: 'secrets' } };
	const { appObjectId } = target;
	return { ...base, kind: 'certificate', appObjectId, certificate: { ...object, collection: 'certificates' } };
}

function checkName({ kind, name }: RotationInputs['target']): string {
	if (isObjectName(name)) return name;
	const [, version] = /^[0-9a-z-]{1,127}\/([0-9a-f]{32})$/i.exec(name) ?? [];
	if (version !== undefined) {
		throw invalidInput(kind, 'names a version.', 'Write the name alone: a rotation makes the next version.');
	}
	throw invalidInput(
		kind,
		'is not a name that Key Vault allows.',
		'Expected letters, digits and hyphens: the name alone, without a version or the address of the vault.',
	);
}
