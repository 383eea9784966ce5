import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { listPasswords, removePassword, tryToAddPassword } from '../../../src/graph/ask-graph.js';
import { TransportError } from '../../../src/http/transport-error.js';
import { SecretText } from '../../../src/secret-text.js';
import { type Answer, makePorts, response, scriptTransport } from '../setup.js';

const KEY_ID = 'f0b0b335-1d71-4883-8f98-567911bfdca6';
const WISH = { displayName: 'gh', expires: 1_800_000_000 };
const CUT = new TransportError('it was cut', { failure: 'connection' });
const NO_SUCH = response(400, {
	error: { code: 'Request_BadRequest', message: 'No password credential found with keyId x.' },
});
const ADDED = response(200, { keyId: KEY_ID, secretText: 'abcdefgh', endDateTime: '2027-01-15T08:00:00Z' });

function accessTo(answers: readonly Answer[]) {
	const { ports, requests, time } = makePorts({ transport: scriptTransport(answers).transport });
	return {
		requests,
		access: {
			app: { graphHost: 'https://graph.microsoft.com', appId: '77777777-7777-4777-8777-777777777777' },
			token: new SecretText('t'),
			context: { ...ports, deadlineMs: time.clock.nowMs() + 100_000 },
		},
	};
}

describe('listPasswords', () => {
	it('gives the passwords, and the time by the clock of Graph', async () => {
		const list = response(200, { passwordCredentials: [] }, { date: 'Fri, 15 Jan 2027 08:00:00 GMT' });
		assert.deepEqual(await listPasswords(accessTo([list]).access), { passwords: [], dateSeconds: 1_800_000_000 });
		const undated = response(200, { passwordCredentials: [] });
		assert.equal((await listPasswords(accessTo([undated]).access)).dateSeconds, undefined);
	});

	it('asks again where that helps, and else says why not', async () => {
		await listPasswords(accessTo([CUT, response(503), response(200, { passwordCredentials: [] })]).access);
		await assert.rejects(listPasswords(accessTo([response(403)]).access), { code: 'GRAPH_FORBIDDEN' });
		await assert.rejects(listPasswords(accessTo([response(200, {})]).access), { code: 'GRAPH_ANSWER_UNUSABLE' });
		await assert.rejects(listPasswords(accessTo(Array(5).fill(CUT)).access), { code: 'GRAPH_UNREACHABLE' });
	});
});

describe('removePassword', () => {
	it('tells what is removed from what is not known', async () => {
		assert.equal(await removePassword(KEY_ID, accessTo([response(204)]).access), 'removed');
		assert.equal(await removePassword(KEY_ID, accessTo([NO_SUCH]).access), 'unknown');
		assert.equal(await removePassword(KEY_ID, accessTo([response(429), NO_SUCH]).access), 'unknown');
	});

	it('takes what is not known any more for removed, where an attempt before got no word', async () => {
		assert.equal(await removePassword(KEY_ID, accessTo([CUT, NO_SUCH]).access), 'removed');
		assert.equal(await removePassword(KEY_ID, accessTo([response(504), NO_SUCH]).access), 'removed');
	});

	it('says why it could not', async () => {
		await assert.rejects(removePassword(KEY_ID, accessTo([response(403)]).access), { code: 'GRAPH_FORBIDDEN' });
		await assert.rejects(removePassword(KEY_ID, accessTo([response(302)]).access), { code: 'GRAPH_REFUSED' });
		await assert.rejects(removePassword(KEY_ID, accessTo(Array(5).fill(CUT)).access), { code: 'GRAPH_UNREACHABLE' });
	});
});

describe('tryToAddPassword', () => {
	it('gives the new password', async () => {
		const attempt = await tryToAddPassword(WISH, accessTo([ADDED]).access);
		assert.equal(attempt.kind === 'added' && attempt.added.keyId, KEY_ID);
	});

	const failures: readonly (readonly [string, Answer, string, boolean])[] = [
		['a lost answer', CUT, 'GRAPH_UNREACHABLE', true],
		['a failure', response(503), 'GRAPH_UNAVAILABLE', true],
		['a redirect', response(302), 'GRAPH_REFUSED', true],
		['a page for people', response(200, '<html>'), 'GRAPH_ANSWER_UNUSABLE', true],
		['a refusal', response(403), 'GRAPH_FORBIDDEN', false],
		['too many requests', response(429), 'GRAPH_THROTTLED', false],
	];
	for (const [name, answer, code, mayHaveAdded] of failures) {
		it(`asks once, and says whether ${name} may have made one`, async () => {
			const { access, requests } = accessTo([answer]);
			const attempt = await tryToAddPassword(WISH, access);
			assert.equal(requests.length, 1);
			assert.deepEqual(attempt.kind === 'failed' && [attempt.error.code, attempt.mayHaveAdded], [code, mayHaveAdded]);
			assert.equal(attempt.kind === 'failed' && attempt.outcome, answer);
		});
	}

	it('throws on what is a defect', async () => {
		await assert.rejects(tryToAddPassword(WISH, accessTo([new TypeError('defect')]).access), TypeError);
	});
});
