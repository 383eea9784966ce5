// Recorded answers about certificates that were being made, imported, merged or disabled, as far as reading meets them.
import assert from 'node:assert/strict';
import { X509Certificate } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { parseClientCertificate } from '../../src/certificate/key-pair.js';
import { expectedErrors } from '../../src/errors.js';
import { makeVaultSession } from '../../src/keyvault/ask-vault.js';
import { readSigningCertificate } from '../../src/keyvault/signing-certificate.js';
import { VaultReader } from '../../src/keyvault/vault-reader.js';
import type { Identifier } from '../../src/plan/identifier.js';
import { SecretText } from '../../src/secret-text.js';
import { makePorts } from '../support/make-ports.js';
import { type Exchange, readRecording, recordingsFolder, replay } from './recordings.js';

const FILES =
	recordingsFolder === undefined
		? []
		: readdirSync(join(recordingsFolder, 'write')).filter((name) => /^certificate-.*\.json$/.test(name));

function itemOf({ request }: Exchange): Identifier {
	const { origin, pathname } = new URL(request.url);
	const [, , name = '', version] = pathname.replace(/^\/\/|\/$/g, '').split('/');
	return { vaultUrl: origin, collection: 'certificates', name, version };
}

/** The answers to who asked for a certificate, with or without its version. */
function readingsOf(file: string): readonly Exchange[] {
	const isReading = ({ request, response }: Exchange): boolean =>
		request.method === 'GET' &&
		response.status === 200 &&
		/^\/certificates\/[^/]+(?:\/[0-9a-f]{32})?\/?$/.test(new URL(request.url).pathname);
	return readRecording(`write/${file}`).filter(isReading);
}

function accessTo(exchange: Exchange) {
	const { ports } = makePorts({ transport: replay([exchange]).transport });
	const session = makeVaultSession({ tenantId: undefined, token: new SecretText('token'), renew: undefined });
	return { session, context: { ...ports, deadlineMs: ports.clock.nowMs() + 60_000 } };
}

/** The code of the error that the reading ends with, or the certificate's x5t. */
async function outcomeOf(reading: Promise<{ readonly der: Buffer }>): Promise<string> {
	return reading.then(
		({ der }) => Buffer.from(new X509Certificate(der).fingerprint.replaceAll(':', ''), 'hex').toString('base64url'),
		(error: unknown) => expectedErrors(error)[0]?.code ?? 'none',
	);
}

function expectedOf({ response: { body } }: Exchange): string {
	if (body.cer === undefined) return 'CERTIFICATE_PENDING';
	return body.attributes.enabled ? body.x5t : 'VAULT_DISABLED';
}

// What was made unrecognizable in the address asked for is so in another way in the answer.
function withOneHost(exchange: Exchange): Exchange {
	const text = JSON.stringify(exchange.response.body);
	const body = JSON.parse(text.replaceAll('https://keyvault_name.vault.azure.net', itemOf(exchange).vaultUrl));
	return { ...exchange, response: { ...exchange.response, body } };
}

describe('recorded certificates', { skip: recordingsFolder === undefined && 'KEY_VAULT_RECORDINGS is not set' }, () => {
	it('are read, or refused as pending or disabled', async () => {
		const seen = new Map<string, number>();
		for (const file of FILES) {
			for (const exchange of readingsOf(file)) {
				const expected = expectedOf(exchange);
				assert.equal(
					await outcomeOf(new VaultReader(accessTo(exchange)).certificate(itemOf(exchange))),
					expected,
					file,
				);
				const kind = expected.includes('_') && expected === expected.toUpperCase() ? expected : 'read';
				seen.set(kind, (seen.get(kind) ?? 0) + 1);
			}
		}
		assert.ok((seen.get('CERTIFICATE_PENDING') ?? 0) >= 2, `${[...seen]}`);
		assert.ok((seen.get('VAULT_DISABLED') ?? 0) >= 1 && (seen.get('read') ?? 0) >= 4, `${[...seen]}`);
	});

	it('that are pending or disabled do not sign either', async () => {
		for (const [file, code] of [
			['certificate-in-progress.json', 'CERTIFICATE_PENDING'],
			['certificate-disabled.json', 'CERTIFICATE_CANNOT_SIGN'],
		] as const) {
			const recorded = readingsOf(file).find((one) => one.response.body.attributes.enabled === false) ?? assert.fail();
			const exchange = withOneHost(recorded);
			const nowMs = exchange.response.body.attributes.updated * 1000;
			assert.equal(await outcomeOf(readSigningCertificate(itemOf(exchange), accessTo(exchange), nowMs)), code);
		}
	});

	for (const file of ['certificate-import-pfx.json', 'certificate-import-pem.json']) {
		it(`${file}: what was sent to a vault is read`, () => {
			const isImport = ({ request, response }: Exchange): boolean =>
				request.url.includes('/import') && response.status === 200;
			const { request, response } = readRecording(`write/${file}`).find(isImport) ?? assert.fail();
			const { certificate, privateKey } = parseClientCertificate(request.body.value);
			assert.equal(certificate.toString('base64'), response.body.cer);
			assert.ok(new X509Certificate(certificate).checkPrivateKey(privateKey));
		});
	}
});
