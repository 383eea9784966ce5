// The client certificate: what is refused before any request, by input and facts.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { toPem } from '../../../src/certificate/pem.js';
import { ActionError, ActionErrors, expectedErrors } from '../../../src/errors.js';
import { issue } from '../../support/certificates.js';
import { given, issued, PASSWORD, PEM, pemOf, pfx } from '../../support/given-certificate.js';
import { makeMachine } from '../../support/make-ports.js';
import { choose, type Given } from '../../support/sign-in-context.js';

const other = issue('other', { kind: 'rsa' });

describe('client-certificate is an error, before any request, where', () => {
	const ec = issue('ec', { kind: 'ec' });
	const weak = issue('weak', { kind: 'rsa-512', issuer: other });
	const expired = issue('expired', { kind: 'rsa', notAfter: '260101000000Z' });
	const early = issue('early', { kind: 'rsa', notBefore: '260101000501Z' });
	const machine = makeMachine({
		'empty.pem': '',
		'readme.md': '# Read me',
		'huge.pfx': Buffer.alloc(1024 * 1024 + 1, 0x30),
	});
	const locked = pfx(PASSWORD).toString('base64');
	const cases: Readonly<Record<string, readonly [Given, readonly [subject: string, ...facts: string[]]]>> = {
		'it is empty though asked for': [
			given('', '', { inputs: { 'auth-method': 'client-certificate' } }),
			['client-certificate', 'PEM', 'base64 PFX', 'path of a file'],
		],
		'its password is given alone': [given('', PASSWORD), ['client-certificate-password', 'client-certificate']],
		'its password is given alone, though the job has id-token: write': [
			given('', PASSWORD, {
				variables: { ACTIONS_ID_TOKEN_REQUEST_URL: 'https://x.example', ACTIONS_ID_TOKEN_REQUEST_TOKEN: 't' },
			}),
			['client-certificate-password', 'client-certificate'],
		],
		'a client secret is given, too': [
			given(PEM, '', { inputs: { 'client-secret': 's' } }),
			['client-secret and client-certificate'],
		],
		'another way is asked for': [
			given(PEM, '', { inputs: { 'auth-method': 'github-oidc' } }),
			['auth-method and client-certificate'],
		],
		'there is no such file': [given('certs/none.pfx'), ['client-certificate', 'no file', 'workspace']],
		'its file is over 1 MiB': [given('huge.pfx', '', { machine }), ['client-certificate', '1 MiB']],
		'its file is empty': [given('empty.pem', '', { machine }), ['client-certificate', 'nothing']],
		'its file is something else': [given('readme.md', '', { machine }), ['client-certificate', 'PEM']],
		'it is a certificate without its key': [
			given(issued.certificate.toString('base64')),
			['client-certificate', 'private key'],
		],
		'it is lines of something else': [given('user: me\npassword: no'), ['client-certificate', 'PEM', 'base64']],
		'key and certificate do not belong together': [
			given(toPem('PRIVATE KEY', issued.pkcs8) + toPem('CERTIFICATE', other.certificate)),
			['client-certificate', 'PEM', '1 certificate'],
		],
		'the password is wrong': [given(locked, 'another'), ['client-certificate-password', 'PFX']],
		'a password is given that the PFX does not have': [
			given(pfx(null).toString('base64'), PASSWORD),
			['client-certificate-password', 'PFX', 'no password'],
		],
		'the password is missing': [given(locked), ['client-certificate', 'PFX', 'Set client-certificate-password']],
		'the PFX is damaged': [given(locked.slice(0, -8), PASSWORD), ['client-certificate', 'PFX', 'cut off']],
		'its key is not RSA': [given(pemOf(ec)), ['client-certificate', 'EC key', 'RSA key']],
		'its key is too short': [given(pemOf(weak)), ['client-certificate', '1024 bits']],
		'it has expired': [given(pemOf(expired)), ['client-certificate', '2026-01-01T00:00:00Z']],
		'it is not valid yet': [given(pemOf(early)), ['client-certificate', '2026-01-01T00:05:01Z']],
	};
	for (const [what, [one, [subject, ...facts]]] of Object.entries(cases)) {
		it(what, async () => {
			await assert.rejects(choose(one), (error) => {
				const [first, ...more] = expectedErrors(error);
				assert.deepEqual([first?.subject, more], [subject, []]);
				const told = `${first?.problem} ${first?.hint}`;
				for (const fact of facts) assert.ok(told.includes(fact), `${fact}: ${told}`);
				return true;
			});
		});
	}

	it('the client ID is missing, too: both are named', async () => {
		await assert.rejects(choose(given('certs/none.pfx', '', { inputs: { 'client-id': '' } })), (error) => {
			assert.ok(error instanceof ActionErrors);
			assert.deepEqual(
				error.errors.map(({ subject }) => subject),
				['client-id', 'client-certificate'],
			);
			return true;
		});
	});

	it('it is what should not be seen: nothing of it is repeated, in the cause either', async () => {
		const secret = 'kJ8~misplaced-secret';
		await assert.rejects(choose(given(secret)), (error) => {
			const [first] = expectedErrors(error);
			assert.ok(first instanceof ActionError && first.cause === undefined);
			assert.ok(!`${first.stack}`.includes(secret));
			return true;
		});
	});

	it('the fault is not its own: that is thrown as it is', async () => {
		const machine = { ...makeMachine(), readFile: () => null as unknown as Buffer };
		await assert.rejects(choose(given('certs/exo.pfx', '', { machine })), TypeError);
	});

	it('no clock is exact: five minutes are put up with', async () => {
		await assert.doesNotReject(choose(given(pemOf(issue('fresh', { kind: 'rsa', notBefore: '260101000500Z' })))));
		await assert.doesNotReject(choose(given(pemOf(issue('last', { kind: 'rsa', notAfter: '260101000001Z' })))));
	});
});
