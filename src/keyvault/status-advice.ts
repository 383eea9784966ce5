// Advice about an answer of a vault without a known code, by its status. For 401, why the vault does not accept
// the token, by the number in its answer.
// https://learn.microsoft.com/azure/key-vault/general/rest-error-codes#http-401-unauthenticated-request
import type { Advise, RefusedRequest, VaultAdvice, VaultRefusal } from './vault-response-error.js';

const unauthorizedAdvice: Advise = (refusal, request) => {
	const known = refusal.akvCode === undefined ? undefined : AKV_CODES.get(refusal.akvCode);
	const { meaning, hint } = (known ?? byFacts)(refusal, request);
	return { code: 'VAULT_UNAUTHORIZED', title: 'token not accepted', meaning, hint };
};

type Explain = (refusal: VaultRefusal, request: RefusedRequest) => Pick<VaultAdvice, 'meaning' | 'hint'>;

const missing: Explain = () => ({
	meaning: 'the request reached the vault without its token',
	hint: 'A proxy on the way removed the Authorization header: let the runner reach the vault without it (NO_PROXY).',
});

const otherAudience: Explain = ({ foundAudience }, { caller }) => {
	const found = foundAudience ?? caller?.audience ?? 'another audience';
	const resource = caller?.resource ?? 'https://vault.azure.net';
	const own = `Get the token with "az account get-access-token --resource ${resource}", without a slash at its end, and set access-token to it.`;
	return {
		meaning: `the token is for ${found}, and vaults of this cloud accept those for ${resource}`,
		hint: isGiven(caller?.method) ? own : 'Set cloud to that of the vault.',
	};
};

const otherTenant: Explain = (refusal, { signedIn, challenged, caller }) => {
	const vaults = refusal.expectedTenant ?? challenged;
	const tokens = refusal.foundTenant ?? signedIn;
	const tenant = vaults ?? 'see its overview in the portal';
	return {
		meaning: `the vault trusts ${vaults === undefined ? 'another tenant' : `tenant ${vaults}`}, and the sign-in was in ${tokens === undefined ? 'another one' : `tenant ${tokens}`}`,
		hint: HINTS_OF_TENANT[caller?.method ?? '']?.(tenant) ?? ofTenant(tenant),
	};
};

const ofTenant = (tenant: string): string =>
	`Set tenant-id to the tenant of the vault (${tenant}), and client-id to an application of that tenant.`;

const HINTS_OF_TENANT: Readonly<Record<string, (tenant: string) => string>> = {
	'access-token': (tenant) =>
		`Get the token in the tenant of the vault: az account get-access-token --tenant ${tenant}.`,
	'azure-cli': (tenant) => `Set tenant-id to the tenant of the vault (${tenant}), and sign in to it with Azure/login.`,
	'managed-identity': () =>
		'The identity of a machine has a token of its own tenant only: use a vault of that tenant, or sign in another way.',
};

const byFacts: Explain = (refusal, request) => {
	const { signedIn, challenged, caller } = request;
	if (refusal.demandsClaims) {
		return {
			meaning: 'the vault requires a newer sign-in than that of the token',
			hint: 'A policy (Conditional Access) changed, or the sign-in was revoked: sign in again, and run the job from its start.',
		};
	}
	// Two GUIDs can be compared; a domain name may be of the same tenant.
	if (isGuid(signedIn) && isGuid(challenged) && signedIn.toLowerCase() !== challenged.toLowerCase())
		return otherTenant(refusal, request);
	if (isGiven(caller?.method)) {
		return {
			meaning: 'the vault does not accept the token',
			hint: 'It may have expired, or be for another audience: get it in the same job, right before this step.',
		};
	}
	const isOnly = caller?.method === 'azure-cli' || caller?.method === 'device-code';
	return {
		meaning: `the vault does not accept the token${isOnly ? '' : ', nor a second one'}`,
		hint: "Compare cloud and tenant-id with those of the vault, and check the runner's clock.",
	};
};

/** Explanations of the numbers after which a vault gives its reason. */
export const AKV_CODES: ReadonlyMap<string, Explain> = new Map([
	['AKV10000', missing],
	['AKV10001', byFacts],
	['AKV10022', otherAudience],
	['AKV10032', otherTenant],
]);

const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function isGuid(text: string | undefined): text is string {
	return text !== undefined && GUID.test(text);
}

// A token that the workflow got elsewhere.
function isGiven(method: string | undefined): boolean {
	return method === 'access-token';
}

function byStatus(status: number): VaultAdvice {
	if (status >= 300 && status < 400) {
		return {
			code: 'VAULT_REDIRECT',
			title: 'redirect',
			meaning: 'the answer is a redirect, which is never followed',
			hint: 'Key Vault does not answer like this: check for a proxy on the way.',
		};
	}
	if (status === 408 || status === 429 || status >= 500) {
		return {
			code: 'VAULT_UNAVAILABLE',
			title: 'failing',
			meaning: 'the vault is busy or failing',
			hint: 'Run the job again later; see https://azure.status.microsoft.',
		};
	}
	return {
		code: 'VAULT_REFUSED',
		title: 'request refused',
		meaning: 'the vault refused the request',
		hint: 'Check for a proxy on the way, and look at the log of the vault.',
	};
}

/** The advice for an answer of this status. */
export const statusAdvice: Advise = (refusal, request) =>
	refusal.status === 401 ? unauthorizedAdvice(refusal, request) : byStatus(refusal.status);
