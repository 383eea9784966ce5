// What real vaults answered goes through our own decoders, errors and renderers.
import assert from 'node:assert/strict';
import { randomBytes, X509Certificate } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import { readPlanInputs } from '../../src/input/fetch-inputs.js';
import { makeVaultSession, tenantOfChallenge } from '../../src/keyvault/ask-vault.js';
import { decodeSecretBundle } from '../../src/keyvault/bundles.js';
import { type FetchPlan, type FetchResult, fetchItems } from '../../src/keyvault/fetch-items.js';
import { vaultRefusedError } from '../../src/keyvault/vault-error.js';
import { readVaultRefusal } from '../../src/keyvault/vault-response-error.js';
import type { Collection, Identifier } from '../../src/plan/identifier.js';
import { makeTakenNames } from '../../src/plan/output-names.js';
import { makePlan } from '../../src/plan/plan.js';
import type { HttpRequest } from '../../src/ports.js';
import { renderAll } from '../../src/render/render-all.js';
import type { Rendered } from '../../src/render/rendered.js';
import { findWarnings } from '../../src/render/warnings.js';
import { SecretText } from '../../src/secret-text.js';
import { makeInputs, makePorts } from '../support/make-ports.js';
import { type Exchange, findExchange, readRecording, recordingsFolder, replay, toResponse } from './recordings.js';

const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const PKCS12 = 'certificate-pkcs12-rsa.json';
const PEM = 'certificate-pem-rsa.json';
const EC = 'certificate-pkcs12-ec-p256.json';
const NOT_EXPORTABLE = 'certificate-pkcs12-not-exportable.json';
const ALL = [
	...[PKCS12, PEM, EC, NOT_EXPORTABLE],
	...['secret-get.json', 'secret-set-with-expiry.json', 'secret-disabled.json', 'secret-not-found.json'],
	...['secret-get-deleted-not-found.json', 'secret-versions-of-unknown.json', 'secrets-list-paged.json'],
	...['secrets-list-last-page.json', 'key-sign-rs256.json'],
];

interface Replayed extends FetchResult {
	readonly requests: readonly HttpRequest[];
	readonly renewals: number;
}

/** The item that a recorded address names. */
function itemOf({ request }: Exchange): Identifier {
	const { origin, pathname } = new URL(request.url);
	const [, collection, name = '', version] = pathname.replace(/\/$/, '').split('/');
	return { vaultUrl: origin, collection: collection as Collection, name, version };
}

async function fetchRecorded(item: Identifier, exchanges: readonly Exchange[]): Promise<Replayed> {
	const { transport, requests } = replay(exchanges);
	const { ports } = makePorts({ transport });
	let renewals = 0;
	const renew = async (): Promise<SecretText> => {
		renewals += 1;
		return new SecretText('token-2');
	};
	const session = makeVaultSession({ tenantId: 'contoso.com', token: new SecretText('token-1'), renew });
	const context = { ...ports, deadlineMs: ports.clock.nowMs() + 60_000 };
	return { ...(await fetchItems(planOf(item), { session, context })), requests, renewals };
}

/** A plan with one line: for the item, as the portal shows its identifier, or for a pattern, and with these steps. */
function planOf({ vaultUrl, collection, name, version }: Identifier, steps = ''): FetchPlan {
	const line = [vaultUrl, collection, name, version].filter((part) => part !== undefined).join('/');
	return makePlan(readPlanInputs(makeInputs({ [collection]: `it = ${line}${steps}` })));
}

async function render({ fetched }: FetchResult): Promise<{
	readonly rendered: Rendered;
	readonly outputs: Record<string, string>;
	readonly masks: readonly string[];
}> {
	const context = { takenNames: makeTakenNames({ exportEnv: false }), platform: 'linux', randomBytes };
	const [rendered = assert.fail('nothing was rendered')] = await renderAll(fetched, context);
	const outputs = rendered.outputs.map(({ name, value }) => [
		name,
		value instanceof SecretText ? value.reveal() : value,
	]);
	return { rendered, outputs: Object.fromEntries(outputs), masks: rendered.masks.map((mask) => mask.reveal()) };
}

