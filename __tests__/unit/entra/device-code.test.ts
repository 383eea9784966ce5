// A person approves: the notice, the polling of RFC 8628, and how it can end.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { signIn } from '../../../src/entra/credential.js';
import { TransportError } from '../../../src/http/transport-error.js';
import { response, type Script } from '../../support/make-ports.js';
import { CLIENT_ID, choose, formOf, makeContext, run, TARGET, TOKEN } from '../../support/sign-in-context.js';

const GIVEN = { inputs: { 'auth-method': 'device-code' } };
const CODE = {
	user_code: 'ABCD-1234',
	device_code: 'GMM-device-code',
	verification_uri: 'https://microsoft.com/devicelogin',
	expires_in: 900,
	interval: 5,
};
const CODE_GIVEN = response(200, CODE);
const poll = (error: string) => response(400, { error });

describe('device-code', () => {
	it('shows code and address as a notice, and polls until the person has approved', async () => {
		const script = [CODE_GIVEN, poll('authorization_pending'), poll('slow_down'), poll('authorization_pending'), TOKEN];
		const { requests, log, masks, time } = await run(GIVEN, script);
		assert.deepEqual(formOf(requests[0]), {
			client_id: CLIENT_ID,
			scope: 'https://vault.azure.net/user_impersonation',
		});
		assert.match(requests[0]?.url ?? '', /\/oauth2\/v2\.0\/devicecode$/);
		assert.deepEqual(formOf(requests[1]), {
			grant_type: 'urn:ietf:params:oauth:grant-type:device_code',
			client_id: CLIENT_ID,
			device_code: 'GMM-device-code',
		});
		assert.deepEqual(time.sleeps, [5000, 5000, 10_000, 10_000]);
		const [notice, ...others] = log.annotations;
		assert.deepEqual(others, []);
		assert.equal(notice?.level, 'notice');
		assert.match(
			notice?.text ?? '',
			/Open https:\/\/microsoft\.com\/devicelogin and enter the code ABCD-1234 within 15 minutes\./,
		);
		assert.deepEqual(masks, ['GMM-device-code', 'the-access-token']);
		assert.doesNotMatch(JSON.stringify([log.lines, log.debugLines, log.annotations]), /GMM/);
	});

	it('may take longer than the step otherwise may', async () => {
		const pending = Array.from({ length: 100 }, () => poll('authorization_pending'));
		const { context, time } = makeContext([CODE_GIVEN, ...pending, TOKEN]);
		await signIn(await choose(GIVEN), TARGET, context);
		assert.ok(time.clock.nowMs() > context.deadlineMs);
	});

	it('is asked for again if Entra says that the refusal passes by itself', async () => {
		const busy = response(400, { error: 'invalid_request', error_codes: [90033] });
		const { requests } = await run(GIVEN, [busy, CODE_GIVEN, busy, poll('temporarily_unavailable'), TOKEN]);
		assert.equal(requests.length, 5);
	});

	it('has an interval of five seconds if the service names none, and of one if it names zero', async () => {
		const { interval: _, ...without } = CODE;
		assert.deepEqual((await run(GIVEN, [response(200, without), TOKEN])).time.sleeps, [5000]);
		assert.deepEqual((await run(GIVEN, [response(200, { ...CODE, interval: 0 }), TOKEN])).time.sleeps, [1000]);
	});

	const failures: readonly [string, Script, RegExp][] = [
		[
			'declines',
			[CODE_GIVEN, poll('authorization_declined')],
			/^device-code: the person declined \(authorization_declined\)\./,
		],
		['may not approve', [CODE_GIVEN, poll('access_denied')], /^device-code: the person declined \(access_denied\)\./],
		['does nothing', [CODE_GIVEN, poll('expired_token')], /^device-code: .*expired/],
		[
			'does nothing for as long as the code lives',
			[response(200, { ...CODE, expires_in: 9 }), poll('authorization_pending')],
			/^device-code: .*expired/,
		],
		[
			'is asked for by a confidential client',
			[response(401, { error: 'invalid_client', error_codes: [7000218] })],
			/AADSTS7000218.*Allow public client flows/,
		],
		[
			'approves for the wrong client',
			[CODE_GIVEN, response(400, { error: 'invalid_grant', error_codes: [65001] })],
			/AADSTS65001/,
		],
	];
	for (const [name, script, expected] of failures) {
		it(`is an error if the person ${name}`, async () => {
			await assert.rejects(run(GIVEN, script), { message: expected });
		});
	}

	it('is an error if there is no answer, at the start or later', async () => {
		const failure = new TransportError('the host name does not exist', { failure: 'host-not-found' });
		await assert.rejects(run(GIVEN, [failure]), { code: 'ENTRA_UNREACHABLE' });
		await assert.rejects(run(GIVEN, [CODE_GIVEN, failure]), { code: 'ENTRA_UNREACHABLE' });
	});

	for (const wrong of [
		{ user_code: 'x\n::error::y' },
		{ verification_uri: 'http://phish.example' },
		{ device_code: 7 },
		{ expires_in: '900' },
		{ interval: -1 },
	]) {
		it(`believes no answer with ${JSON.stringify(wrong)}`, async () => {
			await assert.rejects(run(GIVEN, [response(200, { ...CODE, ...wrong })]), { code: 'ENTRA_ANSWER_UNUSABLE' });
		});
	}
});
