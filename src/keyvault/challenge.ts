// The challenge of a vault's 401 answer: https://learn.microsoft.com/azure/key-vault/general/authentication-requests-and-responses
import type { HttpResponse } from '../ports.js';

/** The tenant (GUID or domain) that the vault trusts; undefined where the challenge names none. */
export function tenantOfChallenge(response: HttpResponse): string | undefined {
	return AUTHORIZATION.exec(response.headers['www-authenticate'] ?? '')?.[1];
}

/** An https address; the tenant is the first part of its path. */
const AUTHORIZATION = /\bauthorization(?:_uri)?="https:\/\/[^/"]+\/([0-9a-z][0-9a-z.-]{0,99})["/]/i;
