// Hostile texts in every text of every answer: whatever a step makes of them, log, annotations and summary stay harmless.
import './record-errors.js';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { parse } from 'yaml';
import { fetchObjects } from '../../src/flow/fetch.js';
import type { HttpResponse } from '../../src/ports.js';
import { CLIENT_ID, CLIENT_SECRET, TENANT_ID } from '../emulator/directory.js';
import { HOSTILE_TEXTS, poison, REFUSALS } from '../support/hostile-texts.js';
import { printedOf, readLog } from '../support/leaks.js';
import { makeServices } from '../support/make-services.js';
import { type StepRecord, VAULT_URL } from '../support/services.js';
import type { Exchange } from './exchange.js';
import { EXCHANGES } from './exchanges.js';

const services = makeServices();
/** By the exchange's name. */
const usualAnswers: Record<string, HttpResponse> = {};

/** Yields what is harmful in a step's log, annotations and summary. */
function* findHarm(record: StepRecord): Generator<string> {
	for (const line of printedOf(record.events)) {
		if (line.startsWith('::add-mask::')) continue;
		if (/##\[/.test(line) && !line.startsWith('::')) yield `the log has a command: ${JSON.stringify(line)}`;
		// Neither control characters nor what changes the direction of, or hides in, a text.
		if (/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(line)) yield `the log has signs that do harm: ${JSON.stringify(line)}`;
		if (line.length > 4_096) yield `a line of the log has ${line.length} characters`;
	}
	// Without the step's own masks, which hide and would take most of the time: any mask is then one that a text registered.
	const log = readLog(record.events.filter(({ kind }) => kind !== 'mask'));
	if (log.faults.length > 0) yield log.faults.join(' ');
	if (log.annotations.length !== record.annotations.length) yield 'the runner made annotations of the log';
	if (log.masker.registered.length > 0) yield 'the log registered a mask';
	const summary = record.summary();
	// Markdown is judged by a parser: judges/expiry-markdown.test.ts.
	if (summary.startsWith('### ')) return;
	if (/[<>]/.test(summary.replace(/<\/?(?:h3|table|tr|th|td|p)>/g, ''))) yield `the summary has tags: ${summary}`;
	if (/\n\s*\n/.test(summary)) yield 'the summary has a blank line, after which Markdown is read';
}

/** Returns a service's answer to the first request of an exchange if nothing befalls it. */
async function usualAnswer(exchange: Exchange): Promise<HttpResponse> {
	let usual: HttpResponse | undefined;
	await exchange.run(services, (request, serve) => {
		const answer = serve();
		if (exchange.isOf(request)) usual ??= answer;
		return answer;
	});
	assert.ok(usual !== undefined);
	return usual;
}

async function poisonedRuns(exchange: Exchange, text: string): Promise<readonly string[]> {
	usualAnswers[exchange.name] ??= await usualAnswer(exchange);
	const answers = [
		['the usual answer', usualAnswers[exchange.name] as HttpResponse],
		['a refusal', REFUSALS[exchange.service]],
	] as const;
	const harm: string[] = [];
	for (const [name, answer] of answers) {
		for (const [place, poisoned] of poison(answer, text)) {
			const record = await exchange.run(services, (request, serve) => (exchange.isOf(request) ? poisoned : serve()));
			for (const one of findHarm(record)) harm.push(`${name}, ${place}: ${one}`);
		}
	}
	return harm;
}

/** Whose answers are read as those of another exchange are. */
const ALIKE =
	/^token by (?:federation|certificate)$|^secret, among|certificate's rotation$|^signature (?:of the|that)|^current version before|^tags|^note that|of a new version$|that (?:is undone|was left)$|taken back$/;
const EXCHANGES_TO_POISON = EXCHANGES.filter(({ name }) => !ALIKE.test(name));

for (const [what, text] of Object.entries(HOSTILE_TEXTS)) {
	describe(`${what} in an answer`, () => {
		for (const exchange of EXCHANGES_TO_POISON) {
			// Promises: N7, R4
			it(`does no harm in the exchange "${exchange.name}"`, async () => {
				assert.deepEqual(await poisonedRuns(exchange, text), []);
			});
		}
	});
}

describe('a hostile text in an input', () => {
	const usual = { 'tenant-id': TENANT_ID, 'client-id': CLIENT_ID, 'client-secret': CLIENT_SECRET, keyvault: VAULT_URL };
	const { inputs } = parse(readFileSync('action.yml', 'utf8')) as { readonly inputs: object };
	// Only the service can say that these are wrong.
	const FREE_TEXTS = ['client-secret', 'oidc-audience'];
	for (const name of Object.keys(inputs)) {
		// Promises: N1, R4
		it(`does no harm: ${name}`, async () => {
			for (const text of Object.values(HOSTILE_TEXTS)) {
				const given = { ...usual, secrets: 'db', [name]: text };
				const record = await services.run({ flow: fetchObjects, inputs: given });
				assert.deepEqual([...findHarm(record)], []);
				if (!FREE_TEXTS.includes(name)) assert.deepEqual(record.requests, []);
			}
		});
	}
});
