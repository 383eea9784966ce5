// The REST endpoint of Exchange Online that its PowerShell module talks to, as far as a token decides what comes of it.
import type { Directory, IssuedToken } from './directory.js';
import { type Answer, jsonAnswer, type ReceivedRequest } from './exchange.js';

const AUDIENCE = 'https://outlook.office365.com';
const PERMISSION = 'Exchange.ManageAsApp';

/** Cmdlets that change nothing. */
const READS = /^Get-/;

/**
 * Answers `POST /adminapi/beta/{organization}/InvokeCommand`. The organization is the tenant's initial domain; with the
 * tenant's ID, reading works and writing does not.
 */
export function serveExchangeOnline(directory: Directory, { method, path, headers, body }: ReceivedRequest): Answer {
	const [, organization] = /^\/adminapi\/beta\/([^/]+)\/InvokeCommand$/.exec(path) ?? [];
	if (organization === undefined || method !== 'POST') return refuse(404, 'NotFound', 'No such resource.');
	const [, text] = /^Bearer (\S+)$/.exec(headers['authorization'] ?? '') ?? [];
	const token = text === undefined ? undefined : directory.findToken(text);
	if (token === undefined || token.expiresOnMs <= directory.nowMs() || token.audience !== AUDIENCE)
		return refuse(401, 'Unauthorized', 'The token is not one for this service.');
	if (!token.roles.includes(PERMISSION)) return refuse(403, 'Forbidden', `The token has no ${PERMISSION}.`);
	return invoke(directory, token, { organization, cmdlet: cmdletOf(body) });
}

interface Invocation {
	readonly organization: string;
	readonly cmdlet: string;
}

function invoke(directory: Directory, { tenantId }: IssuedToken, { organization, cmdlet }: Invocation): Answer {
	const [initialDomain] = directory.findTenant(tenantId)?.domains ?? [];
	const isTenantId = organization.toLowerCase() === tenantId;
	if (organization.toLowerCase() !== initialDomain && !isTenantId) return refuse(401, 'Unauthorized', 'UnAuthorized');
	if (isTenantId && !READS.test(cmdlet))
		return refuse(403, 'Forbidden', `The operation doesn't have write permission to target DC.`);
	return jsonAnswer(200, { value: [{ DisplayName: 'Automation', PrimarySmtpAddress: `automation@${initialDomain}` }] });
}

function cmdletOf(body: string): string {
	try {
		return String(JSON.parse(body)?.CmdletInput?.CmdletName);
	} catch {
		return '';
	}
}

function refuse(status: number, code: string, message: string): Answer {
	return jsonAnswer(status, { error: { code, message } });
}
