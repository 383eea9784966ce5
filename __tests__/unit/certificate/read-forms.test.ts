// Forms in which people keep and copy a key with its certificate, all of which are read, by the sign-in and from a vault alike.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseClientCertificate } from '../../../src/certificate/key-pair.js';
import type { KeyWithChain } from '../../../src/certificate/key-with-chain.js';
import { toPem } from '../../../src/certificate/pem.js';
import { writePfx } from '../../../src/certificate/pfx-write.js';
import { openBackingSecret } from '../../../src/render/render-certificate.js';
import { issue } from '../../support/certificates.js';
import { makeRandomBytes, toBer } from '../../support/pfx-by-hand.js';

const root = issue('Root');
const leaf = issue('Leaf', { kind: 'rsa', issuer: root, isAuthority: false });
const PFX = writePfx({
	privateKey: leaf.pkcs8,
	certificates: [leaf.certificate, root.certificate],
	password: null,
	friendlyName: 'name',
	protection: '3des',
	randomBytes: makeRandomBytes('forms'),
});
const PEM =
	toPem('PRIVATE KEY', leaf.pkcs8) + toPem('CERTIFICATE', leaf.certificate) + toPem('CERTIFICATE', root.certificate);
const BASE64 = PFX.toString('base64');
// The auxiliary settings that OpenSSL appends: trusted for nothing, under an alias.
const TRUST = Buffer.from('300b0c09757365722d6e616d65', 'hex');

const TEXTS: Readonly<Record<string, string>> = {
	'PEM with \\n as characters': PEM.replaceAll('\n', '\\n'),
	'PEM with \\r\\n as characters': PEM.replaceAll('\n', '\\r\\n'),
	'PEM with \\n as characters, in quotes, as .env files hold it': `"${PEM.replaceAll('\n', '\\n')}"`,
	'PEM with \\n as characters, in single quotes': `'${PEM.replaceAll('\n', '\\n')}'`,
	'PEM with some real line breaks and some written': PEM.replace('\n', '\\n').replace('-----\n-----', '-----\\n-----'),
	'PEM as a member of JSON': JSON.stringify({ certificate: PEM }),
	'PEM without a last line break, with blanks': `  ${PEM.trimEnd()}  `,
	'PEM with carriage returns alone': PEM.replaceAll('\n', '\r'),
	'PEM with a mark': `\ufeff${PEM}`,
	'PEM in indented blocks, as YAML holds it': PEM.replace(/^/gm, '      '),
	'PEM after what OpenSSL and people write': `Bag Attributes\n    localKeyID: 01 00 00 00\n# ours\n${PEM}`,
	'PEM with the label TRUSTED CERTIFICATE': [
		toPem('PRIVATE KEY', leaf.pkcs8),
		toPem('TRUSTED CERTIFICATE', Buffer.concat([leaf.certificate, TRUST])),
		toPem('TRUSTED CERTIFICATE', Buffer.concat([root.certificate, TRUST])),
	].join(''),
	'PEM with the label X509 CERTIFICATE': PEM.replaceAll(' CERTIFICATE-', ' X509 CERTIFICATE-'),
	'PEM with bytes after the key and the certificate': [
		toPem('PRIVATE KEY', Buffer.concat([leaf.pkcs8, Buffer.alloc(8)])),
		toPem('CERTIFICATE', Buffer.concat([leaf.certificate, Buffer.alloc(8)])),
		toPem('CERTIFICATE', root.certificate),
	].join(''),
	'base64 of PEM': Buffer.from(PEM).toString('base64'),
	'base64 of PEM in lines': Buffer.from(PEM).toString('base64').replace(/.{76}/g, '$&\r\n'),
	'base64 of PEM with a mark': Buffer.from(`\ufeff${PEM}`).toString('base64'),
	'base64 of PEM in UTF-16': Buffer.from(PEM, 'utf16le').toString('base64'),
	'base64 of PEM with \\n as characters': Buffer.from(PEM.replaceAll('\n', '\\n')).toString('base64'),
	'a PFX between CERTIFICATE armour, as certutil -encode writes it': toPem('CERTIFICATE', PFX).replaceAll('\n', '\r\n'),
	'a PFX between PKCS12 armour': toPem('PKCS12', PFX),
	'a PFX between armour of any kind': toPem('MY OWN FILE', PFX),
	'a PFX between armour, with \\n as characters': toPem('PKCS12', PFX).replaceAll('\n', '\\n'),
	'a PFX between armour, in base64': Buffer.from(toPem('CERTIFICATE', PFX)).toString('base64'),
	'a base64 PFX in quotes': `"${BASE64}"`,
	'a base64 PFX with \\n as characters': BASE64.replace(/.{64}/g, '$&\\n'),
	'a base64 PFX without padding': BASE64.replace(/=+$/, ''),
	'a base64url PFX': PFX.toString('base64url'),
	'base64 of base64 of a PFX': Buffer.from(BASE64).toString('base64'),
	'a base64 PFX with zeros after its end': Buffer.concat([PFX, Buffer.alloc(8)]).toString('base64'),
};

const FILES: Readonly<Record<string, Buffer>> = {
	'a PFX with 8 zeros after its end': Buffer.concat([PFX, Buffer.alloc(8)]),
	'a PFX that fills its disk block with zeros': Buffer.concat([PFX, Buffer.alloc(4096 - (PFX.length % 4096))]),
	'a PFX with garbage after its end': Buffer.concat([PFX, Buffer.from('30ff0102garbage\r\n')]),
	'a PFX with another after its end': Buffer.concat([PFX, PFX]),
	'a PFX of indefinite length with a line break after its end': Buffer.concat([toBer(PFX), Buffer.from('\n')]),
	'PEM in UTF-16 as PowerShell 5.1 writes it': Buffer.from(`\ufeff${PEM}`, 'utf16le'),
	'PEM in UTF-16 without a mark': Buffer.from(PEM, 'utf16le'),
	'PEM in UTF-16 with the high byte first': Buffer.from(`\ufeff${PEM}`, 'utf16le').swap16(),
	'PEM in UTF-16 with the high byte first, without a mark': Buffer.from(PEM, 'utf16le').swap16(),
	'PEM in UTF-16 with half a character at its end': Buffer.concat([
		Buffer.from(`\ufeff${PEM}`, 'utf16le').swap16(),
		Buffer.from([0]),
	]),
	'base64 in UTF-16': Buffer.from(`\ufeff${BASE64}\r\n`, 'utf16le'),
};

function assertRead({ privateKey, certificate, chain }: KeyWithChain): void {
	assert.ok(privateKey.equals(leaf.privateKey));
	assert.deepEqual(certificate, leaf.certificate);
	assert.deepEqual(chain, [root.certificate]);
}

describe('the key pair is read from', () => {
	for (const [what, text] of Object.entries(TEXTS)) {
		it(what, () => {
			assertRead(parseClientCertificate(text));
			assertRead(parseClientCertificate(Buffer.from(text)));
			assertRead(openBackingSecret(text, leaf.certificate));
		});
	}

	for (const [what, bytes] of Object.entries(FILES)) {
		it(what, () => {
			assertRead(parseClientCertificate(bytes));
			assertRead(openBackingSecret(bytes.toString('base64'), leaf.certificate));
		});
	}
});
