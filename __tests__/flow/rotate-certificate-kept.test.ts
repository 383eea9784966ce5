// Runs of the rotation of a certificate that change nothing: what is not due, what is tried out, and inputs that are refused.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { APP_OBJECT_ID, CERTIFICATE, CertificateWorld } from '../support/certificate-world.js';
import { APP_ID, MINUTE_MS } from '../support/services-world.js';

const FORCE = { force: 'true' };

describe('a certificate that is not due', () => {
	it('is described, and nothing is sent that changes anything', async () => {
		const world = new CertificateWorld();
		world.makeHistory(10);
		const { steps, outputs, log, warnings } = await world.run();
		assert.deepEqual(steps, ['sign in to the vault', 'GET /pending', 'GET current']);
		assert.equal(outputs['rotated'], 'false');
		assert.equal(outputs['version'], world.current.version);
		assert.equal(outputs['key-id'], world.current.tags?.['CredentialId']);
		assert.match(outputs['thumbprint'] ?? '', /^[0-9A-F]{40}$/);
		assert.match(log.lines.at(-1) ?? '', /^Nothing is due: it .* more than 30 days away\.$/);
		// The vault may be faster than the rotation.
		assert.match(warnings[0]?.text ?? '', /AutoRenew.*"force: true"/s);
	});

	it('draws no warning if the vault only reminds, and has no key ID if its tags name none', async () => {
		const world = new CertificateWorld();
		world.addVersion(10);
		await world.run(FORCE);
		assert.deepEqual((await world.run()).warnings, []);
		world.tag({});
		assert.equal((await world.run()).outputs['key-id'], '');
	});

	it('is left in peace while another run is in progress', async () => {
		const world = new CertificateWorld();
		world.makeHistory(10);
		world.begin();
		const { steps, succeeded, log } = await world.run();
		assert.ok(succeeded);
		assert.deepEqual(steps, ['sign in to the vault', 'GET /pending', 'GET current']);
		assert.match(log.lines.at(-1) ?? '', /[Aa]nother run/);
	});

	it('is not due for what is no longer pending', async () => {
		for (const status of ['completed', 'cancelled', 'failed'] as const) {
			const world = new CertificateWorld();
			world.makeHistory(10);
			world.begin().status = status;
			const { steps } = await world.run();
			assert.equal(steps.length, 3, status);
		}
	});
});

describe('a dry run', () => {
	const dry = { 'dry-run': 'true' };

	const cases: Readonly<
		Record<string, readonly [(world: CertificateWorld) => void, Readonly<Record<string, string>>, RegExp]>
	> = {
		'what would be renewed': [() => undefined, FORCE, /certificate.*key credential [0-9a-f-]{36} .*removed\.$/],
		'that nothing would go': [(world) => world.tag({}), FORCE, /then no key credential would be removed\.$/],
		'that nothing is due': [() => undefined, {}, /^Dry run: nothing/],
		'that it would stop': [(world) => void world.begin(), FORCE, /^Dry run: .*stop/],
		'what would be cleaned up': [
			(world) => {
				world.begin();
				world.note(world.addKey(world.makeStranger()));
				world.time.advance(16 * MINUTE_MS);
			},
			{},
			/nothing.* request .* deleted.*proved/,
		],
		'what would come first': [
			(world) => world.note(world.addKey(world.makeStranger())),
			FORCE,
			/^Dry run: .*proved.* new key/,
		],
	};
	for (const [what, [prepare, inputs, text]] of Object.entries(cases)) {
		it(`says ${what}, and changes nothing`, async () => {
			const world = new CertificateWorld();
			world.makeHistory(10);
			prepare(world);
			const { requests, outputs, log } = await world.run({ ...dry, ...inputs });
			assert.match(log.lines.at(-1) ?? '', text);
			assert.equal(outputs['rotated'], 'false');
			assert.equal(outputs['version'], world.current.version);
			const writes = requests.filter(({ method, url }) => method !== 'GET' && !url.includes('/oauth2/'));
			assert.deepEqual(writes, []);
		});
	}
});

describe('inputs of a rotation', () => {
	it('are refused before the first request', async () => {
		const world = new CertificateWorld();
		for (const [inputs, text] of [
			[{ secret: 'api' }, /^certificate: .*secret/],
			[{ 'app-object-id': '' }, /app-object-id: the input is empty/],
			[{ 'app-object-id': APP_ID }, /^app-object-id: .*app-id/],
			[{ certificate: `${CERTIFICATE}/4387e9f3d6e14c459867679a90fd0f79` }, /certificate: the value names a version/],
			[{ 'valid-days': '30' }, /^valid-days: .*renew-before-days/],
			[{ certificate: '', secret: 'api' }, /app-object-id: this input goes with certificate/],
		] as const) {
			const { requests, errors, succeeded } = await world.run(inputs);
			assert.ok(!succeeded);
			assert.deepEqual(requests, []);
			assert.match(errors[0]?.text ?? '', text);
			assert.ok(!(errors[0]?.text ?? '').includes(APP_OBJECT_ID));
		}
	});
});
