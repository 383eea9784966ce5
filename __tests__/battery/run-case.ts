// One case of the battery: a step during which a fault befalls an exchange, held against what must come of it.
import assert from 'node:assert/strict';
import { findLeaks, readLog, type Secret } from '../support/leaks.js';
import type { Services, StepRecord } from '../support/services.js';
import type { Exchange } from './exchange.js';
import {
	ALL_REQUESTS,
	type Expected,
	expectedOf,
	FAILED_ANYWAY,
	type FaultName,
	type Verdict,
} from './expectations.js';
import { ANSWER_FAULTS, type Befall, NETWORK_FAULTS } from './faults.js';
import { takeErrors } from './record-errors.js';

/** For one request, or for all of the exchange from then on. */
export type Duration = 'once' | 'forEver';

/** A fault in one exchange. */
export interface Case {
	readonly exchange: Exchange;
	readonly fault: string;
	readonly befall: Befall;
	readonly duration: Duration;
	readonly expected: Expected;
}

/** Outcome of a case. */
export interface CaseResult {
	readonly exchange: string;
	readonly fault: string;
	readonly duration: Duration;
	readonly verdict: Verdict;
	/** Everything that is not as it must be. */
	readonly problems: readonly string[];
	readonly leaks: readonly string[];
}

/** Each takes all the time that one request has. */
const SLOW = ['silence', 'body that takes 11 s'];

const STEP_LIMIT_MS = 120_000;

/** Every case of an exchange. */
function casesOf(exchange: Exchange): readonly Case[] {
	const common = Object.entries<Befall>({ ...NETWORK_FAULTS, ...ANSWER_FAULTS }).map(([fault, befall]) => {
		const name = fault as FaultName;
		return { fault, befall, expected: expectedOf(exchange.service, name) };
	});
	const own = Object.entries(exchange.ownFaults ?? {}).map(([fault, rest]) => ({ fault, ...rest }));
	const durations: readonly Duration[] = ['once', 'forEver'];
	const all = exchange.failsAnyway
		? [...common, ...own].map((one) => ({ ...one, expected: FAILED_ANYWAY }))
		: [...common, ...own];
	return all.flatMap((one) => durations.map((duration) => ({ ...one, exchange, duration })));
}

/**
 * Runs every case of an exchange.
 * @throws if a step without any fault fails unexpectedly, or lacks the exchange
 */
export async function runCases(services: Services, exchange: Exchange): Promise<readonly CaseResult[]> {
	const usual = await exchange.run(services);
	takeErrors();
	assert.equal(
		usual.succeeded,
		exchange.failsAnyway !== true,
		`${exchange.name}: ${JSON.stringify(usual.annotations)}`,
	);
	assert.deepEqual(usual.untruths ?? [], [], exchange.name);
	assert.ok(usual.requests.some(exchange.isOf), `${exchange.name}: there is no such request`);
	const results: CaseResult[] = [];
	for (const one of casesOf(exchange)) results.push(await runCase(services, one, usual));
	return results;
}

async function runCase(services: Services, one: Case, usual: StepRecord): Promise<CaseResult> {
	const { exchange, fault, befall, duration } = one;
	let hits = 0;
	const record = await exchange.run(services, (request, serve, context) => {
		if (!exchange.isOf(request)) return serve();
		hits += 1;
		return duration === 'once' && hits > 1 ? serve() : befall({ request, serve, ...context });
	});
	const errors = takeErrors();
	const secrets = secretsOf(services, record);
	const verdict = record.succeeded ? 'survived' : 'refused';
	return {
		exchange: exchange.name,
		fault,
		duration,
		verdict,
		problems: [...judge(one, record, usual), ...findUnmasked(record, secrets)],
		leaks: findLeaks(record, errors, secrets),
	};
}

function* judge(one: Case, record: StepRecord, usual: StepRecord): Generator<string> {
	const { exchange, fault, duration, expected } = one;
	const verdict = record.succeeded ? 'survived' : 'refused';
	if (verdict !== expected[duration]) yield `it ${verdict}`;
	const errors = record.annotations.filter(({ level }) => level === 'error');
	if (record.succeeded) {
		if (errors.length > 0) yield 'it succeeded with errors';
		const isRight = exchange.isRight ?? ((one) => JSON.stringify(exportsOf(one)) === JSON.stringify(exportsOf(usual)));
		if (!isRight(record)) yield 'it exported something else';
	} else {
		if (errors.length === 0) yield 'it failed without an error';
		yield* judgeRest(exchange, record);
	}
	// The error names a wait that is too long for any run, whichever service asks for it.
	const isUnmet = !record.succeeded && !exchange.failsAnyway && fault.includes('an hour');
	if (isUnmet && !errors.some(({ text }) => /asks to wait (?:59|60) minutes \(Retry-After\)/.test(text)))
		yield 'its error says nothing of the wait';
	for (const { title, text } of errors) {
		if (!/^\S[^\n]{3,200}$/.test(title) || !isClear(text)) yield `its error is not clear: ${title}: ${text}`;
	}
	yield* record.untruths ?? [];
	const limitMs = exchange.limitMs ?? STEP_LIMIT_MS;
	if (record.tookMs > limitMs) yield `it took ${record.tookMs} ms`;
	const requests = record.requests.filter(exchange.isOf).length;
	const wanted = countOf(one, usual);
	if (wanted !== undefined && requests !== wanted) yield `it sent ${requests} requests instead of ${wanted}`;
}

