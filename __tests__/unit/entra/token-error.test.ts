// Refused sign-ins, in words that help.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
	type RefusedSignIn,
	refusedSignInError,
	unreachableAuthorityError,
	unusableAnswerError,
} from '../../../src/entra/token-error.js';
import type { Refusal } from '../../../src/entra/token-response-error.js';
import { TransportError } from '../../../src/http/transport-error.js';

const ATTEMPT: RefusedSignIn = {
	authority: 'https://login.microsoftonline.com/contoso.com',
	clientId: 'the-client',
	notes: [],
};
const SUBJECT = 'Sign-in of client the-client in tenant contoso.com at login.microsoftonline.com';
const CORRELATION_ID = '0000c0ff-ee00-4000-8000-000000000000';
const ANSWER = { headers: {}, body: '{}' };
const UNKNOWN: Refusal = { error: undefined, errorCode: undefined, correlationId: undefined };

function refuse(status: number, { error, errorCode, correlationId }: Refusal, attempt: RefusedSignIn = ATTEMPT) {
	const body = JSON.stringify({ error, error_codes: [errorCode], correlation_id: correlationId });
	return refusedSignInError({ status, headers: {}, body }, attempt);
}

describe('refusedSignInError', () => {
	it("says what failed and where, the service's codes, what to do, and the correlation ID", () => {
		const refusal = { error: 'invalid_client', errorCode: 7000215, correlationId: CORRELATION_ID };
		const error = refuse(401, refusal);
		assert.equal(error.code, 'ENTRA_AADSTS7000215');
		assert.equal(error.title, 'Sign-in refused: wrong client secret');
		assert.equal(
			error.message,
			`${SUBJECT}: refused with HTTP 401, invalid_client, AADSTS7000215: wrong client secret. Use the secret's value, which the portal shows once, not its secret ID. A secret created less than two minutes ago may not be known yet. (correlation ID ${CORRELATION_ID})`,
		);
	});

	it('puts notes that belong to the refusal before the advice, and no others', () => {
		const notes = [
			{ errorCodes: [7000215, 1], text: 'It looks odd.' },
			{ errorCodes: [2], text: 'Not this.' },
			{ text: 'Always this.' },
		];
		const error = refuse(401, { ...UNKNOWN, errorCode: 7000215 }, { ...ATTEMPT, notes });
		assert.match(error.hint ?? '', /^It looks odd\. Always this\. Use the secret's value/);
		assert.match(refuse(401, UNKNOWN, { ...ATTEMPT, notes }).hint ?? '', /^Always this\. /);
	});

	it('leaves the advice out if a note stands in for it', () => {
		const notes = [{ errorCodes: [7000215], text: 'Do this instead.', replacesAdvice: true }];
		const attempt = { ...ATTEMPT, notes };
		assert.equal(refuse(401, { ...UNKNOWN, errorCode: 7000215 }, attempt).hint, 'Do this instead.');
		assert.match(refuse(401, { ...UNKNOWN, errorCode: 7000222 }, attempt).hint ?? '', /^Create a new one/);
	});

	it('names the token if it is not the one to sign in with', () => {
		const attempt = { ...ATTEMPT, tokenName: 'Token EXO (scopes line 1)' };
		const subject = SUBJECT.replace('Sign-in', 'Token EXO (scopes line 1)');
		const refused = refuse(400, { ...UNKNOWN, errorCode: 70011 }, attempt);
		assert.deepEqual([refused.title, refused.subject], ['Token refused: the scope is not valid', subject]);
		const unusable = unusableAnswerError(ANSWER, attempt);
		assert.deepEqual([unusable.title, unusable.subject], ['Token failed', subject]);
		const cause = new TransportError('no way', { failure: 'connection' });
		assert.equal(unreachableAuthorityError(cause, attempt).title, 'Token failed: no answer');
	});

	it('points to the look-up page for a number without advice', () => {
		const error = refuse(400, { ...UNKNOWN, errorCode: 1234567 });
		assert.equal(error.code, 'ENTRA_AADSTS1234567');
		assert.equal(error.title, 'Sign-in refused');
		assert.equal(error.problem, 'refused with HTTP 400, AADSTS1234567.');
		assert.equal(error.hint, 'See https://login.microsoftonline.com/error?code=1234567.');
		assert.equal(error.requestId, undefined);
	});

	for (const status of [429, 500, 503]) {
		it(`says to run the job later if the answer is ${status} without a number`, () => {
			const error = refuse(status, UNKNOWN);
			assert.equal(error.code, 'ENTRA_REFUSED');
			assert.match(error.hint ?? '', /Microsoft Entra ID.*run the job again/);
		});
	}

	it('doubts the host where the answer is not of Entra', () => {
		const error = refuse(403, UNKNOWN);
		assert.equal(error.problem, 'refused with HTTP 403.');
		assert.match(error.hint ?? '', /authority-host, and any proxy/);
	});

	it('tells a web page apart from an answer of Entra', () => {
		const page = { status: 502, headers: {}, body: '<html>' };
		assert.match(refusedSignInError(page, ATTEMPT).problem, /HTTP 502: the answer is a web page/);
		assert.doesNotMatch(refusedSignInError({ ...page, body: ' ' }, ATTEMPT).problem, /web page/);
	});

	it('says that a redirect is never followed', () => {
		for (const status of [300, 302, 399]) {
			const error = refuse(status, UNKNOWN);
			assert.equal(error.problem, `refused with HTTP ${status}: it redirects, which is never followed.`);
		}
		assert.doesNotMatch(refuse(400, UNKNOWN).message, /redirect/);
		assert.doesNotMatch(refuse(201, UNKNOWN).message, /redirect/);
	});
});

describe('unusableAnswerError', () => {
	it('says that the answer holds no token', () => {
		const { code, message } = unusableAnswerError(ANSWER, ATTEMPT);
		assert.equal(code, 'ENTRA_ANSWER_UNUSABLE');
		assert.match(message, new RegExp(`^${SUBJECT}: the answer holds no usable token\\.`));
	});
});

describe('unreachableAuthorityError', () => {
	it('has the advice of the one table, and keeps the cause', () => {
		const cause = new TransportError('no way', { failure: 'host-not-found' });
		const error = unreachableAuthorityError(cause, ATTEMPT);
		assert.deepEqual([error.code, error.problem, error.subject], ['ENTRA_UNREACHABLE', 'no way.', SUBJECT]);
		assert.match(error.hint ?? '', /authority-host.*cloud.*HTTPS_PROXY/);
		assert.equal(error.cause, cause);
	});

	it('does not take a bug for a network failure', () => {
		const defect = new TypeError('oops');
		assert.throws(
			() => unreachableAuthorityError(defect, ATTEMPT),
			(error) => error === defect,
		);
	});
});
