// Looks for secrets wherever a user, a log or a later step could find them.
import { inspect } from 'node:util';
import { toLogLine, toMaskText } from '../../src/export/step-log.js';
import { RunnerLog } from '../runner/log.js';
import type { PortEvent } from './port-event.js';
import type { StepRecord } from './services.js';

/** A secret, and what to call it. */
export type Secret = readonly [name: string, text: string];

/** Parts of a secret that are long enough to be no chance, so that a piece of it is found as well. */
const PIECE_LENGTH = 24;

/** Every place that shows something, as text. */
function placesOf(record: StepRecord, errors: readonly unknown[]): Readonly<Record<string, string>> {
	const { lines, debugLines, annotations, summary, outputs, variables, state, requests } = record;
	return {
		'the log': lines.join('\n'),
		'the debug log': debugLines.join('\n'),
		'an annotation': annotations.map(({ title, text }) => `${title}\n${text}`).join('\n'),
		'the summary': summary(),
		'the state': [...state].flat().join('\n'),
		'the path of a file': [
			...record.paths,
			...namesOf(record.events, 'file'),
			...namesOf(record.events, 'folder'),
		].join('\n'),
		'an argument of a program': record.programs.map(({ file, args }) => `${file} ${args.join(' ')}`).join('\n'),
		'the name of an output': [...outputs.keys(), ...variables.keys()].join('\n'),
		'an address': requests.map(({ method, url }) => `${method} ${decodeURIComponent(url)}`).join('\n'),
		'an error': errors.map((error) => inspect(error, { depth: 9, showHidden: true })).join('\n'),
		'a request, printed': requests
			.map((request) => `${inspect(request, { depth: 9 })}${JSON.stringify(request)}`)
			.join(),
	};
}

function namesOf(events: readonly PortEvent[], kind: PortEvent['kind']): readonly string[] {
	return events.filter((event) => event.kind === kind).map(({ name, text }) => name ?? text);
}

/** Where which secret is. */
export function findLeaks(
	record: StepRecord,
	errors: readonly unknown[],
	secrets: readonly Secret[],
): readonly string[] {
	const places = Object.entries(placesOf(record, errors));
	// Looked for in all places at once, and place by place only what is in one: that is in none except for a leak.
	const everywhere = places.map(([, text]) => text).join('\n');
	const found = secrets
		.flatMap(([name, text]) => formsOf(text).map((form) => [name, form] as const))
		.filter(([, form]) => everywhere.includes(form));
	return places.flatMap(([place, text]) =>
		found.filter(([, form]) => text.includes(form)).map(([name]) => `${name} is in ${place}`),
	);
}

const knownForms = new Map<string, readonly string[]>();

/** A secret as it is, in pieces, and as programs write it. */
function formsOf(secret: string): readonly string[] {
	const forms = knownForms.get(secret) ?? deriveForms(secret);
	knownForms.set(secret, forms);
	return forms;
}

function deriveForms(secret: string): readonly string[] {
	const bytes = Buffer.from(secret);
	// Base64 of a text that holds the secret at any place: what does not depend on what stands before and after.
	const shifted = [0, 1, 2].map((skipped) => bytes.subarray(skipped, bytes.length - ((bytes.length - skipped) % 3)));
	const encoded = shifted.flatMap((part) => [part.toString('base64'), part.toString('base64url')]);
	const whole = [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret), bytes.toString('hex')];
	return [...new Set([...whole, ...encoded, ...pieces(secret)])];
}

function pieces(secret: string): readonly string[] {
	const lines = secret.split(/[\r\n]+/).filter((line) => line.length >= PIECE_LENGTH && !line.startsWith('-----'));
	return lines.flatMap((line) => line.match(new RegExp(`.{${PIECE_LENGTH}}`, 'gs')) ?? []);
}

/** What the step printed, as the toolkit writes it. */
export function printedOf(events: readonly PortEvent[]): readonly string[] {
	return events.flatMap(({ kind, name = '', text }) => {
		switch (kind) {
			case 'info':
				return [toLogLine(text)];
			case 'debug':
				return [`::debug::${escapeData(text)}`];
			case 'mask':
				return [`::add-mask::${escapeData(toMaskText(text))}`];
			case 'error':
			case 'warning':
			case 'notice':
				return [`::${kind} title=${escapeProperty(name)}::${escapeData(text)}`];
			default:
				return [];
		}
	});
}

/** What a runner makes of it; with step debug logging, unless told otherwise, which shows all that it shows without. */
export function readLog(events: readonly PortEvent[], debug = true): RunnerLog {
	const log = new RunnerLog({ debug });
	log.readProcess({ stdout: printedOf(events).join('\n'), stderr: '' });
	return log;
}

// @actions/core, src/command.ts
function escapeData(text: string): string {
	return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function escapeProperty(text: string): string {
	return escapeData(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
