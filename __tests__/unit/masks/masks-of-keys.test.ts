// Masks of private keys, wherever they stand.
import assert from 'node:assert/strict';
import { createPrivateKey } from 'node:crypto';
import { describe, it } from 'node:test';
import { toPem } from '../../../src/certificate/pem.js';
import { formsOfKey, holdsKey, maskBinary, maskPem, maskValue } from '../../../src/masks/masks-of-values.js';
import { makeKeyPair } from '../../emulator/key-pair.js';
import { issue } from '../../support/certificates.js';
import { handedTo, handMasks, MIN_FORM, print } from '../../support/print-masked.js';
import { certificatePem, pfxValueOf } from '../../support/vault-certificate.js';

const EXO = issue('exo');
const KEY = createPrivateKey({ key: EXO.pkcs8, format: 'der', type: 'pkcs8' });
const SEC1 = KEY.export({ format: 'der', type: 'sec1' });
const PEM = toPem('PRIVATE KEY', EXO.pkcs8);
const CERTIFICATE = certificatePem(EXO);

/** The lines of both encodings that are long enough for a mask. */
function linesOfKey(): readonly string[] {
	return [EXO.pkcs8, SEC1]
		.flatMap((der) => toPem('X', der).split('\n').slice(1, -2))
		.filter(({ length }) => length >= MIN_FORM);
}

function assertKeyHidden(text: string): void {
	const log = handMasks(maskValue(text));
	for (const line of linesOfKey()) assert.equal(print(log, line), '⟦***⟧', line);
}

describe('a private key', () => {
	it('is hidden as PKCS#8 and as PKCS#1 or SEC1, of whatever kind it is', () => {
		const [{ privateKey: rsa }, { privateKey: ed25519 }] = [makeKeyPair('rsa'), makeKeyPair('ed25519')];
		for (const [key, types] of [
			[rsa, ['pkcs8', 'pkcs1']],
			[KEY, ['pkcs8', 'sec1']],
			[ed25519, ['pkcs8']],
		] as const) {
			const forms = formsOfKey(key);
			for (const type of types)
				assert.ok(forms.includes(key.export({ format: 'der', type: type as 'pkcs8' }).toString('base64')), type);
		}
	});

	it('is hidden in a text with real line breaks, with written ones, and in JSON', () => {
		const written = PEM.replaceAll('\n', '\\n');
		for (const text of [
			PEM,
			PEM.replaceAll('\n', '\r\n'),
			`KEY="${written}"`,
			`A=1\nKEY="${PEM.replaceAll('\n', '\\r\\n')}"\nB=2`,
			JSON.stringify({ private_key: PEM }),
			JSON.stringify({ private_key: PEM }, null, 2),
			JSON.stringify(JSON.stringify({ private_key: PEM })),
			`key: |\n${PEM.replaceAll(/^/gm, '    ')}`,
			CERTIFICATE + PEM,
		])
			assertKeyHidden(text);
	});

	it('is hidden in pieces if it stands on one line, with what is public of it', () => {
		const written = `${PEM}${CERTIFICATE}`.replaceAll('\n', '\\n');
		const log = handMasks(maskPem(written));
		assert.equal(print(log, written), '⟦***⟧');
		for (const line of linesOfKey()) assert.equal(print(log, line), '⟦***⟧', line);
		for (const line of CERTIFICATE.trim().split('\n')) assert.equal(print(log, line), `⟦${line}⟧`);
	});

	it('is hidden beside certificates and public keys, which stay visible, and other lines, which do not', () => {
		const publicKey = toPem('PUBLIC KEY', KEY.export({ format: 'der', type: 'pkcs8' }).subarray(0, 60));
		const log = handMasks(maskValue(`${CERTIFICATE}token: hunter2hunter2\n${PEM}${publicKey}`));
		for (const line of CERTIFICATE.trim().split('\n')) assert.equal(print(log, line), `⟦${line}⟧`);
		assert.equal(print(log, 'token: hunter2hunter2'), '⟦***⟧');
	});

	it('has each of its lines hidden, also those that look like a key without a value', () => {
		const der = Buffer.concat([Buffer.alloc(48, 1), Buffer.from('ABA=', 'base64')]);
		assert.ok(handedTo(handMasks(maskValue(toPem('RSA PRIVATE KEY', der)))).includes('ABA='));
	});

	it('is hidden though its encryption is old, its block cut off or its kind unknown', () => {
		const line = EXO.pkcs8.toString('base64').slice(0, 64);
		const old = PEM.replace('\n', '\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-256-CBC,00FF\n\n');
		for (const text of [
			old,
			PEM.slice(0, -30),
			PEM.replaceAll('PRIVATE', 'OPENSSH PRIVATE'),
			PEM.replaceAll('PRIVATE', 'ENCRYPTED PRIVATE'),
		])
			assert.equal(print(handMasks(maskValue(text)), line), '⟦***⟧');
	});

	it('is not seen if there is none', () => {
		for (const text of [CERTIFICATE, 'PRIVATE KEY', '-----BEGIN PRIVATE KEY', '']) assert.equal(holdsKey(text), false);
	});
});

describe('a PFX', () => {
	const value = pfxValueOf({ leaf: EXO, issuers: [] });

	it('that is a value has its private key hidden, between PEM armor too', () => {
		assertKeyHidden(value);
		assertKeyHidden(toPem('CERTIFICATE', Buffer.from(value, 'base64')));
		assertKeyHidden(`${toPem('PKCS12', Buffer.from(value, 'base64'))}${CERTIFICATE}`);
	});

	it('that is decoded has its private key hidden', () => {
		const log = handMasks(maskBinary(Buffer.from(value, 'base64')));
		for (const line of linesOfKey()) assert.equal(print(log, line), '⟦***⟧', line);
	});

	it('that does not open is hidden as bytes', () => {
		for (const bytes of [
			Buffer.from(`3080020103${'00'.repeat(40)}`, 'hex'),
			Buffer.from('300a0201032005060708090a', 'hex'),
		])
			assert.equal(print(handMasks(maskBinary(bytes)), bytes.toString('base64')), '⟦***⟧');
	});
});
