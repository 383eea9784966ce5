// The lines of `scopes`, and what is said of bad ones.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { splitLines } from '../../../src/input/line-grammar.js';
import { describeToken, parseScopeLine } from '../../../src/input/token-inputs.js';
import { refusal } from '../../support/refusal.js';

function parse(text: string) {
	return splitLines('scopes', text).map(parseScopeLine);
}

describe('parseScopeLine', () => {
	it('reads name and scope, past comments, blank lines and white space', () => {
		const text =
			'# tokens\n\n EXO = https://outlook.office365.com/.default \r\nGRAPH=https://graph.microsoft.com/.default';
		assert.deepEqual(parse(text), [
			{ input: 'scopes', number: 3, output: 'EXO', scope: 'https://outlook.office365.com/.default' },
			{ input: 'scopes', number: 4, output: 'GRAPH', scope: 'https://graph.microsoft.com/.default' },
		]);
	});

	const scopes = [
		'https://management.core.windows.net//.default',
		'https://contoso.sharepoint.com/.default',
		'api://contoso.com/orders/.default',
		'api://22222222-2222-4222-8222-222222222222/.default',
		'00000002-0000-0ff1-ce00-000000000000/.default',
		'HTTPS://graph.microsoft.com/.default',
	];
	for (const scope of scopes) {
		it(`takes ${scope}`, () => {
			assert.equal(parse(`_a-1 = ${scope}`)[0]?.scope, scope);
		});
	}

	const good = 'https://graph.microsoft.com/.default';
	const bad: readonly (readonly [string, RegExp])[] = [
		[good, /^has no name for its token\.$/],
		[`= ${good}`, /^has no name for its token\.$/],
		['GRAPH', /^has no name for its token\.$/],
		['GRAPH =', /^has nothing after "="\.$/],
		[`1ST = ${good}`, /^has an output name that a workflow cannot use\.$/],
		[`MY TOKEN = ${good}`, /^has an output name that a workflow cannot use\.$/],
		[`-a = ${good}`, /^has an output name that a workflow cannot use\.$/],
		['A = https://graph.microsoft.com', /^is not the scope of an application\.$/],
		['A = https://graph.microsoft.com/Mail.Read', /^is not the scope of an application\.$/],
		['A = https:///.default', /^is not the scope of an application\.$/],
		[`A = ${good}/`, /^is not the scope of an application\.$/],
		[`A = ${good} openid`, /^is not the scope of an application\.$/],
		[`A = openid ${good}`, /^is not the scope of an application\.$/],
		['A = https://graph.microsoft.com/é/.default', /^is not the scope of an application\.$/],
		['A = http://graph.microsoft.com/.default', /^is not the scope of an application\.$/],
		['A = graph.microsoft.com/.default', /^is not the scope of an application\.$/],
		['A = /.default', /^is not the scope of an application\.$/],
		['A = https://graph.microsoft.com/.Default', /^is not the scope of an application\.$/],
	];
	for (const [text, problem] of bad) {
		it(`refuses ${text}`, () => {
			assert.throws(
				() => parse(`\n${text}`),
				(error: Error) => {
					assert.match(error.message, /^scopes line 2: /);
					return refusal('LINE_INVALID', problem)(error);
				},
			);
		});
	}

	it('says what was expected', () => {
		assert.throws(() => parse('A = Mail.Read'), /https:\/\/SERVICE\/\.default, api:\/\/APPLICATION\/\.default/);
		assert.throws(() => parse('1ST = Mail.Read'), /Expected a letter or _, then letters, digits, - and _\./);
		assert.throws(() => parse('Mail.Read'), /Write NAME = SCOPE, e\.g\. GRAPH = https/);
	});
});

describe('describeToken', () => {
	it('names the output and its line', () => {
		assert.equal(describeToken({ input: 'scopes', number: 2, output: 'EXO', scope: 'x' }), 'Token EXO (scopes line 2)');
	});
});
