// An authority and a vault that answer a whole run of the token action, and what the run left behind.
import assert from 'node:assert/strict';
import { mintTokens } from '../../src/flow/mint-tokens.js';
import type { HttpRequest, Ports } from '../../src/ports.js';
import { signPs256 } from '../emulator/vault-sign.js';
import { type Answer, makeInputs, makePorts, response } from '../support/make-ports.js';
import { VAULT_URL, VERSION } from '../support/run-fetch-items.js';
import type { FileFaults } from '../support/runner-files.js';
import { makeJwt } from '../support/sign-in-context.js';
import { certificateBundle, SIGNER } from '../support/signers.js';

export const CLIENT_ID = '11111111-1111-4111-8111-111111111111';
export const CLIENT_SECRET = 'Q~client~secret';
export const EXO = 'https://outlook.office365.com/.default';
export const GRAPH = 'https://graph.microsoft.com/.default';

const SIGN_IN: Readonly<Record<string, string>> = {
	'tenant-id': 'contoso.onmicrosoft.com',
	'client-id': CLIENT_ID,
	'client-secret': CLIENT_SECRET,
	keyvault: 'contoso',
	certificate: 'exo',
	scopes: `EXO = ${EXO}\nGRAPH = ${GRAPH}`,
};

/** Inputs that take the certificate away: the tokens are those of the sign-in. */
export const OWN = { keyvault: '', certificate: '' };
/** The same, to sign in in another way. */
export const NO_SECRET = { ...OWN, 'client-secret': '' };
/** The variables of a job with `id-token: write`. */
export const OIDC = {
	ACTIONS_ID_TOKEN_REQUEST_URL: 'https://pipelines.example/token?api-version=2.0',
	ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'request-token',
};
export const TEAMS = '48ac35b8-9aa8-4d74-927d-1f4a14a0b239/.default';
export const FIVE = [
	EXO,
	GRAPH,
	TEAMS,
	'https://contoso.sharepoint.com/.default',
	'https://management.azure.com/.default',
] as const;
/** A line for each of the five. */
export const fiveLines = FIVE.map((scope, index) => `T${index} = ${scope}`).join('\n');

/** What a request of the token action is for; tokens by their scope. */
export type Purpose = 'sign-in' | 'id-token' | 'certificate' | 'versions' | 'sign' | 'challenge' | `${string}/.default`;

/** What a test may choose. */
export interface RunOptions {
	readonly answers?: Partial<Record<Purpose, Answer | ((request: HttpRequest, index: number) => Answer)>>;
	readonly variables?: Readonly<Record<string, string>>;
	readonly faults?: FileFaults;
	/** The n-th output or variable, counted from 1, cannot be written. */
	readonly failAtWrite?: number;
	readonly nowMs?: number;
	readonly ports?: Partial<Pick<Ports, 'localTransport' | 'machine'>>;
	/** Asked for each request before it is answered. */
	readonly beforeAnswer?: (request: HttpRequest) => Promise<void>;
}

/** Runs the action with these inputs beside the usual ones; an empty text takes one of those away. */
export async function runAction(inputs: Readonly<Record<string, string>> = {}, options: RunOptions = {}) {
	let index = 0;
	const made = makePorts(
		{
			...options.ports,
			inputs: makeInputs({ ...SIGN_IN, ...inputs }, options.variables),
			transport: async (request) => {
				await options.beforeAnswer?.(request);
				const answer = options.answers?.[purposeOf(request)] ?? usualAnswer(request);
				const given = typeof answer === 'function' ? answer(request, index++) : answer;
				if (given instanceof Error) throw given;
				return given;
			},
		},
		options.faults,
	);
	if (options.nowMs !== undefined) made.time.advance(options.nowMs - made.time.clock.nowMs());
	if (options.failAtWrite !== undefined) made.files.failAt(options.failAtWrite);
	const succeeded = await mintTokens(made.ports);
	const annotations = (level: string) => made.log.annotations.filter((one) => one.level === level);
	return {
		...made,
		succeeded,
		purposes: made.requests.map(purposeOf),
		errors: annotations('error'),
		warnings: annotations('warning'),
	};
}

export function purposeOf(request: HttpRequest): Purpose {
	const { origin, pathname } = new URL(request.url);
	if (origin === VAULT_URL) {
		if (request.headers['authorization'] === undefined) return 'challenge';
		if (pathname.endsWith('/versions')) return 'versions';
		return pathname.endsWith('/sign') ? 'sign' : 'certificate';
	}
	if (request.method === 'GET') return 'id-token';
	const scope = formOf(request).get('scope') ?? '';
	return scope === 'https://vault.azure.net/.default' ? 'sign-in' : (scope as Purpose);
}

/** The fields of a token request. */
export function formOf({ body }: HttpRequest): URLSearchParams {
	return new URLSearchParams(body?.reveal());
}

function usualAnswer(request: HttpRequest): Answer {
	const purpose = purposeOf(request);
	switch (purpose) {
		case 'sign-in':
			return tokenAnswer('token-of-the-vault');
		case 'certificate':
			return certificateBundle();
		case 'sign':
			return signature(request);
		case 'id-token':
			return response(200, {
				value: makeJwt({ iss: 'https://i.example', sub: 'repo:contoso/automation', aud: 'api://x' }),
			});
		case 'versions':
			return response(200, { value: [], nextLink: null });
		case 'challenge':
			return response(401, '', {
				'www-authenticate': 'Bearer authorization="https://login.microsoftonline.com/discovered.example"',
			});
		default:
			return tokenAnswer(tokenOf(purpose));
	}
}

/** The token that is given for a scope. */
export function tokenOf(scope: string): string {
	const roles = scope === EXO ? ['Exchange.ManageAsApp'] : ['User.Read.All'];
	return makeJwt({ aud: scope.replace('/.default', ''), roles });
}

export function tokenAnswer(token: string): Answer {
	return response(200, { token_type: 'Bearer', expires_in: 3599, access_token: token });
}

function signature({ body }: HttpRequest): Answer {
	const { value } = JSON.parse(body?.reveal() ?? '') as { readonly value: string };
	const signed = signPs256(Buffer.from(value, 'base64url'), SIGNER.privateKey);
	return response(200, { kid: `${VAULT_URL}/keys/exo/${VERSION}`, value: signed.toString('base64url') });
}

/** A run that exported nothing, and the texts of its errors. */
export async function fail(inputs: Readonly<Record<string, string>>, options: RunOptions = {}) {
	const run = await runAction(inputs, options);
	assert.equal(run.succeeded, false);
	assert.deepEqual([...run.files.outputs, ...run.files.variables], []);
	assert.equal(run.files.summary(), '');
	assert.ok(!run.log.lines.some((line) => line.includes('exported')));
	return { ...run, texts: run.errors.map(({ text }) => text) };
}

/** One answer that is not the usual one. */
export const answers = (purpose: Purpose, answer: NonNullable<RunOptions['answers']>[Purpose]): RunOptions => ({
	answers: { [purpose]: answer },
});

/** A refusal in the form of Entra. */
export function refused(status: number, error: string, code: number): Answer {
	const description = `AADSTS${code}: not to be shown`;
	const correlation_id = '99999999-9999-4999-8999-999999999999';
	return response(status, { error, error_description: description, error_codes: [code], correlation_id });
}
