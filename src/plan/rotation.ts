// What a rotation is about, decided before the first request.
import { attempt, checkAll } from '../errors.js';
import type { RotationInputs } from '../input/rotate-inputs.js';
import { invalidInput } from '../input/scalars.js';
import { type Cloud, chooseCloud } from './cloud.js';
import { type Identifier, isObjectName, parseKeyvault } from './identifier.js';

/** An app registration, and the secret of a vault that holds its client secret. */
export interface Rotation {
	/** `graphHost` is the one that was asked for. */
	readonly cloud: Cloud;
	readonly secret: Identifier;
	/** Application (client) ID, lower case. */
	readonly appId: string;
}

/**
 * The rotation that the inputs ask for.
 * @throws ActionErrors that name each input that cannot be used
 */
export function makeRotation({ cloud: inputs, graphHost, keyvault, secret, appId }: RotationInputs): Rotation {
	const cloud = attempt((): Cloud => {
		const chosen = chooseCloud(inputs);
		return { ...chosen, graphHost: graphHost ?? chosen.graphHost };
	});
	const { vaultUrl, name } = checkAll({
		vaultUrl: () => parseKeyvault(keyvault, cloud()),
		name: () => checkName(secret),
	});
	return { cloud: cloud(), secret: { vaultUrl, collection: 'secrets', name, version: undefined }, appId };
}

function checkName(name: string): string {
	if (isObjectName(name)) return name;
	throw invalidInput(
		'secret',
		'is not a name that Key Vault allows.',
		'Expected letters, digits and hyphens: the name alone, without a version or the address of the vault.',
	);
}
