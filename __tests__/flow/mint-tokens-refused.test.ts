// Tokens that Entra refuses: one error a cause, and what helps against it.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { TransportError } from '../../src/http/transport-error.js';
import { response } from '../support/make-ports.js';
import { SIGNING } from '../support/signers.js';
import { answers, CLIENT_ID, EXO, fail, GRAPH, refused, runAction } from './scripted-signer.js';

describe('the tokens', () => {
	it('are refused with one error for all scopes if the certificate is not uploaded, and the log has it', async () => {
		const unknown = refused(401, 'invalid_client', 700027);
		const { texts, log } = await fail({}, { answers: { [EXO]: unknown, [GRAPH]: unknown } });
		assert.equal(texts.length, 1);
		const [text = ''] = texts;
		assert.match(
			text,
			/^Token EXO \(scopes line 1\) of client 1111.* in tenant contoso\.onmicrosoft\.com at login\.microsoftonline\.com \(correlation ID 9999.*\), Token GRAPH \(scopes line 2\) /,
		);
		assert.match(
			text,
			/AADSTS700027: .*Certificate exo \(version \w{32}, thumbprint [0-9A-F]{40}\) .*application 1111/,
		);
		assert.ok(text.includes(`"az ad app credential reset --id ${CLIENT_ID} --cert @exo.pem --append"`));
		assert.ok(!text.includes('Upload its public part'), 'the same advice twice');
		const begin = log.lines.indexOf('-----BEGIN CERTIFICATE-----');
		const end = log.lines.indexOf('-----END CERTIFICATE-----');
		assert.match(
			log.lines[begin - 1] ?? '',
			/^The public part of certificate exo \(version \w{32}\) in contoso\.vault\.azure\.net:$/,
		);
		assert.equal(log.lines.slice(begin + 1, end).join(''), SIGNING.der.toString('base64'));
		assert.equal(log.lines.filter((line) => line.startsWith('-----BEGIN')).length, 1);
	});

	const cases: readonly (readonly [string, number, string, number, RegExp])[] = [
		['a scope that is not valid', 400, 'invalid_scope', 70011, /AADSTS70011: .*scope/],
		['a service that is not there', 400, 'invalid_resource', 500011, /AADSTS500011: .*application ID URI/],
		['a consent that is missing', 400, 'invalid_grant', 65001, /AADSTS65001: consent is missing\. Grant admin consent/],
		['a role that is missing', 400, 'invalid_grant', 501051, /AADSTS501051: .*role/],
		[
			'an application that is not there',
			400,
			'unauthorized_client',
			700016,
			/AADSTS700016: .*app-id.*client-id.*app-tenant-id/,
		],
		['an application that is not installed', 401, 'invalid_client', 7000229, /AADSTS7000229: .*az ad sp create/],
	];
	for (const [what, status, error, code, expected] of cases) {
		it(`are refused for ${what}, without the certificate in the log`, async () => {
			const { texts, errors, log } = await fail({}, answers(EXO, refused(status, error, code)));
			assert.equal(texts.length, 1);
			assert.match(texts[0] ?? '', /^Token EXO \(scopes line 1\) of client /);
			assert.match(texts[0] ?? '', expected);
			assert.match(errors[0]?.title ?? '', /^Token refused: /);
			assert.ok(!log.lines.includes('-----BEGIN CERTIFICATE-----'));
		});
	}

	it('are reported each, if they fail for different reasons', async () => {
		const { texts } = await fail(
			{},
			{ answers: { [EXO]: refused(400, 'invalid_resource', 500011), [GRAPH]: response(200, '<html>') } },
		);
		assert.equal(texts.length, 2);
		assert.match(texts[1] ?? '', /^Token GRAPH \(scopes line 2\) of client .*: .*web page/);
	});

	it('are one error if the authority gives no answer', async () => {
		const gone = new TransportError('the connection was refused (ECONNREFUSED)', { failure: 'connection' });
		const { texts, purposes } = await fail({}, { answers: { [EXO]: gone, [GRAPH]: gone } });
		assert.equal(texts.length, 1);
		assert.match(texts[0] ?? '', /^Token EXO .*, Token GRAPH .*: .*\(ECONNREFUSED\)/);
		assert.equal(purposes.filter((purpose) => purpose === EXO).length, 5);
	});

	// Promise: H2
	it('are not waited for beyond two minutes', async () => {
		const later = response(429, '', { 'retry-after': '130' });
		const { texts, time } = await fail({}, answers(EXO, later));
		assert.match(texts[0] ?? '', /HTTP 429/);
		assert.deepEqual(time.sleeps, []);
	});

	it('let a bug through, which is nobody’s fault but ours', async () => {
		await assert.rejects(runAction({}, answers(EXO, new TypeError('x is undefined'))), TypeError);
	});
});
