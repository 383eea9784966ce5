// One row in words: what it is, how long it still lasts, and where the portal shows it.
import { DAY_MS, formatInstant } from '../time.js';
import type { EntryKind, ExpiryEntry, ExpiryRow, RowOwner } from './expiry-row.js';
import { toPlainName } from './shown-text.js';

/** Name that people use. */
export const KIND_NAMES: Readonly<Record<EntryKind, string>> = {
	secret: 'secret',
	certificate: 'certificate',
	key: 'key',
	password: 'client secret',
	'key-credential': 'certificate',
};

const ASSET_TYPES = { secrets: 'Secret', certificates: 'Certificate', keys: 'Key' } as const;

/** Returns what it is and where, as a part of a sentence without Markdown. */
export function describeSubject({ entry, owner }: ExpiryRow): string {
	const kind = KIND_NAMES[entry.kind];
	switch (owner.kind) {
		case 'vault':
			return `${kind} ${owner.objectName} in ${owner.host}`;
		case 'app-registration':
			return `${kind} "${toPlainName(credentialName(entry))}" of application "${toPlainName(owner.displayName)}"`;
		case 'enterprise-application':
			return `${kind} "${toPlainName(credentialName(entry))}" of enterprise application "${toPlainName(owner.displayName)}"`;
	}
}

/** Returns the display name of a credential or, if it has none, the beginning of its key ID. Anybody may have chosen it. */
export function credentialName({ name, keyId }: ExpiryEntry): string {
	if (name !== '') return name;
	return keyId.length > 8 ? `${keyId.slice(0, 8)}…` : keyId;
}

/** Returns the vault's name, as people say it, of its host. */
export function vaultNameOf(host: string): string {
	const [label = ''] = host.split('.');
	return label;
}

/** Returns how long it still lasts or has ended for, rounded down to days, then months, then years. */
export function describeTimeLeft(endMs: number, nowMs: number): string {
	const left = endMs - nowMs;
	return left > 0 ? `in ${describeSpan(left)}` : `${describeSpan(-left)} ago`;
}

const YEAR_DAYS = 365.25;

function describeSpan(ms: number): string {
	const days = Math.floor(ms / DAY_MS);
	if (days === 0) return 'less than a day';
	if (days === 1) return '1 day';
	if (days < 100) return `${days} days`;
	// The divisors are the average lengths of the calendar's months and years. Less than two years is said in months.
	return days < 2 * YEAR_DAYS ? `${Math.floor(days / 30.44)} months` : `${Math.floor(days / YEAR_DAYS)} years`;
}

/** Returns the day of its end, `YYYY-MM-DD` in UTC. */
export function formatDay(ms: number): string {
	return formatInstant(Math.floor(ms / 1000)).slice(0, 10);
}

/**
 * Returns the address at which the portal shows it; undefined if a part of the address is missing. Assets and blades as
 * in the deep links of github.com/Azure/portaldocs.
 */
export function portalLink(portal: string, owner: RowOwner): string | undefined {
	switch (owner.kind) {
		case 'vault': {
			const type = ASSET_TYPES[owner.collection];
			const identifier = `https://${owner.host}/${owner.collection}/${toPathPart(owner.objectName)}`;
			return `${portal}/#asset/Microsoft_Azure_KeyVault/${type}/${identifier}`;
		}
		case 'app-registration':
			return owner.appId === '' ? undefined : registrationLink(portal, owner.appId);
		case 'enterprise-application':
			return owner.appId === '' || owner.objectId === ''
				? undefined
				: `${portal}/#view/Microsoft_AAD_IAM/ManagedAppMenuBlade/~/Overview/objectId/${toPathPart(owner.objectId)}/appId/${toPathPart(owner.appId)}`;
	}
}

/** Returns the address at which the portal shows the credentials of an app registration. */
export function registrationLink(portal: string, appId: string): string {
	return `${portal}/#view/Microsoft_AAD_RegisteredApps/ApplicationMenuBlade/~/Credentials/appId/${toPathPart(appId)}`;
}

// Markdown ends an address at a bracket.
function toPathPart(text: string): string {
	return encodeURIComponent(text).replace(/[!'()*~]/g, (char) => `%${char.charCodeAt(0).toString(16)}`);
}
