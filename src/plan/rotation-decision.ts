// The subject of a rotation, whether a client secret is renewed, and which of the application's passwords are not needed
// any more: pure functions.
import { attempt, checkAll } from '../errors.js';
import type { RotationInputs, RotationOptions } from '../input/rotate-inputs.js';
import { invalidInput } from '../input/scalars.js';
import { GUID } from '../input/sign-in-inputs.js';
import { DAY_SECONDS } from '../time.js';
import { type Cloud, chooseCloud } from './cloud.js';
import { type Identifier, isObjectName, parseKeyvault } from './identifier.js';
import { findPrevious, isOwnPassword, type PreviousPassword } from './own-password.js';

/** An app registration, and the object of a vault that holds its credential. */
export type Rotation = SecretRotation | CertificateRotation;

/** Facts that both kinds of rotation know. */
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
		throw invalidInput(kind, 'the value names a version.', 'Write the name alone: a rotation makes the next version.');
	}
	throw invalidInput(
		kind,
		'the value is not a name that Key Vault allows.',
		'Expected letters, digits and hyphens: the name alone, without a version or the address of the vault.',
	);
}

/** The vault's current version, without the rest of its value. */
export interface StoredVersion {
	/** 32 hex digits. */
	readonly version: string;
	/** In seconds since 1970; undefined if there is none. */
	readonly expires: number | undefined;
	readonly contentType: string;
	readonly tags: Readonly<Record<string, string>>;
	/** The first three characters of its value, as Graph gives those of a password. Never shown. */
	readonly hint: string;
}

/** A password of the application, without its value. Instants in seconds since 1970; undefined if there is none. */
export interface AppPassword {
	/** A GUID, lower case. */
	readonly keyId: string;
	/** As whoever made it wrote it: hostile until it is cleaned. */
	readonly displayName: string | undefined;
	readonly starts: number | undefined;
	readonly expires: number | undefined;
	/** The first three characters of its value; undefined if Graph does not say. */
	readonly hint: string | undefined;
}

/** Reason why a new secret is made. */
export type DueReason = 'missing' | 'no-credential-id' | 'no-expiry' | 'expired' | 'expiring' | 'forced';

/** The decision. */
export type Decision =
	/** Another run is in progress: it has made a password that the vault does not name yet. */
	| { readonly kind: 'busy'; readonly keyId: string; readonly freeFrom: number }
	| {
			readonly kind: 'rotate';
			readonly reason: DueReason;
			/** The password that the vault holds now, and that stays beside the new one. */
			readonly previous: PreviousPassword;
			/** Own passwords that are removed once the new one is stored. */
			readonly outdated: readonly AppPassword[];
	  }
	| {
			readonly kind: 'keep';
			/** Key ID of a password that another run is in progress on: then none is outdated yet. */
			readonly atWorkId: string | undefined;
			readonly outdated: readonly AppPassword[];
	  };

/** Facts that the decision rests on. */
export interface RotationFacts {
	readonly secret: Identifier;
	/** Undefined if the vault has no such secret. */
	readonly stored: StoredVersion | undefined;
	readonly passwords: readonly AppPassword[];
	readonly nowSeconds: number;
	readonly options: RotationOptions;
}

/** Tags of a version: the password's key ID, that of the one before, and its life in days. */
export const CREDENTIAL_ID = 'CredentialId';
export const PREVIOUS_CREDENTIAL_ID = 'PreviousCredentialId';
export const VALIDITY_PERIOD_DAYS = 'ValidityPeriodDays';

/** A run lasts 4 minutes at most, so that a password that is older than this has been left behind. */
export const AT_WORK_SECONDS = 15 * 60;

/** Decision about this secret. */
export function decideRotation(facts: RotationFacts): Decision {
	const { secret, stored, passwords, nowSeconds } = facts;
	const own = passwords.filter(({ displayName }) => isOwnPassword(displayName, secret));
	const currentId = credentialIdOf(stored, CREDENTIAL_ID);
	const named = [currentId, credentialIdOf(stored, PREVIOUS_CREDENTIAL_ID)];
	const unnamed = own.filter(({ keyId }) => !named.includes(keyId));
	const namedId = passwords.some(({ keyId }) => keyId === currentId) ? currentId : undefined;
	const previous = findPrevious(own, { namedId, hint: stored?.hint });
	const atWork = unnamed.find(({ starts }) => startOf(starts) > nowSeconds - AT_WORK_SECONDS);
	const reason = dueReason(facts);
	if (reason === undefined) {
		const outdated = atWork === undefined ? unnamed.filter(({ keyId }) => !previous.stay.includes(keyId)) : [];
		return { kind: 'keep', atWorkId: atWork?.keyId, outdated };
	}
	if (atWork !== undefined) {
		return { kind: 'busy', keyId: atWork.keyId, freeFrom: startOf(atWork.starts) + AT_WORK_SECONDS };
	}
	const outdated = own.filter(({ keyId }) => !previous.stay.includes(keyId));
	return { kind: 'rotate', reason, previous, outdated };
}

// A password without a start date cannot have been made just now.
function startOf(starts: number | undefined): number {
	return starts ?? Number.NEGATIVE_INFINITY;
}

/** Returns why a new secret is due; undefined if none is. */
function dueReason({ stored, nowSeconds, options }: RotationFacts): DueReason | undefined {
	if (stored === undefined) return 'missing';
	if (credentialIdOf(stored, CREDENTIAL_ID) === undefined) return 'no-credential-id';
	if (stored.expires === undefined) return 'no-expiry';
	if (stored.expires <= nowSeconds) return 'expired';
	if (stored.expires - nowSeconds <= options.renewBeforeDays * DAY_SECONDS) return 'expiring';
	return options.force ? 'forced' : undefined;
}

/** An object with tags. */
export type Tagged = Pick<StoredVersion, 'tags'>;

/** The key ID that a tag of the version holds, lower case; undefined if it holds none. */
export function credentialIdOf(stored: Tagged | undefined, tag: string): string | undefined {
	const tags = Object.entries(stored?.tags ?? {}).filter(([name]) => isSameTag(name, tag));
	const texts = tags.sort(([name]) => (name === tag ? -1 : 1)).map(([, text]) => text.trim());
	return texts.find((text) => GUID.test(text))?.toLowerCase();
}

/** Whether two names of tags are the same. Tools that manage tags change their case. */
export function isSameTag(one: string, other: string): boolean {
	return one.toLowerCase() === other.toLowerCase();
}