function* judgeRest(
	{ exportsTheRest = false, summarizesFailures = false }: Exchange,
	record: StepRecord,
): Generator<string> {
	const { outputs, variables, state, paths, summary } = record;
	if (exportsTheRest) {
		if (outputs.size === 0 || paths.length === 0 || summary() === '') yield 'it exported nothing of the rest';
		return;
	}
	if (outputs.size + variables.size + state.size > 0) yield 'it exported something';
	if (paths.length > 0) yield 'it left files';
	if (summary() !== '' && !summarizesFailures) yield 'it wrote a summary';
}

// Whether a text says what happened, in sentences or with a command to enter, and nothing that only a program understands.
function isClear(text: string): boolean {
	return (
		/^\S[^\n]{20,2000}(?:[.?)]|--key-id \S+)$/.test(text) && !/undefined|NaN|\[object|\bat .*\.js|\bnull\b/.test(text)
	);
}

function countOf({ exchange, duration, fault, expected: { requests } }: Case, usual: StepRecord): number | undefined {
	if (duration === 'once') return undefined;
	if (requests === 'any') return undefined;
	const { slowRequests } = exchange;
	if (slowRequests !== undefined && SLOW.includes(fault)) return slowRequests;
	if (requests === 'usual') return usual.requests.filter(exchange.isOf).length;
	return requests === 'all' ? (ALL_REQUESTS[exchange.service] ?? 5) : requests;
}

// Tokens and the instants of their ends differ from run to run.
function exportsOf({ outputs, variables, tokens, state, paths }: StepRecord): readonly unknown[] {
	const entries = (map: ReadonlyMap<string, string>) =>
		[...map].map(([name, value]) => {
			if (tokens.includes(value)) return [name, 'a token of this run'];
			return [name, /^(EXO|GRAPH)-expires-on$/.test(name) ? 'an instant' : value];
		});
	return [entries(outputs), entries(variables), state.size, paths.length];
}

/** Every secret that the step has, or has been given. */
function secretsOf({ canaries }: Services, record: StepRecord): readonly Secret[] {
	const { tokens, idTokens, deviceCodes, passwords, requests, outputs } = record;
	const made = [...outputs].filter(([name]) => /-(?:password|private-key)$/.test(name));
	const assertions = requests.flatMap(({ body }) => new URLSearchParams(body?.reveal()).get('client_assertion') ?? []);
	const proofs = requests.flatMap(({ body }) => proofOf(body?.reveal()));
	return [
		...Object.entries(canaries),
		...tokens.map((token) => ['access token', signatureOf(token)] as const),
		...idTokens.map((token) => ['ID token', signatureOf(token)] as const),
		...assertions.map((assertion) => ['assertion', signatureOf(assertion)] as const),
		...proofs.map((proof) => ['proof of possession', signatureOf(proof)] as const),
		...passwords.map((password) => ['client secret that is rotated', password] as const),
		...made.map(([name, value]) => [`output ${name}`, value] as const),
		...deviceCodes.map((code) => ['device code', code] as const),
	];
}

// The claims of a token are not secret, and the log shows some: its signature makes it a proof.
function signatureOf(token: string): string {
	return token.split('.')[2] ?? token;
}

/** Secrets that the step has used or exported, and that a later step could nevertheless print. */
function* findUnmasked({ requests, outputs, events }: StepRecord, secrets: readonly Secret[]): Generator<string> {
	const sent = requests.flatMap(({ headers, body }) => [
		...Object.values(headers),
		...formValues(body?.reveal()),
		...proofOf(body?.reveal()),
	]);
	const used = sent.map((value) => (typeof value === 'string' ? value : value.reveal()));
	// Masks and complaints are the same without debug logging, which would have every line masked for nobody to read.
	const log = readLog(events, false);
	if (log.faults.length > 0) yield `the runner complains: ${log.faults.join(' ')}`;
	for (const [name, text] of secrets) {
		const carriers = [...used, ...outputs.values()].filter((value) => value.includes(text));
		for (const carrier of new Set(carriers)) {
			const shown = log.masker.mask(carrier);
			if (shown.includes(text)) yield `${name} could be printed by a later step`;
		}
	}
}

/** The proof by which an application changes its keys, if the body has one. */
function proofOf(body = ''): readonly string[] {
	return /"proof":"([\w.-]+)"/.exec(body)?.slice(1) ?? [];
}

function formValues(body: string | undefined): readonly string[] {
	return [...new URLSearchParams(body).values()];
}
