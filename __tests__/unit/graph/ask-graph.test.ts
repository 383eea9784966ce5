import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { addPasswordOnce, listPasswords, removePassword, tryToRemovePassword } from '../../../src/graph/ask-graph.js';
import { TransportError } from '../../../src/http/transport-error.js';
import { SecretText } from '../../../src/secret-text.js';
import { type Answer, makePorts, response, scriptTransport } from '../../support/make-ports.js';

const KEY_ID = 'f0b0b335-1d71-4883-8f98-567911bfdca6';
const WISH = { displayName: 'gh', expires: 1_800_000_000 };
const CUT = new TransportError('it was cut', { failure: 'connection' });
const NO_SUCH = response(400, {
	error: { code: 'Request_BadRequest', message: 'No password credential found with keyId x.' },
});
const CONFLICT = response(409, { error: { code: 'Directory_ConcurrencyViolation', message: '' } });
const ADDED = response(200, { keyId: KEY_ID, secretText: 'abcdefgh', endDateTime: '2027-01-15T08:00:00Z' });
const LISTED = response(200, { passwordCredentials: [{ keyId: KEY_ID }] });
const EMPTY = response(200, { passwordCredentials: [] });

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
		assert.equal((await listPasswords(accessTo([EMPTY]).access)).dateSeconds, undefined);
	});

	it('asks again if that helps, and else says why not', async () => {
		await listPasswords(accessTo([CUT, response(503), CONFLICT, EMPTY]).access);
		await assert.rejects(listPasswords(accessTo([response(403)]).access), { code: 'GRAPH_FORBIDDEN' });
		await assert.rejects(listPasswords(accessTo([response(200, {})]).access), { code: 'GRAPH_ANSWER_UNUSABLE' });
		await assert.rejects(listPasswords(accessTo(Array(5).fill(CUT)).access), { code: 'GRAPH_UNREACHABLE' });
		await assert.rejects(listPasswords(accessTo(Array(5).fill(CONFLICT)).access), { code: 'GRAPH_CONFLICT' });
	});
});

const remove = async (answers: readonly Answer[]) => {
	const { access, requests } = accessTo(answers);
	const result = await tryToRemovePassword(KEY_ID, access);
	const methods = requests.map(({ method }) => method);
	return result.kind === 'done' ? { value: result.value, methods } : { value: result, methods };
};

describe('tryToRemovePassword', () => {
	it('tells what is removed from what is not known', async () => {
		assert.equal((await remove([response(204)])).value, 'removed');
		assert.equal((await remove([NO_SUCH])).value, 'unknown');
		assert.equal((await remove([response(429), NO_SUCH])).value, 'unknown');
	});

	it('asks again at once where something else changes the application', async () => {
		assert.equal((await remove([CONFLICT, CONFLICT, response(204)])).value, 'removed');
	});

	it('looks at the list where no answer came, and asks again only for what is still there', async () => {
		for (const lost of [CUT, response(504), response(408), response(302), response(200, '<html>')]) {
			assert.deepEqual(await remove([lost, EMPTY]), { value: 'unknown', methods: ['POST', 'GET'] });
		}
		const again = await remove([CUT, LISTED, response(204)]);
		assert.deepEqual(again, { value: 'removed', methods: ['POST', 'GET', 'POST'] });
	});

	it('is not sent again if nobody can look', async () => {
		const { value, methods } = await remove([CUT, response(403)]);
		assert.ok(typeof value === 'object' && value.kind === 'failed' && value.unanswered === 1);
		assert.deepEqual(methods, ['POST', 'GET']);
	});
});

describe('removePassword', () => {
	it('takes what is not known any more for removed', async () => {
		await removePassword(KEY_ID, accessTo([NO_SUCH]).access);
		await removePassword(KEY_ID, accessTo([CUT, LISTED, NO_SUCH]).access);
	});

	it('says why it could not', async () => {
		await assert.rejects(removePassword(KEY_ID, accessTo([response(403)]).access), { code: 'GRAPH_FORBIDDEN' });
		await assert.rejects(removePassword(KEY_ID, accessTo([response(302), LISTED, LISTED]).access), {
			code: 'GRAPH_REFUSED',
		});
		const cuts = [...Array(5).fill([CUT, LISTED]).flat(), LISTED];
		await assert.rejects(removePassword(KEY_ID, accessTo(cuts).access), { code: 'GRAPH_UNREACHABLE' });
	});
});

describe('addPasswordOnce', () => {
	it('gives the new password', async () => {
		assert.equal((await addPasswordOnce(WISH, accessTo([ADDED]).access)).keyId, KEY_ID);
	});

	const failures: readonly (readonly [string, Answer, string])[] = [
		['a lost answer', CUT, 'GRAPH_UNREACHABLE'],
		['a failure', response(503), 'GRAPH_UNAVAILABLE'],
		['a redirect', response(302), 'GRAPH_REFUSED'],
		['a page for people', response(200, '<html>'), 'GRAPH_ANSWER_UNUSABLE'],
		['a refusal', response(403), 'GRAPH_FORBIDDEN'],
		['too many requests', response(429), 'GRAPH_THROTTLED'],
	];
	for (const [name, answer, code] of failures) {
		it(`asks once, and fails on ${name}`, async () => {
			const { access, requests } = accessTo([answer]);
			await assert.rejects(addPasswordOnce(WISH, access), { code });
			assert.equal(requests.length, 1);
		});
	}

	it('throws on what is a bug', async () => {
		await assert.rejects(addPasswordOnce(WISH, accessTo([new TypeError('defect')]).access), TypeError);
	});
});
