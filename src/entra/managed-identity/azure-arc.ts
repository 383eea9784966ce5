// Azure Arc: machines outside Azure, whose agent proves itself to callers who may read a file.
// https://learn.microsoft.com/azure/azure-arc/servers/managed-identity-authentication
import { posix, win32 } from 'node:path';
import { asText } from '../../http/json.js';
import type { HttpRequest, HttpResponse, Machine } from '../../ports.js';
import { SecretText } from '../../secret-text.js';
import { claimText, decodeClaims } from '../claims.js';
import type { AccessToken, SignInContext } from '../credential.js';
import { type AskedIdentity, type IdentityRequest, identityError, onlyOne } from './identity-error.js';
import { LOCAL_RULES, processIdentityResponse, sendLocal } from './local-endpoint.js';

const PLATFORM = 'Azure Arc';

/** The agent's files are smaller. */
const MAX_KEY_BYTES = 4096;

/** A token of the machine's identity: asked for, challenged, asked for again with the file that the challenge names. */
export async function getArcToken(
	{ url }: { readonly url: string },
	asking: IdentityRequest,
	context: SignInContext,
): Promise<AccessToken> {
	const { clientId, resource } = asking;
	const asked = { ...asking, platform: PLATFORM } as const;
	const address = new URL(url);
	address.searchParams.set('api-version', '2020-06-01');
	address.searchParams.set('resource', resource);
	if (clientId !== undefined) address.searchParams.set('client_id', clientId);
	const request: HttpRequest = { method: 'GET', url: address.href, headers: { metadata: 'true' } };
	const options = { asked, rules: LOCAL_RULES };
	const challenge = await sendLocal(request, context, options);
	if (challenge.status !== 401) return processArcResponse(challenge, context, asked);
	const [, path = ''] = /^Basic realm="?([^"]+)"?$/i.exec(challenge.headers['www-authenticate']?.trim() ?? '') ?? [];
	const key = readKey(path, context);
	await context.mask(key);
	const authorization = new SecretText(`Basic ${key.reveal()}`);
	const response = await sendLocal({ ...request, headers: { ...request.headers, authorization } }, context, options);
	return processArcResponse(response, context, asked);
}

// An agent that knows nothing of user-assigned identities skips the ID, and gives the token of the machine.
function processArcResponse(response: HttpResponse, { clock }: SignInContext, asked: AskedIdentity): AccessToken {
	const token = processIdentityResponse(response, clock.nowMs(), asked);
	const given = claimText(decodeClaims(token.token), 'appid');
	if (asked.clientId === undefined || given === undefined) return token;
	if (given.toLowerCase() === asked.clientId.toLowerCase()) return token;
	throw identityError(PLATFORM, onlyOne(asked));
}

// The server at that address names a file to read and send back: only the agent's own files are.
function readKey(path: string, { machine, variable }: SignInContext): SecretText {
	const isWindows = machine.platform === 'win32';
	const { normalize, dirname, extname, join } = isWindows ? win32 : posix;
	const folder = isWindows
		? join(variable('ProgramData') ?? 'C:\\ProgramData', 'AzureConnectedMachineAgent', 'Tokens')
		: '/var/opt/azcmagent/tokens';
	// Windows does not tell capitals apart.
	const fold = (text: string): string => (isWindows ? text.toLowerCase() : text);
	if (path !== normalize(path) || fold(dirname(path)) !== fold(folder) || extname(path) !== '.key') {
		throw identityError(PLATFORM, {
			problem: 'the challenge names a file that does not belong to the agent',
			hint: `Nothing was read or sent. ${NOT_ARC}`,
		});
	}
	const text = asText(readText(path, machine).trim(), /^[\x20-\x7e]+$/);
	if (text === undefined)
		throw identityError(PLATFORM, { problem: "the agent's file holds no key", hint: `Nothing was sent. ${NOT_ARC}` });
	return new SecretText(text);
}

function readText(path: string, machine: Machine): string {
	try {
		return machine.readFile(path, MAX_KEY_BYTES).toString('utf8');
	} catch (error) {
		const hint = machine.platform === 'win32' ? WINDOWS_RIGHTS : LINUX_RIGHTS;
		throw identityError(PLATFORM, { problem: "the agent's file cannot be read", hint }, error);
	}
}

const NOT_ARC = 'Check that IDENTITY_ENDPOINT is the address of the agent ("azcmagent show").';

const LINUX_RIGHTS = 'Add the user of the runner to the group himds, and restart the runner.';

// https://learn.microsoft.com/azure/azure-arc/servers/managed-identity-authentication#prerequisites
const WINDOWS_RIGHTS =
	'Add the user of the runner to the local group Administrators or "Hybrid Agent Extension Applications", and restart the runner.';
