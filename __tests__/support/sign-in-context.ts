// What the tests of the ways to sign in share: inputs as a workflow gives them, and a context that remembers everything.
import { chooseCredential } from '../../src/entra/choose-credential.js';
import {
	type AccessToken,
	type Credential,
	type SignInContext,
	type SignInSecret,
	type SignInTarget,
	signIn,
} from '../../src/entra/credential.js';
import { readSignInInputs } from '../../src/input/sign-in-inputs.js';
import type { Machine } from '../../src/ports.js';
import { SecretText } from '../../src/secret-text.js';
import { makeInputs, makeMachine, makePorts, response, type Script, scriptTransport } from './make-ports.js';

export const TENANT_ID = '11111111-1111-4111-8111-111111111111';
export const CLIENT_ID = '22222222-2222-4222-8222-222222222222';

/** Where the clock of the ports stands. */
export const NOW_MS = Date.UTC(2026, 0, 1);

export const TARGET: SignInTarget = {
	authorityHost: 'https://login.microsoftonline.com',
	tenantId: TENANT_ID,
	scope: 'https://vault.azure.net/.default',
	oidcAudience: 'api://AzureADTokenExchange',
};

/** What a workflow and its runner give. */
export interface Given {
	readonly inputs?: Readonly<Record<string, string>>;
	readonly variables?: Readonly<Record<string, string>>;
	readonly machine?: Machine;
}

/** The credential of a step with these inputs. */
export async function choose({ inputs = {}, variables = {}, machine = makeMachine() }: Given): Promise<Credential> {
	const given = makeInputs({ 'client-id': CLIENT_ID, 'tenant-id': TENANT_ID, ...inputs }, variables);
	return chooseCredential({ inputs: readSignInInputs(given), variable: given.variable, machine, nowMs: NOW_MS });
}

/** A context whose transports answer from the scripts. */
export function makeContext(script: Script = [], { variables = {}, machine }: Given = {}, localScript: Script = []) {
	const made = makePorts({ transport: scriptTransport(script).transport, ...(machine && { machine }) });
	const local = scriptTransport(localScript);
	const masks: string[] = [];
	const context: SignInContext = {
		...made.ports,
		localTransport: local.transport,
		variable: makeInputs({}, variables).variable,
		mask: async (text) => {
			await made.log.delivered();
			masks.push(text.reveal());
		},
		deadlineMs: made.time.clock.nowMs() + 120_000,
	};
	return { ...made, context, masks, local };
}

/** Chooses by what is given and signs in, with the same variables and machine. */
export async function run(given: Given, script: Script = [], localScript: Script = []) {
	const made = makeContext(script, given, localScript);
	const signedIn: Promise<AccessToken> = signIn(await choose(given), TARGET, made.context);
	return { ...made, token: await signedIn };
}

/** The text to hide, of whatever kind it is. */
export function textOf(secret: SignInSecret): string {
	return (secret instanceof SecretText ? secret : secret.text).reveal();
}

/** A JSON Web Token with these claims; its signature is none. */
export function makeJwt(claims: object): string {
	const encode = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');
	return `${encode({ alg: 'RS256', typ: 'JWT' })}.${encode(claims)}.c2lnbmF0dXJl`;
}

/** The answer of the token endpoint. */
export const TOKEN = response(200, { access_token: 'the-access-token', expires_in: 3599, token_type: 'Bearer' });

/** The fields of a form. */
export function formOf(request: { readonly body?: { reveal(): string } } | undefined): Record<string, string> {
	return Object.fromEntries(new URLSearchParams(request?.body?.reveal()));
}
