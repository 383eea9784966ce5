// Answers of an emulated vault about certificates that are disabled or not issued yet, as the recordings of real ones show.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { askVault } from './ask.js';
import { type Emulator, startEmulator } from './emulator.js';

const V = 'api-version=7.4';

let emulator: Emulator;
before(async () => {
	emulator = await startEmulator();
});
after(() => emulator.close());

describe('certificates', () => {
	it('that are disabled are shown all the same, and their secret is refused', async () => {
		const { version } = emulator.vault().setCertificate('off-cert', { enabled: false });
		for (const path of ['off-cert', `off-cert/${version}`]) {
			const { status, json } = await askVault(emulator, `/certificates/${path}?${V}`);
			assert.deepEqual([status, json.attributes.enabled, typeof json.cer], [200, false, 'string']);
			const secret = await askVault(emulator, `/secrets/${path}?${V}`);
			assert.deepEqual([secret.status, secret.json.error.innererror.code], [403, 'SecretDisabled']);
		}
	});

	it('that are pending have no certificate, key or secret, and stand in no list', async () => {
		const { certificates } = emulator.vault();
		certificates.create('waiting', { x509_props: { subject: 'CN=waiting' }, issuer: { name: 'Unknown' } });
		const { version } = certificates.record('waiting')?.placeholder ?? assert.fail();
		const { status, json } = await askVault(emulator, `/certificates/waiting?${V}`);
		assert.deepEqual([status, Object.keys(json)], [200, ['id', 'attributes', 'policy', 'pending']]);
		assert.equal(json.attributes.enabled, false);
		const byVersion = await askVault(emulator, `/certificates/waiting/${version}?${V}`);
		assert.deepEqual([byVersion.status, Object.keys(byVersion.json)], [200, ['id', 'attributes']]);
		for (const collection of ['secrets', 'keys'])
			assert.equal((await askVault(emulator, `/${collection}/waiting?${V}`)).status, 404);
		const list = await askVault(emulator, `/certificates?${V}`);
		assert.ok(!JSON.stringify(list.json).includes('/waiting'));
	});
});
