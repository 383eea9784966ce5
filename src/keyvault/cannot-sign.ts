// Why the key of a certificate cannot sign an assertion, as far as the certificate shows it.
import { ActionError } from '../errors.js';
import { type Identifier, vaultHost } from '../plan/identifier.js';
import type { Attributes } from './bundles.js';
import { describeIdentifier } from './vault-error.js';

/** What decides whether a certificate's key can sign. */
export interface SigningFacts {
	readonly item: Identifier;
	/** As Node names it; undefined where it knows no such kind. */
	readonly keyType: string | undefined;
	readonly enabled: boolean;
	/** As the policy lists them; undefined where they are not known. */
	readonly keyUsage: readonly unknown[] | undefined;
	readonly life: Attributes;
}

/** @throws ActionError that says why the key cannot sign now, and what to do about it */
export function checkCanSign(facts: SigningFacts, nowMs: number): void {
	const reason = findReason(facts, nowMs / 1000);
	if (reason === undefined) return;
	const { title, problem, hint } = reason;
	throw new ActionError({
		code: 'CERTIFICATE_CANNOT_SIGN',
		title: `${vaultHost(facts.item.vaultUrl)}: ${title}`,
		subject: describeIdentifier(facts.item),
		problem,
		hint,
	});
}

interface Reason {
	readonly title: string;
	readonly problem: string;
	readonly hint: string;
}

function findReason({ keyType, enabled, keyUsage, life }: SigningFacts, nowSeconds: number): Reason | undefined {
	const { notBefore, expires } = life;
	if (keyType !== 'rsa') return NOT_RSA;
	if (!enabled) return DISABLED;
	if (keyUsage !== undefined && !keyUsage.includes('digitalSignature')) return NO_SIGNATURE;
	if (expires !== undefined && expires <= nowSeconds) return expired(expires);
	return notBefore !== undefined && notBefore > nowSeconds ? notYetValid(notBefore) : undefined;
}

const NOT_RSA: Reason = {
	title: 'not an RSA key',
	problem: 'has a key that is not RSA, and Microsoft Entra ID accepts no other kind from an application.',
	hint: 'Issue a new version of the certificate with the key type RSA or RSA-HSM.',
};

const DISABLED: Reason = {
	title: 'disabled',
	problem: 'it is disabled.',
	hint: 'Enable this version in the vault, or name another one: NAME/VERSION.',
};

const NO_SIGNATURE: Reason = {
	title: 'not a signing key',
	problem: 'has a key that is not allowed to sign: the key usages of its policy lack "digitalSignature".',
	hint: 'Issue a new version of the certificate with that key usage, which the default policy has.',
};

function expired(expires: number): Reason {
	return {
		title: 'expired',
		problem: `expired on ${formatSeconds(expires)}.`,
		hint: 'Renew it in the vault, and upload the public part of the new version to the application.',
	};
}

function notYetValid(notBefore: number): Reason {
	return {
		title: 'not valid yet',
		problem: `is valid from ${formatSeconds(notBefore)}, which is in the future.`,
		hint: "Name an earlier version, NAME/VERSION, or check the runner's clock.",
	};
}

function formatSeconds(seconds: number): string {
	return new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');
}
