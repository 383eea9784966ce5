// What real vaults answered to whoever made, merged, tagged and deleted, as the rotation of a certificate reads it.
import assert from 'node:assert/strict';
import { X509Certificate } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { readCertificateRequest } from '../../src/certificate/certificate-request.js';
import { expectedErrors } from '../../src/errors.js';
import { makeVaultSession } from '../../src/keyvault/ask-vault.js';
import { createOnce, deletePending, mergeOnce, readPending } from '../../src/keyvault/pending-certificate.js';
import { decodeSigningCertificate } from '../../src/keyvault/signing-certificate.js';
import { readStoredCertificate, readTags, setPolicy, setTagsOnce } from '../../src/keyvault/stored-certificate.js';
import type { HttpRequest, HttpResponse } from '../../src/ports.js';
import { rotate } from '../../src/rotate/rotate.js';
import { SecretText } from '../../src/secret-text.js';
import { makeClock, makeInputs, makePorts, response } from '../support/make-ports.js';
import { CLIENT_ID, makeJwt, TENANT_ID } from '../support/sign-in-context.js';
import { type Exchange, type Json, readRecording, recordingsFolder, toResponse } from './recordings.js';

const VAULT = 'https://contoso.vault.azure.net';
const NAME = 'exo';
const ITEM = { vaultUrl: VAULT, collection: 'certificates', name: NAME, version: undefined } as const;

const FILES =
	recordingsFolder === undefined
		? []
		: readdirSync(join(recordingsFolder, 'write')).filter((file) => /^certificate-.*\.json$/.test(file));

/** An exchange about a certificate as if it were `exo` of the vault: hosts and names were made unrecognizable in many ways. */
interface Recorded {
	/** E.g. `GET /pending`, `PATCH /VERSION`; that of the certificate itself ends with a slash. */
	readonly step: string;
	readonly version: string;
	readonly response: Exchange['response'];
	readonly sent: Json;
}

function readFile(file: string): readonly Recorded[] {
	return readRecording(`write/${file}`)
		.filter(({ response: { status } }) => status !== 401)
		.map(({ request, response: answer }) => {
			const path = new URL(request.url).pathname.replace(/^\/certificates\/+[^/]+\/?/, '');
			const [version = ''] = /^[0-9a-f]{32}$/.exec(path) ?? [];
			const address = /https:\/\/[^/"]+\/(certificates|keys|secrets)\/+[^/"]+/g;
			const body = JSON.parse(JSON.stringify(answer.body).replace(address, `${VAULT}/$1/${NAME}`));
			const step = `${request.method} /${version === '' ? path : 'VERSION'}`;
			return { step, version, response: { ...answer, body }, sent: request.body };
		});
}

/** Access to a vault that answers so, whatever it is asked. */
function answering(answer: Exchange['response']) {
	const { ports } = makePorts({ transport: async () => toResponse({ response: answer } as Exchange) });
	const session = makeVaultSession({ tenantId: undefined, token: new SecretText('token'), renew: undefined });
	return { session, context: { ...ports, deadlineMs: ports.clock.nowMs() + 60_000 } };
}

async function codeOf(failing: Promise<unknown>): Promise<string> {
	return failing.then(
		() => 'none',
		(error: unknown) => expectedErrors(error)[0]?.code ?? 'none',
	);
}

/** What the rotation makes of an answer, by what was asked. */
const READERS: Readonly<Record<string, (recorded: Recorded) => Promise<void>>> = {
	'POST /create': async ({ response: answer, sent }) => {
		const made = createOnce(ITEM, sent.policy, answering(answer));
		if (answer.status !== 202) return assert.equal(await codeOf(made), 'VAULT_BAD_REQUEST');
		const { requestId, issuer, isInProgress, request } = await made;
		const { body } = answer;
		assert.deepEqual(
			{ requestId, issuer, isInProgress },
			{ requestId: body.request_id, issuer: body.issuer.name, isInProgress: true },
		);
		// Its own signature is verified by this.
		assert.equal(readCertificateRequest(request ?? Buffer.alloc(0)).publicKey.asymmetricKeyType, 'rsa');
	},
	'GET /pending': async ({ response: answer }) => {
		const pending = await readPending(ITEM, answering(answer));
		if (answer.status === 404) return assert.equal(pending, undefined);
		assert.equal(pending?.requestId, answer.body.request_id);
		assert.equal(pending?.isInProgress, answer.body.status === 'inProgress');
	},
	'DELETE /pending': ({ response: answer }) => deletePending(ITEM, answering(answer)),
	'PATCH /pending': async ({ response: answer }) => {
		// Nobody cancels here; what is being cancelled is still in progress.
		assert.equal((await readPending(ITEM, answering(answer)))?.isInProgress, true);
	},
	'POST /pending/merge': async ({ response: answer }) => {
		const merged = mergeOnce(ITEM, { certificate: Buffer.from('leaf'), tags: {} }, answering(answer));
		if (answer.status === 404) return assert.equal(await codeOf(merged), 'VAULT_NOT_FOUND');
		const { certificate } = decodeSigningCertificate(await merged, ITEM);
		assert.equal(certificate.der.toString('base64'), answer.body.cer);
		assert.equal(`${VAULT}/keys/${NAME}/${certificate.version}`, answer.body.kid);
	},
	'GET /': async ({ response: answer }) => {
		const { body, headers } = answer;
		const reading = readStoredCertificate(ITEM, answering(answer));
		if (body.cer === undefined) return assert.equal(await codeOf(reading), 'CERTIFICATE_PENDING');
		const { certificate, enabled, tags, policy, dateSeconds } = await reading;
		const { updated } = body.policy.attributes;
		assert.equal(certificate.der.toString('base64'), body.cer);
		assert.equal(certificate.life.expires, body.attributes.exp);
		assert.deepEqual({ enabled, tags }, { enabled: body.attributes.enabled, tags: body.tags ?? {} });
		assert.equal(dateSeconds, Date.parse(headers['date'] ?? '') / 1000);
		const { id: _id, attributes: _attributes, ...settings } = body.policy;
		assert.deepEqual(policy, { settings, keyType: 'RSA', renewsItself: renewsItself(settings), updated });
	},
	'GET /VERSION': async ({ response: answer, version }) => {
		assert.deepEqual(await readTags({ ...ITEM, version }, answering(answer)), answer.body.tags ?? {});
	},
	'PATCH /VERSION': async ({ response: answer, version }) => {
		assert.deepEqual(await setTagsOnce({ ...ITEM, version }, {}, answering(answer)), answer.body.tags ?? {});
	},
	'PATCH /policy': ({ response: answer }) => setPolicy(ITEM, {}, answering(answer)),
};

