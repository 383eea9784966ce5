// Answers that a service which speaks JSON cannot have given, and what they are instead.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { describeForeignAnswer } from '../../../src/http/failure-hints.js';

const page = 'the answer is a web page';
const rows: readonly (readonly [string, string, string | undefined])[] = [
	['<!doctype html><title>Guest network</title>', 'text/html', page],
	['  \n<html>', '', page],
	['<?xml version="1.0"?><a/>', 'application/xml', page],
	['Blocked by policy', 'text/html; charset=utf-8', page],
	['Blocked by policy', 'text/plain', 'the answer is not JSON'],
	['{"value": "cut', 'application/json', 'the answer is not JSON'],
	['', 'application/json', 'the answer is empty'],
	[' \r\n', '', 'the answer is empty'],
	['{}', 'text/html', undefined],
	['[]', 'application/json', undefined],
	['null', '', undefined],
];

describe('an answer', () => {
	for (const [body, type, problem] of rows) {
		it(`${JSON.stringify(body)} of type "${type}" is ${problem ?? 'one that the service may have given'}`, () => {
			const headers: Record<string, string> = type === '' ? {} : { 'content-type': type };
			const foreign = describeForeignAnswer({ headers, body }, 'The Service');
			assert.equal(foreign?.problem, problem);
			if (foreign === undefined) return;
			assert.match(foreign.hint, /^The Service .*(?:proxy|captive portal)/);
			assert.ok(body.trim() === '' || !foreign.hint.includes(body));
		});
	}
});
