// The inputs that say which cloud, public or private.
import { checkAll } from '../errors.js';
import type { StepInputs } from '../ports.js';
import { invalidInput, readText } from './scalars.js';

/** Inputs that choose the cloud; each value is checked by itself. */
export interface CloudInputs {
	readonly cloud: string | undefined;
	/** An https origin. */
	readonly authorityHost: string | undefined;
	/** A DNS name, lower case. */
	readonly vaultSuffix: string | undefined;
	/** Audience of the ID token of GitHub. */
	readonly oidcAudience: string | undefined;
}

/** A DNS name of one or more labels (RFC 1123 section 2.1). */
export const DNS_NAME = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*$/i;

/**
 * Reads each of these inputs once.
 * @throws ActionErrors that name each input that is not what it should be
 */
export function readCloudInputs(inputs: StepInputs): CloudInputs {
	return checkAll<CloudInputs>({
		cloud: () => readText(inputs, 'cloud'),
		authorityHost: () => readAuthorityHost(inputs),
		vaultSuffix: () => readVaultSuffix(inputs),
		oidcAudience: () => readText(inputs, 'oidc-audience'),
	});
}

function readAuthorityHost(inputs: StepInputs): string | undefined {
	const text = readText(inputs, 'authority-host');
	if (text === undefined) return undefined;
	const origin = parseHttpsOrigin(text);
	if (origin === undefined) {
		throw invalidInput('authority-host', 'the value is not an https origin.', 'Expected https://HOST, without a path.');
	}
	return origin;
}

function readVaultSuffix(inputs: StepInputs): string | undefined {
	const text = readText(inputs, 'vault-suffix');
	if (text === undefined) return undefined;
	const suffix = text.replace(/^\./, '').toLowerCase();
	// A name whose last label is a number would be read as an IPv4 address (WHATWG URL section 3.5).
	if (!DNS_NAME.test(suffix) || !URL.canParse(`https://vault.${suffix}`)) {
		throw invalidInput('vault-suffix', 'the value is not a DNS suffix.', 'Expected a name such as vault.azure.net.');
	}
	return suffix;
}

/** Returns the https origin that is to stand in for Microsoft Graph's; undefined if the cloud's own is meant. @throws ActionError if it is none */
export function readGraphHost(inputs: StepInputs): string | undefined {
	const text = readText(inputs, 'graph-host');
	if (text === undefined) return undefined;
	const origin = parseHttpsOrigin(text);
	if (origin !== undefined) return origin;
	throw invalidInput('graph-host', 'the value is not an https origin.', 'Expected https://HOST, without a path.');
}

/** The longest name that a host may have (RFC 1035 section 2.3.4). */
const MAX_HOST_LENGTH = 253;

/** Returns `https://HOST[:PORT]` in its normal form; undefined if the text is anything else or holds more. */
export function parseHttpsOrigin(text: string): string | undefined {
	if (!/^https:\/\/[^/?#@\\\s]+\/?$/i.test(text) || !URL.canParse(text)) return undefined;
	const { origin, hostname } = new URL(text);
	return hostname.length > MAX_HOST_LENGTH ? undefined : origin;
}
