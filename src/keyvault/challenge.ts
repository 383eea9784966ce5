// The challenge of a vault's 401 answer: https://learn.microsoft.com/azure/key-vault/general/authentication-requests-and-responses
import type { HttpResponse } from '../ports.js';

/** The tenant (GUID or domain) that the vault trusts; undefined where the challenge names none. */
export function tenantOfChallenge(response: HttpResponse): string | undefined {
	const header = response.headers['www-authenticate'] ?? '';
	const [, url = ''] = /\bauthorization(?:_uri)?="([^"]*)"/.exec(header) ?? [];
	const [, tenant] = /^https:\/\/[^/]+\/([0-9a-z][0-9a-z.-]{0,99})(?:\/|$)/i.exec(url) ?? [];
	return tenant;
}
