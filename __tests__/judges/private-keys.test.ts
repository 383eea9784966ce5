// Output of OpenSSL and the shell for private keys that have left the step, as a runner with our masks shows it.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { Rendered } from '../../src/render/rendered.js';
import type { KeyKind } from '../emulator/key-pair.js';
import type { RunnerLog } from '../runner/log.js';
import { issue } from '../support/certificates.js';
import { handMasks, MIN_FORM, print } from '../support/print-masked.js';
import { render as renderSecret } from '../support/secret-rendering.js';
import { certificatePem, fileOf, outputsOf, pemValueOf, pfxValueOf, render } from '../support/vault-certificate.js';
import { folder, noOpenSsl, save, succeed } from './judge-programs.js';

const root = issue('Root', { kind: 'rsa' });

/** One way on which a certificate leaves, and the password of the PFX that is in `exo.pfx` then. */
interface Way {
	readonly name: string;
	readonly kinds: readonly KeyKind[];
	leave(kind: KeyKind): Promise<{ readonly rendered: Pick<Rendered, 'masks'>; readonly password: string }>;
}

function chainedOf(kind: KeyKind) {
	return { leaf: issue(`exo ${kind}`, { kind, issuer: root }), issuers: [root] };
}

function saveValue(value: string): void {
	writeFileSync(join(folder, 'exo.pfx'), Buffer.from(value, 'base64'));
}

function byCertificateLine(name: string, modifiers: readonly string[], platform = 'linux'): Way {
	return {
		name,
		kinds: modifiers.length === 0 ? ['rsa', 'rsa-4096', 'ec', 'ec-384', 'ec-k256'] : ['rsa', 'ec'],
		leave: async (kind) => {
			const rendered = render(chainedOf(kind), { modifiers, context: { platform } });
			const outputs = outputsOf(rendered);
			if (modifiers.includes('file')) save('exo.pfx', fileOf(rendered));
			else saveValue(outputs['EXO'] ?? '');
			return { rendered, password: modifiers.includes('file') ? (outputs['EXO-password'] ?? '') : '' };
		},
	};
}

function bySecretLine(name: string, modifiers: readonly string[], contentType: string): Way {
	return {
		name,
		kinds: ['rsa', 'ec'],
		leave: async (kind) => {
			const value = pfxValueOf(chainedOf(kind));
			saveValue(value);
			return { rendered: await renderSecret(value, modifiers, { contentType }), password: '' };
		},
	};
}

const WAYS: readonly Way[] = [
	byCertificateLine('a line', []),
	byCertificateLine('| file', ['file']),
	byCertificateLine('| file 3des on macOS', ['file'], 'darwin'),
	byCertificateLine('| pem', ['pem']),
	byCertificateLine('| store', ['store']),
	bySecretLine('its name under secrets', [], 'application/x-pkcs12'),
	bySecretLine('| base64 | file of a secret', ['base64', 'file'], ''),
];

/** Lines that are not secret, or too short for a mask. */
function isPublic(line: string, log: RunnerLog): boolean {
	return (
		/^-----|^\s|^(Bag|Key) Attributes|^(subject|issuer)=|^$/.test(line) ||
		line.length < MIN_FORM ||
		print(log, line) === '⟦***⟧'
	);
}

function assertNothingVisible(log: RunnerLog, printed: string, what: string): void {
	const lines = printed.split('\n');
	assert.ok(lines.length > 1, what);
	assert.deepEqual(
		lines.filter((line) => !isPublic(line, log)),
		[],
		what,
	);
}

describe('a later step', { skip: noOpenSsl }, () => {
	for (const { name, kinds, leave } of WAYS) {
		for (const kind of kinds) {
			// Promise: L8
			it(`prints nothing of the key of ${kind} with ${name}`, async () => {
				const { rendered, password } = await leave(kind);
				const log = handMasks({ masks: rendered.masks, weakness: undefined });
				const opened = ['pkcs12', '-in', 'exo.pfx', '-passin', `pass:${password}`, '-nodes', '-nocerts'];
				assertNothingVisible(log, succeed('openssl', ...opened), 'pkcs12 -nodes');
				succeed('openssl', ...opened, '-out', 'key.pem');
				const program = kind.startsWith('rsa') ? 'rsa' : 'ec';
				assertNothingVisible(log, succeed('cat', 'key.pem'), 'cat');
				assertNothingVisible(log, succeed('openssl', 'pkcs8', '-topk8', '-nocrypt', '-in', 'key.pem'), 'pkcs8');
				const traditional = program === 'rsa' ? ['rsa', '-traditional'] : ['ec'];
				assertNothingVisible(log, succeed('openssl', ...traditional, '-in', 'key.pem'), traditional.join(' '));
				for (const output of [['pkcs8', '-topk8', '-nocrypt'], traditional]) {
					succeed('openssl', ...output, '-in', 'key.pem', '-outform', 'DER', '-out', 'key.der');
					for (const width of ['-w0', '-w64', '-w76']) {
						assertNothingVisible(log, `${succeed('base64', width, 'key.der')}\n`, `base64 ${width} of ${output[0]}`);
					}
				}
				for (const width of ['-w0', '-w64', '-w76']) {
					assertNothingVisible(log, `${succeed('base64', width, 'exo.pfx')}\n`, `base64 ${width} of the PFX`);
				}
			});
		}
	}

	it('prints the certificates, and nothing of the key, if the vault holds PEM', () => {
		const chained = chainedOf('rsa');
		const value = pemValueOf(chained);
		const log = handMasks({ masks: render(chained, { value }).masks, weakness: undefined });
		for (const line of certificatePem(chained.leaf).trim().split('\n')) assert.equal(print(log, line), `⟦${line}⟧`);
		save('exo.pem', value);
		assertNothingVisible(log, succeed('openssl', 'pkey', '-in', 'exo.pem'), 'pkey');
		assertNothingVisible(log, succeed('openssl', 'rsa', '-in', 'exo.pem', '-traditional'), 'rsa -traditional');
	});
});
