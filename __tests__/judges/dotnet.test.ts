// The effect of the runner's code on texts, by .NET itself, and the same by our oracle of the runner.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type Dotnet, noDotnet, startDotnet } from '../support/dotnet.js';

let dotnet: Dotnet;
before(() => {
	if (noDotnet === false) dotnet = startDotnet();
});
after(() => dotnet?.close());

describe('.NET as a judge', () => {
	it('answers a question about each item', { skip: noDotnet }, async () => {
		assert.deepEqual(await dotnet.ask('isWhiteSpace', [0x3000, 0xfeff, 0x61]), [true, false, false]);
		assert.deepEqual(await dotnet.ask('escapeXml', ['<&">']), ['&lt;&amp;&quot;&gt;']);
	});

	it('says what .NET throws, and answers on', { skip: noDotnet }, async () => {
		await assert.rejects(dotnet.ask('indexOf', [{ text: 'a', value: 'a', start: 9 }]), /ArgumentOutOfRange/);
		assert.deepEqual(await dotnet.ask('escapeUri', ["a b'\u00e9"]), ['a%20b%27%C3%A9']);
	});
});
