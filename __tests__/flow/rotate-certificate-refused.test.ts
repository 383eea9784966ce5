// Rotations of certificates that cannot begin: nothing is changed.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CertificateWorld } from '../support/certificate-world.js';
import { assertCodes } from '../support/error-codes.js';
import { response } from '../support/make-ports.js';
import { MINUTE_MS } from '../support/services-world.js';
import { makeWorld, refuse, snapshot } from './certificate-failure.js';

const FORCE = { force: 'true' };
const BEFORE_ALL = ['sign in to the vault', 'GET /pending', 'GET current'];

describe('a rotation that cannot begin', () => {
	const cases: Readonly<Record<string, readonly [(world: CertificateWorld) => void, string, RegExp]>> = {
		'the current version has expired': [
			(world) => world.time.advance(400 * 24 * 60 * MINUTE_MS),
			'ROTATE_CERTIFICATE_EXPIRED',
			/az keyvault certificate create/,
		],
		'the owner has too many tags': [
			(world) => world.tag(Object.fromEntries(Array.from({ length: 13 }, (_, index) => [`own-${index}`, 'x']))),
			'ROTATE_TOO_MANY_TAGS',
			/\b13 tags/,
		],
		'the policy asks for another kind of key': [
			(world) => void Object.assign(world.policy.key_props, { kty: 'EC' }),
			'CERTIFICATE_CANNOT_SIGN',
			/policy.*RSA/,
		],
		'the current version is disabled': [
			(world) => void world.vault.certificates.shelf.update(world.current, { enabled: false }),
			'CERTIFICATE_CANNOT_SIGN',
			/^(?!.*NAME\/VERSION).*disabled/s,
		],
		'the current version is not valid yet': [
			(world) => world.time.advance(-15 * 24 * 60 * MINUTE_MS),
			'CERTIFICATE_CANNOT_SIGN',
			/^(?!.*NAME\/VERSION).*future/s,
		],
		'a certificate authority is issuing': [
			(world) => void world.begin('DigiCert'),
			'ROTATE_ISSUER_AT_WORK',
			/"DigiCert"/,
		],
		'another run is in progress': [(world) => void world.begin(), 'ROTATE_BUSY', /2026-06-01T00:15:00Z/],
		'the vault does not let it look': [
			(world) => world.vault.deny('exo', 'rbac'),
			'VAULT_FORBIDDEN_BY_RBAC',
			/"Key Vault Certificates Officer" at the scope …\/certificates\/exo and "Key Vault Crypto User" at …\/keys\/exo/,
		],
	};
	for (const [what, [prepare, code, text]] of Object.entries(cases)) {
		it(`says that ${what}, and changes nothing`, async () => {
			const world = makeWorld(prepare);
			const before = snapshot(world);
			const { succeeded, errors, steps, outputs } = await world.run(FORCE);
			assert.ok(!succeeded);
			assertCodes(errors, [code]);
			assert.match(errors[0]?.text ?? '', text);
			assert.equal(errors[0]?.text.split('Nothing was changed').length, 2, 'it is said once');
			assert.deepEqual(snapshot(world), before);
			assert.deepEqual(steps, BEFORE_ALL.slice(0, steps.length));
			assert.deepEqual(outputs, {});
		});
	}

	it('stops where another run asks for a key at the same moment', async () => {
		const world = makeWorld();
		const { errors } = await world.run(FORCE, {
			interfere: (request, serve) => {
				if (world.describe(request) === 'POST /create') world.begin();
				return serve();
			},
		});
		assertCodes(errors, ['ROTATE_BUSY']);
		assert.match(errors[0]?.text ?? '', /15 minutes/);
		assert.ok(world.pending?.status === 'inProgress');
	});

	it('stops for an authority that begins when what was left has been deleted', async () => {
		const world = makeWorld((one) => void one.begin());
		world.time.advance(16 * MINUTE_MS);
		const { errors } = await world.run(FORCE, {
			interfere: (request, serve) => {
				const answer = serve();
				if (world.describe(request) === 'DELETE /pending') world.begin('DigiCert');
				return answer;
			},
		});
		assertCodes(errors, ['ROTATE_ISSUER_AT_WORK']);
		assert.match(errors[0]?.text ?? '', new RegExp(world.current.version));
		assert.doesNotMatch(errors[0]?.text ?? '', /changed/);
	});

	it('says in which state things are, if what was left cannot be deleted', async () => {
		for (const options of [FORCE, {}]) {
			const world = makeWorld((one) => void one.begin());
			world.time.advance(16 * MINUTE_MS);
			const { errors } = await world.run(options, { interfere: refuse(world, 'DELETE /pending', 403, 'Forbidden') });
			assertCodes(errors, ['VAULT_FORBIDDEN']);
			assert.match(errors[0]?.text ?? '', new RegExp(`${world.current.version}.*earlier run`));
		}
	});

	it('puts a policy back that had no lifetime actions', async () => {
		const world = makeWorld((one) => void Object.assign(one.policy, { lifetime_actions: [] }));
		const { succeeded } = await world.run(FORCE, {
			interfere: (request, serve) => {
				const step = world.describe(request);
				if (step === 'addKey') return response(403, { error: { code: 'Authorization_RequestDenied', message: '' } });
				const answer = serve();
				if (step !== 'GET current') return answer;
				return { ...answer, body: answer.body.replace('"lifetime_actions":[]', '"other":[]') };
			},
		});
		assert.ok(!succeeded);
		assert.deepEqual(world.policy.lifetime_actions, []);
	});

	it('says that the vault may have begun a version, if it did not answer', async () => {
		const world = makeWorld();
		const { errors } = await world.run(FORCE, { interfere: refuse(world, 'POST /create', 503) });
		assert.match(errors[0]?.text ?? '', /did not confirm .*may still begin/);
	});

	it('takes what is pending for its own, if the vault has begun without an answer', async () => {
		const world = makeWorld();
		const { succeeded } = await world.run(FORCE, {
			interfere: (request, serve) => {
				const answer = serve();
				return world.describe(request) === 'POST /create' ? response(503) : answer;
			},
		});
		assert.ok(succeeded);
	});

	it('refuses an answer without a certificate request', async () => {
		const world = makeWorld();
		const { errors } = await world.run(FORCE, {
			interfere: (request, serve) => {
				const answer = serve();
				const step = world.describe(request);
				if (step !== 'POST /create' && step !== 'GET /pending') return answer;
				return { ...answer, body: answer.body.replace('"csr"', '"other"') };
			},
		});
		assert.match(errors[0]?.text ?? '', /certificate request/);
	});

	it('says so if the vault refuses to make a key', async () => {
		const world = makeWorld();
		const interfere = refuse(world, 'POST /create', 400, 'BadParameter');
		const { errors } = await world.run(FORCE, { interfere });
		assert.match(errors[0]?.text ?? '', /policy.*changed/);
	});

	it('tells how to upload a certificate that the application does not have', async () => {
		const world = makeWorld();
		world.app.keys.replaceAll([world.makeStranger()]);
		const { errors, log } = await world.run(FORCE);
		assert.match(errors[0]?.text ?? '', /AADSTS700027.*credential reset/s);
		assert.ok(log.lines.includes('-----BEGIN CERTIFICATE-----'));
		assert.ok(world.pending === undefined && world.policy.issuer.name === 'Self');
	});
});
