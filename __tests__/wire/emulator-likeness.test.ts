// The emulator's answers have the members that recorded answers of real vaults have.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { ask, askVault } from '../emulator/ask.js';
import { type Emulator, startEmulator } from '../emulator/emulator.js';
import { type Exchange, findExchange, type Json, readRecording, recordingsFolder, shapeOf } from './recordings.js';

const V = 'api-version=7.4';

describe('the emulator', { skip: recordingsFolder === undefined && 'KEY_VAULT_RECORDINGS is not set' }, () => {
	let emulator: Emulator;
	before(async () => {
		emulator = await startEmulator();
		const vault = emulator.vault();
		vault.setSecret('plain', 'value');
		const options = { contentType: 'password', notBefore: 1_564_536_012, expires: 1_567_128_012 };
		vault.setSecret('extended', 'x', { ...options, tags: { tag1: 'value1', tag2: 'value2' } });
		vault.setSecret('off', 'x', { enabled: false });
		vault.setCertificate('pfx');
		vault.setCertificate('pem', { contentType: 'application/x-pem-file' });
		vault.setCertificate('off-certificate', { enabled: false });
		vault.certificates.create('waiting', { x509_props: { subject: 'CN=default' }, issuer: { name: 'Unknown' } });
	});
	after(() => emulator.close());

	async function alike(path: string, recorded: Exchange): Promise<void> {
		const { status, json } = await askVault(emulator, `${path}?${V}`);
		assert.equal(status, recorded.response.status);
		assert.deepEqual(shapeOf(json), shapeOf(recorded.response.body));
	}

	it('gives secrets, and refuses them, in the same form', async () => {
		await alike('/secrets/plain/', findExchange(readRecording('secret-get.json'), 200, 'GET'));
		await alike('/secrets/extended', findExchange(readRecording('secret-set-with-expiry.json'), 200, 'GET'));
		await alike('/secrets/off', findExchange(readRecording('secret-disabled.json'), 403, 'GET'));
		await alike('/secrets/nowhere', findExchange(readRecording('secret-get-deleted-not-found.json'), 404, 'GET'));
		await alike(
			'/secrets/nowhere/versions',
			findExchange(readRecording('secret-versions-of-unknown.json'), 200, 'GET'),
		);
	});

	it('says the same of what it refuses, but for the name', async () => {
		for (const [name, file] of [
			['off', 'secret-disabled.json'],
			['nowhere', 'secret-get-deleted-not-found.json'],
		] as const) {
			const { response, request } = readRecording(file).at(-1) ?? assert.fail();
			const recordedName = new URL(request.url).pathname.split('/')[2] ?? '';
			const { json } = await askVault(emulator, `/secrets/${name}?${V}`);
			assert.deepEqual(json, JSON.parse(JSON.stringify(response.body).replaceAll(recordedName, name)));
		}
	});

	it('gives certificates and the secrets that back them in the same form', async () => {
		for (const [name, file] of [
			['pfx', 'certificate-pkcs12-rsa.json'],
			['pem', 'certificate-pem-rsa.json'],
		] as const) {
			const exchanges = readRecording(file);
			const recorded = findExchange(exchanges, 200, 'GET /certificates/');
			const { json } = await askVault(emulator, `/certificates/${name}?${V}`);
			// How many uses a key has, and whether an issuer speaks of transparency, is the certificate's own matter.
			assert.deepEqual(shapeOf(withoutUses(json)), shapeOf(withoutUses(recorded.response.body)));
			await alike(`/secrets/${name}`, findExchange(exchanges, 200, 'GET /secrets/'));
		}
		const { version } = emulator.vault().findCertificate('pfx') ?? assert.fail();
		const byVersion = readRecording('certificate-pkcs12-ec-p256.json').find(({ request }) =>
			/\/certificates\/[^/]+\/[0-9a-f]{32}/.test(request.url),
		);
		await alike(`/certificates/pfx/${version}`, byVersion ?? assert.fail());
	});

	it('gives certificates that are disabled or not issued yet in the same form', async () => {
		for (const [name, file] of [
			['off-certificate', 'certificate-disabled.json'],
			['waiting', 'certificate-in-progress.json'],
		] as const) {
			const readings = readRecording(`write/${file}`).filter(({ request }) => request.method === 'GET');
			const isMeant = ({ response: { body } }: Exchange): boolean => body.attributes.enabled === false && body.policy;
			const recorded = readings.find(isMeant) ?? assert.fail();
			const { status, json } = await askVault(emulator, `/certificates/${name}?${V}`);
			assert.equal(status, recorded.response.status);
			assert.deepEqual(shapeOf(withoutUses(json)), shapeOf(withoutUses(recorded.response.body)));
		}
		const isByVersion = ({ request }: Exchange): boolean => /\/certificates\/\d+\/[0-9a-f]{32}/.test(request.url);
		const { version } = emulator.vault().certificates.record('waiting')?.placeholder ?? assert.fail();
		const byVersion = readRecording('write/certificate-in-progress.json').find(isByVersion);
		await alike(`/certificates/waiting/${version}`, byVersion ?? assert.fail());
	});

	function withoutUses(bundle: Json): Json {
		const { issuer, x509_props, ...policy } = bundle.policy;
		const uses = { ...x509_props, key_usage: [], sans: {} };
		return { ...bundle, policy: { ...policy, issuer: issuer.name, x509_props: uses } };
	}

	it('challenges in the same form', async () => {
		const { response } = findExchange(readRecording('secret-get.json'), 401, 'PUT');
		const { status, headers, json } = await ask(emulator, { url: `${emulator.vaultUrl}/secrets/plain?${V}` });
		assert.equal(status, 401);
		assert.deepEqual(json, response.body);
		const recorded = response.headers['www-authenticate'] ?? '';
		assert.equal(headers['www-authenticate']?.replace(/[0-9a-f-]{36}/, 'T'), recorded.replace(/[0-9a-f-]{36}/, 'T'));
		for (const name of Object.keys(response.headers)) assert.ok(name in headers, name);
	});

	it('gives pages of lists in the same form, links and empty pages too', async () => {
		const vault = emulator.vault(emulator.otherVaultUrl);
		for (let index = 0; index < 60; index++) vault.setSecret(`plain-${index}`, 'x');
		vault.setCertificate('a-certificate');
		vault.emptyPage = 2;
		const recorded = readRecording('secrets-list-paged.json').slice(1);
		const last = readRecording('secrets-list-last-page.json')[0] ?? assert.fail();
		const pages = await readPages(`${emulator.otherVaultUrl}/secrets/?${V}`);
		assert.deepEqual(itemShapes(pages), itemShapes(recorded.map(({ response }) => response.body)));
		assert.deepEqual(
			pages.map(({ value }) => value.length),
			[25, 25, 0, 11],
		);
		const empty = recorded.find(({ response }) => response.body.value.length === 0) ?? assert.fail();
		assert.deepEqual(shapeOf(pages[2]), shapeOf(empty.response.body));
		assert.equal(pages.at(-1).nextLink, last.response.body.nextLink);
		assert.equal(linkForm(pages[0].nextLink), linkForm(recorded[0]?.response.body.nextLink));
	});

	async function readPages(first: string): Promise<Json[]> {
		const headers = { authorization: `Bearer ${emulator.entra.issue()}` };
		const pages: Json[] = [];
		for (let url = first; url !== null; url = pages.at(-1).nextLink)
			pages.push((await ask(emulator, { url, headers })).json);
		return pages;
	}

	function itemShapes(pages: readonly Json[]): readonly string[] {
		return [...new Set(pages.flatMap(({ value }) => value.map((item: Json) => JSON.stringify(shapeOf(item)))))].sort();
	}

	function linkForm(link: string): string {
		return link
			.replace(/^https:\/\/[^/]+:\d+\//, 'ORIGIN/')
			.replace(/api-version=[^&]+/, 'V')
			.replace(/skiptoken=.*/, 'T');
	}
});