function renewsItself({ lifetime_actions: actions = [] }: Json): boolean {
	return actions.some(({ action }: Json) => action.action_type === 'AutoRenew');
}

/** What no rotation asks. */
const OTHERS = ['POST /import', 'PATCH /', 'GET /policy', 'POST /issuers'];

describe('recorded changes of certificates', {
	skip: recordingsFolder === undefined && 'KEY_VAULT_RECORDINGS is not set',
}, () => {
	const seen = new Set<string>();
	for (const file of FILES) {
		it(`${file}: a rotation reads what the vault says`, async () => {
			for (const recorded of readFile(file)) {
				const read = READERS[recorded.step];
				if (read === undefined) assert.ok(OTHERS.includes(recorded.step), recorded.step);
				else seen.add(recorded.step);
				await read?.(recorded);
			}
		});
	}

	it('have an answer to every request of a rotation to the certificate', () => {
		assert.deepEqual([...seen].sort(), Object.keys(READERS).sort());
	});
});

describe('a dry run against a recorded vault', {
	skip: recordingsFolder === undefined && 'KEY_VAULT_RECORDINGS is not set',
}, () => {
	/** A run of the action against a vault that answers as recorded. */
	async function dryRun(pending: Recorded | undefined, current: Recorded) {
		const { headers } = current.response;
		const time = makeClock(Date.parse(headers['date'] ?? ''));
		const answer = (request: HttpRequest): HttpResponse => {
			if (request.url.includes('/oauth2/')) {
				const token = makeJwt({ tid: TENANT_ID, appid: CLIENT_ID });
				return response(200, { access_token: token, expires_in: 3599, token_type: 'Bearer' });
			}
			const recorded = request.url.includes('/pending') ? pending : current;
			if (recorded !== undefined) return toResponse(recorded as unknown as Exchange);
			return response(404, { error: { code: 'PendingCertificateNotFound' } });
		};
		const inputs = {
			...{ 'tenant-id': TENANT_ID, 'client-id': CLIENT_ID, 'client-secret': 'a-client-secret' },
			...{ keyvault: 'contoso', certificate: NAME, 'dry-run': 'true', force: 'true' },
			...{ 'app-id': CLIENT_ID, 'app-object-id': TENANT_ID },
		};
		const made = makePorts({
			inputs: makeInputs(inputs),
			clock: time.clock,
			transport: async (request) => answer(request),
		});
		const succeeded = await rotate(made.ports);
		return { succeeded, outputs: made.files.outputs, lines: made.log.lines, annotations: made.log.annotations };
	}

	for (const file of ['certificate-tags.json', 'certificate-update.json']) {
		it(`finds the version that a vault has just made, and ignores what is completed: ${file}`, async () => {
			const recorded = readFile(file);
			const pending = recorded.filter(({ step }) => step === 'GET /pending').at(-1);
			const current = recorded.filter(({ step }) => step === 'GET /').at(-1) ?? assert.fail();
			assert.equal(pending?.response.body.status, 'completed');
			const { succeeded, outputs, lines } = await dryRun(pending, current);
			assert.ok(succeeded, lines.join('\n'));
			const { fingerprint } = new X509Certificate(Buffer.from(current.response.body.cer, 'base64'));
			assert.equal(outputs.get('thumbprint'), fingerprint.replaceAll(':', ''));
			assert.equal(outputs.get('version'), current.response.body.kid.split('/').at(-1));
			assert.ok(lines.some((line) => line.startsWith('Dry run: the vault would make a new key')));
		});
	}

	it('stops for a version that the vault itself is making', async () => {
		const recorded = readFile('certificate-tags.json');
		const pending = recorded.find(({ step }) => step === 'GET /pending');
		const current = recorded.find(({ step }) => step === 'GET /') ?? assert.fail();
		const { succeeded, annotations } = await dryRun(pending, current);
		assert.ok(!succeeded);
		assert.equal(annotations[0]?.title, 'A certificate authority is issuing');
	});

	it('says that a key is not for signatures', async () => {
		const current = readFile('certificate-next-version.json').at(-1) ?? assert.fail();
		const { succeeded, annotations } = await dryRun(undefined, current);
		assert.ok(!succeeded);
		assert.match(annotations[0]?.title ?? '', /not a signing key/);
	});

	it('says that a disabled version cannot sign', async () => {
		const current = readFile('certificate-disabled.json').at(-1) ?? assert.fail();
		const { succeeded, annotations } = await dryRun(undefined, current);
		assert.ok(!succeeded);
		assert.match(annotations[0]?.text ?? '', /disabled/);
	});
});
