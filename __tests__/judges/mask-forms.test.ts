// Real tools print thousands of values, and a runner that was handed our masks hides each form that is promised.
// MASK_VALUES says how many; each run of so many has the same values.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { maskSecret } from '../../src/masks/masks.js';
import type { RunnerLog } from '../runner/log.js';
import { handMasks, holdsSecretLine, isAmbiguous, isTrivial, MIN_FORM, print, trim } from '../support/print-masked.js';
import { TOOLS } from './printing-tools.js';

const COUNT = Number(process.env['MASK_VALUES'] ?? 200);

const printable = fc.string({
	unit: fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code)),
	minLength: 4,
	maxLength: 64,
});
const signs = fc.string({ unit: fc.constantFrom(...'ab1\'"\\/&<>+~!*()%=;$ `|#@'), minLength: 8, maxLength: 40 });
const letters = fc.string({ unit: fc.constantFrom(..."abc XYZ09äß€漢字🗝ñ'&/"), minLength: 6, maxLength: 40 });
const bytes = fc.uint8Array({ minLength: 12, maxLength: 200 });
const encoded = fc
	.tuple(bytes, fc.constantFrom('base64', 'base64url', 'hex'))
	.map(([one, form]) => Buffer.from(one).toString(form as 'hex'));
const address = fc
	.tuple(printable, fc.constantFrom('postgres://app:', 'Server=tcp:db,1433;Password=', 'AccountKey='))
	.map(([secret, start]) => `${start}${secret}`);
const line = fc.oneof(printable, signs, letters, encoded, address);
const structure = fc.constantFrom(
	'',
	'{',
	'}',
	'],',
	'users:',
	'[default]',
	'true',
	'8080',
	'-----BEGIN PRIVATE KEY-----',
	'  "auth": {',
);
const lines = fc
	.tuple(
		fc.array(fc.oneof(line, line, structure), { minLength: 2, maxLength: 8 }),
		fc.constantFrom('\n', '\r\n'),
		fc.constantFrom('', '\n'),
	)
	.map(([all, between, end]) => all.join(between) + end);
const value = fc.oneof(line, line, line, lines).filter(holdsSecretLine);

const VALUES = fc.sample(value, { numRuns: COUNT, seed: 20260101 });

/** Returns the rest of a line that stays visible. */
function leftOf(log: RunnerLog, text: string): string {
	return print(log, text).replaceAll('***', '').replace(/[⟦⟧]/gu, '');
}

/** A line that a tool printed, and what of it is visible. */
interface Seen {
	readonly form: string;
	readonly secret: string;
	readonly text: string;
	readonly left: string;
}

/** Whether so much may be seen: what is too short for a mask, structure, and the frame of a form. */
function isFine({ form, secret, text, left }: Seen): boolean {
	if (/behind a user|of JSON/.test(form)) return left.length <= 16 || Buffer.byteLength(secret) < 2 + MIN_FORM;
	if (/base64|b64|encodebytes/.test(form))
		return /^=*$/.test(left) || text.length < MIN_FORM || !holdsSecretLine(Buffer.from(text, 'base64').toString());
	const inner = form === 'set -x' || form === '@sh' ? text.replace(/^\$?'|'$/g, '') : text;
	if (trim(inner).length < MIN_FORM || isTrivial(inner) || isAmbiguous(inner)) return true;
	return /^\$?['\s]*$/.test(left);
}

describe('real tools', () => {
	for (const { name, skip, print: printAll } of TOOLS) {
		// Promise: L7
		it(`no form that the page promises is visible, of ${name}'s values`, { skip }, async () => {
			const printed = await printAll(VALUES);
			const seen: string[] = [];
			for (const [index, secret] of VALUES.entries()) {
				const log = handMasks(maskSecret(secret));
				for (const [form, texts] of Object.entries(printed)) {
					assert.equal(texts.length, VALUES.length, form);
					for (const text of (texts[index] ?? '').split(/\r\n|\r|\n/)) {
						const one = { form, secret, text, left: leftOf(log, text) };
						if (!isFine(one)) seen.push(JSON.stringify(one));
					}
				}
			}
			assert.deepEqual(seen.slice(0, 5), [], `${seen.length} texts are visible`);
		});
	}
});
