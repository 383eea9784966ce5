// Items in the lists of a large tenant and of its vaults, made up from a number.
import { createHash } from 'node:crypto';

/** A list of a vault. */
export type Collection = 'secrets' | 'certificates' | 'keys';

const START_SECONDS = Date.UTC(2026, 0, 1) / 1000;
const DAY_SECONDS = 24 * 60 * 60;

/** Every tenth certificate of a vault is that of an application. */
export const USED = 10;

function secretsOf(objects: number): number {
	return Math.floor(objects / 2);
}

/** How many certificates so many objects have among them. */
export function certificatesOf(objects: number): number {
	return Math.floor((objects * 3) / 10);
}

/** How many a list shows: a certificate is listed as a secret and as a key as well. */
export function totalOf(collection: Collection, objects: number): number {
	const [secrets, certificates] = [secretsOf(objects), certificatesOf(objects)];
	return { secrets: secrets + certificates, certificates, keys: objects - secrets }[collection];
}

/** An item of a list. */
export function itemOf(
	collection: Collection,
	host: string,
	{ vault, index, objects }: { readonly vault: number; readonly index: number; readonly objects: number },
): object {
	if (collection === 'certificates') return certificate(host, vault, index, false);
	const own = collection === 'secrets' ? secretsOf(objects) : totalOf('keys', objects) - certificatesOf(objects);
	const isManaged = index >= own;
	const name = isManaged ? `certificate-${index - own}` : `${collection.slice(0, -1)}-${index}`;
	const id = `https://${host}/${collection}/${name}`;
	// There are many tags that mean nothing, as in real vaults.
	const tags = Object.fromEntries(
		Array.from({ length: 10 }, (_, tag) => [`tag-${tag}`, 'some text that nobody reads '.repeat(4)]),
	);
	return {
		...(collection === 'keys' ? { kid: id } : { id, contentType: 'text/plain' }),
		...(isManaged && { managed: true }),
		attributes: { enabled: index % 17 !== 0, exp: secondsOf(index), created: START_SECONDS, updated: START_SECONDS },
		tags,
	};
}

/** A certificate in a list of all, or of its versions. */
export function certificate(host: string, vault: number, index: number, isVersion: boolean): object {
	const version = isVersion ? `/${createHash('md5').update(`${vault} ${index}`).digest('hex')}` : '';
	return {
		id: `https://${host}/certificates/certificate-${index}${version}`,
		x5t: Buffer.from(thumbprint(vault, index), 'base64').toString('base64url'),
		attributes: { enabled: true, exp: secondsOf(index), created: START_SECONDS, updated: START_SECONDS },
		subject: '',
	};
}

/** An enterprise application with a SAML signing certificate, or a managed identity. */
export function principal(index: number): object {
	return {
		id: guid('e', index),
		appId: guid('b', index),
		displayName: `application ${index}`,
		servicePrincipalType: index % 5 === 0 ? 'ManagedIdentity' : 'Application',
		passwordCredentials: [],
		keyCredentials: [
			{
				keyId: guid('f', index),
				usage: 'Sign',
				customKeyIdentifier: thumbprint(-1, index),
				endDateTime: formatDate(index),
			},
			{
				keyId: guid('9', index),
				usage: 'Verify',
				customKeyIdentifier: thumbprint(-1, index),
				endDateTime: formatDate(index),
			},
		],
	};
}

/** SHA-1 in base64. */
export function thumbprint(vault: number, index: number): string {
	return createHash('sha1').update(`${vault} ${index}`).digest('base64');
}

function secondsOf(index: number): number {
	return START_SECONDS + ((index * 7) % 900) * DAY_SECONDS;
}

/** When the item of a number ends, as Graph writes it. */
export function formatDate(index: number): string {
	return new Date(secondsOf(index) * 1000).toISOString().replace('.000Z', 'Z');
}

/** An ID of a kind. */
export function guid(digit: string, index: number): string {
	return `${digit.repeat(8)}-0000-4000-8000-${`${index}`.padStart(12, '0')}`;
}
