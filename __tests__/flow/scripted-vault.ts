// An authority and vaults that answer a whole run of the root action, and what the run left behind.
import assert from 'node:assert/strict';
import { fetchObjects } from '../../src/flow/fetch.js';
import type { HttpRequest, Machine, NetworkSettings } from '../../src/ports.js';
import { type Answer, makeInputs, makePorts, response } from '../support/make-ports.js';
import type { FileFaults } from '../support/runner-files.js';
import { EXO } from '../support/throw-away.js';

export const VAULT_URL = 'https://contoso.vault.azure.net';
export const AUTHORITY_URL = 'https://login.microsoftonline.com';
export const VERSION = '4387e9f3d6e14c459867679a90fd0f79';
export const CLIENT_SECRET = 'Q~client~secret';
export const PFX = Buffer.from('the bytes of a PFX, long enough').toString('base64');

const SIGN_IN: Readonly<Record<string, string>> = {
	'tenant-id': 'contoso.onmicrosoft.com',
	'client-id': '11111111-1111-4111-8111-111111111111',
	'client-secret': CLIENT_SECRET,
	keyvault: 'contoso',
};

/** Answers by the request's path without a version, such as `/secrets/sql` or `/keys`; `/token` for the authority. Else: the usual answer. */
export type Answers = Readonly<Record<string, Answer | ((request: HttpRequest, index: number) => Answer)>>;

/** What a test may choose. */
export interface RunOptions {
	readonly answers?: Answers;
	readonly faults?: FileFaults;
	/** The n-th output, counted from 1, cannot be written. */
	readonly failAtOutput?: number;
	/** The n-th folder or file below RUNNER_TEMP, counted from 1, cannot be made. */
	readonly failAtFile?: number;
	/** The same of the user's store. */
	readonly failAtStoreFile?: number;
	/** Variables of the step in addition to those that the toolkit reads. */
	readonly variables?: Readonly<Record<string, string>>;
	/** Linux without programs, if left out. */
	readonly machine?: Machine;
	/** What the environment says of the network; nothing if left out. */
	readonly network?: NetworkSettings;
	/** What the user has on the machine, by path. */
	readonly userFiles?: Readonly<Record<string, Buffer>>;
	/** Asked for each request before it is answered. */
	readonly beforeAnswer?: (request: HttpRequest) => Promise<void>;
}

/** Runs the action with these inputs beside those that sign in; an empty text takes one of those away. */
export async function runAction(inputs: Readonly<Record<string, string>>, options: RunOptions = {}) {
	let index = 0;
	const made = makePorts(
		{
			inputs: makeInputs({ ...SIGN_IN, ...inputs }, options.variables),
			...(options.machine !== undefined && { machine: options.machine }),
			...(options.network !== undefined && { network: options.network }),
			transport: async (request) => {
				await options.beforeAnswer?.(request);
				const answer = answerOf(request, index++, options.answers ?? {});
				if (answer instanceof Error) throw answer;
				return answer;
			},
		},
		options.faults,
	);
	for (const [path, content] of Object.entries(options.userFiles ?? {})) made.user.put(path, content);
	if (options.failAtOutput !== undefined) made.files.failAt(options.failAtOutput);
	if (options.failAtFile !== undefined) made.folders.failAt(options.failAtFile);
	if (options.failAtStoreFile !== undefined) made.user.failAt(options.failAtStoreFile);
	const succeeded = await fetchObjects(made.ports);
	const urls = made.requests.map(({ url }) => url);
	const annotations = (level: string) => made.log.annotations.filter((one) => one.level === level);
	return { ...made, succeeded, urls, errors: annotations('error'), warnings: annotations('warning') };
}

/** Name of the object that a request is for. */
export function nameOf(request: HttpRequest): string {
	return new URL(request.url).pathname.split('/')[2] ?? '';
}

function answerOf(request: HttpRequest, index: number, answers: Answers): Answer {
	const { origin, pathname } = new URL(request.url);
	const [, collection = '', name = ''] = pathname.split('/');
	const key = origin.includes('.vault.') ? pathname.replace(/\/[0-9a-f]{32}$/, '') : '/token';
	const answer = answers[key];
	if (answer !== undefined) return typeof answer === 'function' ? answer(request, index) : answer;
	if (key === '/token') return tokenAnswer(`token-${index}`);
	return collection === 'secrets' ? secretAnswer(name) : certificateAnswer(name);
}

export function tokenAnswer(token: string): Answer {
	return response(200, { token_type: 'Bearer', expires_in: 3599, access_token: token });
}

/** What of a secret or certificate a test may choose. */
export interface ObjectOptions {
	readonly value?: string;
	readonly exp?: number;
	readonly sid?: string;
}

export function secretAnswer(name: string, { value = `value of ${name}`, exp }: ObjectOptions = {}): Answer {
	const attributes = { enabled: true, ...(exp !== undefined && { exp }) };
	return response(200, { id: `${VAULT_URL}/secrets/${name}/${VERSION}`, value, attributes });
}

export function certificateAnswer(name: string, { exp, sid }: ObjectOptions = {}): Answer {
	return response(200, {
		id: `${VAULT_URL}/certificates/${name}/${VERSION}`,
		cer: EXO.cer,
		sid: sid ?? `${VAULT_URL}/secrets/${name}/${VERSION}`,
		attributes: { enabled: true, ...(exp !== undefined && { exp }) },
	});
}

/** A refusal in the form of Key Vault. */
export function refusal(status: number, code: string, requestId: string): Answer {
	const error = { code: 'Forbidden', message: 'not to be shown', innererror: { code } };
	return response(status, { error }, { 'x-ms-request-id': requestId });
}

/** What holds after every failure: no output, no summary, and an annotation that says why. */
export function assertNothingExported(run: Awaited<ReturnType<typeof runAction>>): void {
	assert.equal(run.succeeded, false);
	assert.deepEqual([...run.files.outputs], []);
	assert.equal(run.files.summary(), '');
	assert.notEqual(run.errors.length, 0);
}
