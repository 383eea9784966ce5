// The lines of `scopes`, and what is said of bad ones.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { splitLines } from '../../../src/input/line-grammar.js';
import { describeToken, parseScopeLine } from '../../../src/input/token-inputs.js';
import { type Mistake, testMistakes } from '../../support/mistakes.js';

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
		"https://contoso.example/o'clock|1/.default",
	];
	for (const scope of scopes) {
		it(`takes ${scope}`, () => {
			assert.equal(parse(`_a-1 = ${scope}`)[0]?.scope, scope);
		});
	}

	const good = 'https://graph.microsoft.com/.default';
	const mistakes: Mistake[] = [
		{ facts: ['NAME = SCOPE', 'GRAPH = https'], texts: [good, `= ${good}`, 'GRAPH', 'Mail.Read'] },
		{ facts: ['"="'], texts: ['GRAPH ='] },
		{
			facts: ['a letter or _', 'letters, digits, - and _'],
			texts: [`1ST = ${good}`, `MY TOKEN = ${good}`, `-a = ${good}`, '1ST = Mail.Read'],
		},
		{
			facts: ['https://SERVICE/.default', 'api://APPLICATION/.default'],
			texts: [
				'A = https://graph.microsoft.com',
				'A = https://graph.microsoft.com/Mail.Read',
				'A = Mail.Read',
				'A = //.default',
				'A = https:////.default',
				'A = https:///.default',
				`A = ${good}/`,
				`A = ${good} openid`,
				`A = openid ${good}`,
				'A = https://graph.microsoft.com/é/.default',
				'A = http://graph.microsoft.com/.default',
				'A = graph.microsoft.com/.default',
				'A = /.default',
				'A = https://graph.microsoft.com/.Default',
			],
		},
	];
	mistakes.push(
		{ facts: ['YAML'], texts: [`- GRAPH = ${good}`, `* GRAPH = ${good}`, `- ${good}`] },
		{ facts: ['quotes'], texts: [`GRAPH = "${good}"`, `"GRAPH" = ${good}`, `GRAPH = '${good}'`, `"GRAPH = ${good}"`] },
		{ facts: ['":"', '"="', 'NAME = SCOPE'], texts: [`GRAPH: ${good}`, 'GRAPH:'] },
		{ facts: ['expression'], texts: [`$\{{ vars.SCOPES }}`, `GRAPH = $\{{ vars.SCOPE }}`] },
		{ facts: ['modifiers'], texts: [`GRAPH = ${good} | file`, `GRAPH = ${good}|`] },
	);
	testMistakes(mistakes, (text) => parse(`\n${text}`), { code: 'LINE_INVALID', subject: 'scopes line 2' });
});

describe('describeToken', () => {
	it('names the output and its line', () => {
		assert.equal(describeToken({ input: 'scopes', number: 2, output: 'EXO', scope: 'x' }), 'Token EXO (scopes line 2)');
	});
});
