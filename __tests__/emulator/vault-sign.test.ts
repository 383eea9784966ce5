// The emulated vault signs a digest as Key Vault does, and refuses what Key Vault refuses.
import assert from 'node:assert/strict';
import { constants, createHash, randomUUID, verify, X509Certificate } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { ask, type Reply } from './ask.js';
import { type Emulator, startEmulator } from './emulator.js';
import type { StoredCertificate } from './stored-objects.js';

const TEXT = Buffer.from('header.claims');
const DIGEST = createHash('sha256').update(TEXT).digest();

let emulator: Emulator;
let stored: StoredCertificate;
before(async () => {
	emulator = await startEmulator();
	stored = emulator.vault().setCertificate('exo', { exportable: false });
});
after(() => emulator.close());

interface Options {
	readonly path?: string;
	readonly alg?: string;
	readonly value?: string;
	readonly method?: string;
	readonly token?: string;
}

function askToSign(wanted: Options = {}): Promise<Reply> {
	const { path = `exo/${stored.version}`, alg = 'PS256', value = DIGEST.toString('base64url') } = wanted;
	const { method = 'POST', token = emulator.entra.issue() } = wanted;
	return ask(emulator, {
		url: `${emulator.vaultUrl}/keys/${path}/sign?api-version=7.4`,
		method,
		headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
		body: method === 'POST' ? JSON.stringify({ alg, value }) : '',
	});
}

function codeOf({ json }: Reply): string {
	return json.error.innererror?.code ?? json.error.code;
}

describe('the sign operation', () => {
	for (const [alg, options] of [
		['PS256', { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 }],
		['RS256', { padding: constants.RSA_PKCS1_PADDING }],
	] as const) {
		it(`signs a digest by ${alg}, for one version and for the newest`, async () => {
			const { publicKey: key } = new X509Certificate(stored.certificate.der);
			for (const path of [`exo/${stored.version}`, 'EXO']) {
				const { status, json } = await askToSign({ alg, path });
				assert.equal(status, 200);
				assert.equal(json.kid, `${emulator.vaultUrl}/keys/exo/${stored.version}`);
				assert.match(json.value, /^[\w-]{342}$/);
				assert.ok(verify('sha256', TEXT, { key, ...options }, Buffer.from(json.value, 'base64url')));
			}
		});
	}

	const refusals: readonly { readonly of: string; readonly wanted: Options; readonly is: readonly [number, string] }[] =
		[
			{ of: 'without a good token', wanted: { token: 'x' }, is: [401, 'Unauthorized'] },
			{ of: 'by GET', wanted: { method: 'GET' }, is: [405, 'MethodNotAllowed'] },
			{ of: 'with a key that is not there', wanted: { path: 'other' }, is: [404, 'KeyNotFound'] },
			{ of: 'with a version that is not there', wanted: { path: `exo/${'0'.repeat(32)}` }, is: [404, 'KeyNotFound'] },
			{ of: 'by another algorithm', wanted: { alg: 'ES256' }, is: [400, 'BadParameter'] },
			{ of: 'the text itself', wanted: { value: TEXT.toString('base64url') }, is: [400, 'BadParameter'] },
			{
				of: 'a digest in plain base64',
				wanted: { value: `${DIGEST.toString('base64').slice(0, -1)}+` },
				is: [400, 'BadParameter'],
			},
		];
	for (const { of, wanted, is } of refusals) {
		it(`is refused ${of}`, async () => {
			const reply = await askToSign(wanted);
			assert.deepEqual([reply.status, codeOf(reply)], is);
		});
	}

	it('is refused if the certificate or its key is disabled, and if the key is not made for it', async () => {
		const vault = emulator.vault();
		vault.setCertificate('off', { enabled: false });
		vault.setCertificate('key-off', { keyEnabled: false });
		vault.setCertificate('decrypts', { keyUsage: ['dataEncipherment'] });
		for (const [path, code] of [
			['off', 'KeyDisabled'],
			['key-off', 'KeyDisabled'],
			['decrypts', 'KeyOperationForbidden'],
		]) {
			const reply = await askToSign({ path: path ?? '' });
			assert.deepEqual([reply.status, codeOf(reply)], [403, code]);
			assert.match(
				reply.json.error.message,
				/^Operation sign is not (?:allowed on a disabled key|permitted on this key)\.$/,
			);
		}
	});

	it('is a permission of its own, by role and by policy', async () => {
		const vault = emulator.vault();
		vault.setCertificate('shut');
		vault.deny('shut', 'rbac', 'keys');
		const byRole = await askToSign({ path: 'shut' });
		assert.deepEqual([byRole.status, codeOf(byRole)], [403, 'ForbiddenByRbac']);
		assert.match(byRole.json.error.message, /Action: 'Microsoft\.KeyVault\/vaults\/keys\/sign\/action'/);
		assert.match(byRole.json.error.message, /\/keys\/shut'/);
		vault.allowAll();
		vault.deny('shut', 'policy', 'keys');
		assert.match((await askToSign({ path: 'shut' })).json.error.message, /does not have keys sign permission/);
		vault.allowAll();
	});

	it('is possible within the life of the certificate alone', async () => {
		const day = 24 * 60 * 60 * 1000;
		const vault = emulator.vault();
		vault.setCertificate('over', { notBefore: new Date(Date.now() - 2 * day), notAfter: new Date(Date.now() - day) });
		vault.setCertificate('early', { notBefore: new Date(Date.now() + day) });
		assert.equal(codeOf(await askToSign({ path: 'over' })), 'KeyExpired');
		assert.equal(codeOf(await askToSign({ path: 'early' })), 'KeyNotYetValid');
	});

	it('takes no body that is not JSON', async () => {
		const url = `${emulator.vaultUrl}/keys/exo/sign?api-version=7.4`;
		const headers = { authorization: `Bearer ${emulator.entra.issue()}` };
		const { status } = await ask(emulator, { url, method: 'POST', headers, body: randomUUID() });
		assert.equal(status, 400);
	});
});

describe('the verify operation', () => {
	async function askToVerify(alg: string, value: string, digest = DIGEST): Promise<Reply> {
		const url = `${emulator.vaultUrl}/keys/exo/${stored.version}/verify?api-version=7.4`;
		const headers = { authorization: `Bearer ${emulator.entra.issue()}`, 'content-type': 'application/json' };
		const body = JSON.stringify({ alg, value, digest: digest.toString('base64url') });
		return ask(emulator, { url, method: 'POST', headers, body });
	}

	for (const alg of ['RS256', 'PS256']) {
		it(`knows a signature by ${alg} from others`, async () => {
			const { value } = (await askToSign({ alg })).json;
			assert.deepEqual((await askToVerify(alg, value)).json, { value: true });
			assert.deepEqual((await askToVerify(alg, value, createHash('sha256').update('x').digest())).json, {
				value: false,
			});
			const other = alg === 'RS256' ? 'PS256' : 'RS256';
			assert.deepEqual((await askToVerify(other, value)).json, { value: false });
			assert.deepEqual((await askToVerify(alg, 'AAAA')).json, { value: false });
		});
	}

	it('refuses what sign refuses', async () => {
		assert.equal((await askToVerify('ES256', 'AAAA')).status, 400);
		assert.equal((await askToVerify('RS256', 'AAAA', Buffer.alloc(3))).status, 400);
	});
});