describe('recorded answers', { skip: recordingsFolder === undefined && 'KEY_VAULT_RECORDINGS is not set' }, () => {
	it('are all used here or in the comparison of lists', () => {
		const files = readdirSync(recordingsFolder ?? '').filter((name) => name.endsWith('.json'));
		assert.deepEqual(files.sort(), [...ALL].sort());
	});

	for (const file of ALL.filter((name) => name !== 'secrets-list-last-page.json')) {
		it(`${file}: the challenge names the tenant, the refusal its code and request`, () => {
			const challenged = readRecording(file).filter(({ response }) => response.status === 401);
			assert.notEqual(challenged.length, 0);
			for (const response of challenged.map(toResponse)) {
				assert.match(tenantOfChallenge(response) ?? '', GUID);
				const { status, code, akvCode, requestId = '' } = readVaultRefusal(response);
				assert.deepEqual([status, code, akvCode], [401, 'Unauthorized', 'AKV10000']);
				assert.match(requestId, GUID);
			}
		});
	}

	it('a secret comes out byte for byte', async () => {
		const exchanges = readRecording('secret-get.json');
		const get = findExchange(exchanges, 200, 'GET /secrets/');
		const { outputs, rendered } = await render(await fetchRecorded(itemOf(get), exchanges));
		assert.deepEqual(outputs, { it: 'value' });
		assert.equal(rendered.version, '57c9cbbdc53f410ea0d852266d7f506e');
		assert.deepEqual(rendered.life, { notBefore: undefined, expires: undefined });
	});

	it('a challenge is answered with a new token', async () => {
		const exchanges = readRecording('secret-get.json');
		const get = findExchange(exchanges, 200, 'GET /secrets/');
		const challenge = { ...findExchange(exchanges, 401, 'PUT /secrets/'), request: get.request };
		const { fetched, requests, renewals } = await fetchRecorded(itemOf(get), [challenge, get]);
		assert.equal(fetched.length, 1);
		assert.equal(renewals, 1);
		const tokens = requests.map(({ headers }) => (headers['authorization'] as SecretText).reveal());
		assert.deepEqual(tokens, ['Bearer token-1', 'Bearer token-2']);
	});

	it('a secret past its end is fetched, and warned of', async () => {
		const exchanges = readRecording('secret-set-with-expiry.json');
		const get = findExchange(exchanges, 200, 'GET /secrets/');
		const { rendered } = await render(await fetchRecorded(itemOf(get), exchanges));
		assert.deepEqual(rendered.life, { notBefore: 1564536012, expires: 1567128012 });
		const [warning, ...more] = findWarnings(
			{ rendered: [rendered], skipped: [] },
			{ nowMs: Date.UTC(2024, 7, 20), warningDays: 30 },
		);
		assert.equal(warning?.title, 'Expired: secret 312420902');
		assert.deepEqual(more, []);
		const put = decodeSecretBundle(toResponse(findExchange(exchanges, 200, 'PUT /secrets/')).body);
		assert.equal(put?.contentType, 'password');
		assert.equal(put?.version, rendered.version);
	});

	for (const [file, code] of [
		['secret-disabled.json', 'VAULT_DISABLED'],
		['secret-get-deleted-not-found.json', 'VAULT_NOT_FOUND'],
	] as const) {
		it(`${file} is ${code}`, async () => {
			const exchanges = readRecording(file);
			const refused = exchanges.at(-1) ?? assert.fail();
			const { fetched, failed, requests } = await fetchRecorded(itemOf(refused), exchanges);
			assert.deepEqual(fetched, []);
			const errors = failed.flatMap((one) => one.errors);
			assert.deepEqual(
				errors.map((error) => [error.code, error.requestId]),
				[[code, `request ID ${refused.response.headers['x-ms-request-id']}`]],
			);
			assert.equal(requests.length, 1);
		});
	}

	it('the refusal of a backup is that of a secret which is not there', () => {
		const refused = findExchange(readRecording('secret-not-found.json'), 404, 'POST /secrets/');
		const item: Identifier = {
			vaultUrl: 'https://contoso.vault.azure.net',
			collection: 'secrets',
			name: 'x',
			version: undefined,
		};
		assert.equal(vaultRefusedError(toResponse(refused), item).code, 'VAULT_NOT_FOUND');
	});

	for (const file of [PKCS12, PEM, EC]) {
		it(`${file}: thumbprint, subject and end are those of the certificate`, async () => {
			const exchanges = readRecording(file);
			const get = findExchange(exchanges, 200, 'GET /certificates/');
			const result = await fetchRecorded(itemOf(get), exchanges);
			assert.deepEqual(result.failed, []);
			assert.equal(result.requests.length, 2);
			const { outputs, rendered } = await render(result);
			const { cer, x5t, id, sid } = get.response.body;
			const certificate = new X509Certificate(Buffer.from(cer, 'base64'));
			assert.equal(outputs['it-thumbprint'], certificate.fingerprint.replaceAll(':', ''));
			assert.equal(outputs['it-thumbprint'], Buffer.from(x5t, 'base64url').toString('hex').toUpperCase());
			assert.equal(outputs['it-subject'], 'CN=default');
			assert.equal(Date.parse(outputs['it-expires-on'] ?? ''), Date.parse(certificate.validTo));
			assert.equal(new X509Certificate(outputs['it-cer'] ?? '').fingerprint256, certificate.fingerprint256);
			assert.deepEqual([outputs['it-version'], rendered.version], [id.split('/').at(-1), sid.split('/').at(-1)]);
			assert.equal(outputs['it'], findExchange(exchanges, 200, 'GET /secrets/').response.body.value);
		});
	}

	it('a certificate asked for by its version has no policy, and comes out all the same', async () => {
		const exchanges = readRecording(EC);
		const byVersion = exchanges.filter(({ request }) => /\/certificates\/[^/]+\/[0-9a-f]{32}/.test(request.url));
		const [get = assert.fail()] = byVersion;
		assert.equal(get.response.body.policy, undefined);
		const { outputs } = await render(await fetchRecorded(itemOf(get), exchanges));
		assert.equal(outputs['it-version'], itemOf(get).version);
	});

	it('have every line of the key of a PEM masked, and none of its certificate', async () => {
		const exchanges = readRecording(PEM);
		const get = findExchange(exchanges, 200, 'GET /certificates/');
		const { outputs, masks } = await render(await fetchRecorded(itemOf(get), exchanges));
		const [key = '', certificate = ''] = (outputs['it'] ?? '').split(/(?=-----BEGIN CERTIFICATE)/);
		for (const line of contentLines(key)) assert.ok(masks.includes(line));
		const known = new Set(masks);
		assert.deepEqual(
			contentLines(certificate).filter((line) => known.has(line)),
			[],
		);
		assert.ok(contentLines(key).length > 20 && contentLines(certificate).length > 10);
	});

	it('a PFX is masked whole and as its bytes', async () => {
		for (const file of [PKCS12, EC]) {
			const exchanges = readRecording(file);
			const get = findExchange(exchanges, 200, 'GET /certificates/');
			const { outputs, masks } = await render(await fetchRecorded(itemOf(get), exchanges));
			const pfx = outputs['it'] ?? '';
			assert.ok(masks.includes(pfx));
			assert.ok(masks.includes(Buffer.from(pfx, 'base64').toString('base64url')));
		}
	});

	const contentLines = (pem: string) => pem.split('\n').filter((line) => line !== '' && !line.startsWith('-----'));
});
