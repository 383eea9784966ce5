// Targets that a line writes, for each kind: how it is compared with what the vault holds, and the request that writes it.
import type { Tag } from '../input/modifiers.js';
import type { VaultAccess } from '../keyvault/ask-vault.js';
import { importRequest } from '../keyvault/change-requests.js';
import {
	type CurrentCertificate,
	type CurrentSecret,
	type CurrentVersion,
	readCurrentCertificate,
	readCurrentSecret,
} from '../keyvault/current-version.js';
import { setSecretRequest } from '../keyvault/stored-version.js';
import type { VaultOperation } from '../keyvault/vault-response-error.js';
import type { Identifier } from '../plan/identifier.js';
import type { HttpRequest } from '../ports.js';
import type { SecretText } from '../secret-text.js';
import { DAY_SECONDS } from '../time.js';
import type { Content } from './read-content.js';

/** Reasons to write a new version. */
export type Difference =
	| 'new'
	| 'made'
	| 'disabled'
	| 'value'
	| 'certificate'
	| 'type'
	| 'end'
	| 'tags'
	| 'not-exportable';

/** The version that a line writes. `C` is what the vault holds before. */
export interface WriteTarget<C extends CurrentVersion = CurrentVersion> {
	readonly object: Identifier;
	/** Name, among a vault's permissions, of the request that writes. */
	readonly operation: VaultOperation;
	/** Whether the value exists in this run alone. */
	readonly isMade: boolean;
	/** End of the new version, in seconds since 1970; undefined for none. */
	readonly expires: number | undefined;
	/** Returns the current version; undefined if the vault has no such object. */
	read(access: VaultAccess): Promise<C | undefined>;
	/** As `read`, with all that tells whether the version is what this line has written. */
	look(access: VaultAccess): Promise<C | undefined>;
	/** Returns in what the current version differs from the line; nothing if it needs no new one. */
	compare(current: C | undefined): readonly Difference[];
	/** Whether the version holds what the line writes. */
	holds(current: C): boolean;
	/** Returns the tags of the new version: those of the current one, and the line's own. */
	tags(current: C | undefined): Readonly<Record<string, string>>;
	/** Returns the request that makes a new version after the current one. */
	request(current: C | undefined, token: SecretText): HttpRequest;
}

type Of<K extends Content['kind']> = Extract<Content, { kind: K }>;

/** Returns what a line of secrets writes. */
export function secretTarget(
	{ line, modifiers, value, isMade }: Of<'secret'>,
	vaultUrl: string,
	nowMs: number,
): WriteTarget<CurrentSecret> {
	const object: Identifier = { vaultUrl, collection: 'secrets', name: line.name, version: undefined };
	const { expiresDays, type, tags } = modifiers;
	const expires = expiresDays === undefined ? undefined : Math.floor(nowMs / 1000) + expiresDays * DAY_SECONDS;
	const isEqual = (current: CurrentSecret): boolean => current.value?.reveal() === value.reveal();
	return {
		object,
		operation: 'set',
		isMade,
		expires,
		// A value that is made is compared with nothing.
		read: (access) => readCurrentSecret(object, access, { withValue: !isMade }),
		look: (access) => readCurrentSecret(object, access, { withValue: true }),
		compare: (current) => {
			if (current === undefined) return ['new'];
			if (isMade) return ['made'];
			if (!current.enabled) return ['disabled'];
			const isSameEnd =
				expires === undefined || (current.expires !== undefined && Math.abs(current.expires - expires) <= DAY_SECONDS);
			return [
				...(isEqual(current) ? [] : ['value' as const]),
				...(type === undefined || type === current.contentType ? [] : ['type' as const]),
				...(isSameEnd ? [] : ['end' as const]),
				...differingTags(tags, current),
			];
		},
		holds: isEqual,
		tags: (current) => mergeTags(tags, current),
		request: (current, token) => {
			const contentType = type ?? current?.contentType ?? '';
			return setSecretRequest(object, { value, expires, contentType, tags: mergeTags(tags, current) }, token);
		},
	};
}

/** Returns what a line of certificates writes. */
export function certificateTarget(
	{ line, modifiers, certificate }: Of<'certificate'>,
	vaultUrl: string,
): WriteTarget<CurrentCertificate> {
	const object: Identifier = { vaultUrl, collection: 'certificates', name: line.name, version: undefined };
	const { tags, notExportable } = modifiers;
	const read = (access: VaultAccess) => readCurrentCertificate(object, access);
	const isEqual = (current: CurrentCertificate): boolean => current.thumbprint === certificate.thumbprint;
	return {
		object,
		operation: 'import',
		isMade: false,
		expires: certificate.expires,
		read,
		look: read,
		compare: (current) => {
			if (current === undefined) return ['new'];
			if (!current.enabled) return ['disabled'];
			return [
				...(isEqual(current) ? [] : ['certificate' as const]),
				...(notExportable && current.exportable ? ['not-exportable' as const] : []),
				...differingTags(tags, current),
			];
		},
		holds: isEqual,
		tags: (current) => mergeTags(tags, current),
		request: (current, token) => {
			const contentType = current?.form ?? certificate.form;
			// A key was taken out of reach on purpose: a renewal does not bring it back.
			const exportable = !notExportable && (current?.exportable ?? true);
			const { key } = certificate;
			const parts = { ...certificate.write(contentType), contentType, exportable, key, tags: mergeTags(tags, current) };
			return importRequest(object, parts, token);
		},
	};
}

function differingTags(tags: readonly Tag[], current: CurrentVersion): readonly Difference[] {
	return tags.every(({ key, value }) => current.tags.get(key) === value) ? [] : ['tags'];
}

function mergeTags(tags: readonly Tag[], current: CurrentVersion | undefined): Readonly<Record<string, string>> {
	return Object.fromEntries([...(current?.tags ?? []), ...tags.map(({ key, value }) => [key, value] as const)]);
}
