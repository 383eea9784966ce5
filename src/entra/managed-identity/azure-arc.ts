// Azure Arc: machines outside Azure, whose agent proves itself to callers who may read a file.
// https://learn.microsoft.com/azure/azure-arc/servers/managed-identity-authentication
import { posix, win32 } from 'node:path';
import { asText } from '../../http/json.js';
import type { HttpRequest, Machine } from '../../ports.js';
import { SecretText } from '../../secret-text.js';
import type { SignInContext } from '../sign-in-method.js';
import type { AccessToken } from '../token-request.js';
import {
	type IdentityRequest,
	identityError,
	LOCAL_RULES,
	processIdentityResponse,
	sendLocal,
} from './local-endpoint.js';

const PLATFORM = 'Azure Arc';

/** The agent's files are smaller. */
const MAX_KEY_BYTES = 4096;

/** A token of the machine's identity: asked for, challenged, asked for again with the file that the challenge names. */
export async function getArcToken(
	{ url }: { readonly url: string },
	{ clientId, resource }: IdentityRequest,
	context: SignInContext,
): Promise<AccessToken> {
	const address = new URL(url);
	address.searchParams.set('api-version', '2020-06-01');
	address.searchParams.set('resource', resource);
	if (clientId !== undefined) address.searchParams.set('client_id', clientId);
	const request: HttpRequest = { method: 'GET', url: address.href, headers: { metadata: 'true' } };
	const options = { platform: PLATFORM, rules: LOCAL_RULES };
	const challenge = await sendLocal(request, context, options);
	if (challenge.status !== 401) return processIdentityResponse(challenge, context.clock.nowMs(), PLATFORM);
	const [, path = ''] = /^Basic realm="?([^"]+)"?$/i.exec(challenge.headers['www-authenticate']?.trim() ?? '') ?? [];
	const key = readKey(path, context);
	await context.mask(key);
	const authorization = new SecretText(`Basic ${key.reveal()}`);
	const response = await sendLocal({ ...request, headers: { ...request.headers, authorization } }, context, options);
	return processIdentityResponse(response, context.clock.nowMs(), PLATFORM);
}

// Whoever answers at that address names a file, which is then read and sent back: only the agent's own are.
function readKey(path: string, { machine, variable }: SignInContext): SecretText {
	const isWindows = machine.platform === 'win32';
	const { normalize, dirname, extname, join } = isWindows ? win32 : posix;
	const folder = isWindows
		? join(variable('ProgramData') ?? 'C:\\ProgramData', 'AzureConnectedMachineAgent', 'Tokens')
		: '/var/opt/azcmagent/tokens';
	// Windows does not tell capitals apart.
	const fold = (text: string): string => (isWindows ? text.toLowerCase() : text);
	if (path !== normalize(path) || fold(dirname(path)) !== fold(folder) || extname(path) !== '.key') {
		throw identityError(PLATFORM, 'the challenge names a file that is not of the agent.', 'Nothing was read or sent.');
	}
	const text = asText(readText(path, machine).trim(), /^[\x20-\x7e]+$/);
	if (text === undefined) throw identityError(PLATFORM, "the agent's file holds no key.", 'Nothing was sent.');
	return new SecretText(text);
}

function readText(path: string, machine: Machine): string {
	try {
		return machine.readFile(path, MAX_KEY_BYTES).toString('utf8');
	} catch (error) {
		const hint = 'Add the user of the runner to the group himds.';
		throw identityError(PLATFORM, "the agent's file cannot be read.", hint, error);
	}
}
