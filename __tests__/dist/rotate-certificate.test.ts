// The rotation of a certificate through the committed bundle, as a runner starts it. One of them waits its whole minute.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { TENANT_ID } from '../emulator/directory.js';
import { type Emulator, startEmulator } from '../emulator/emulator.js';
import { assertNoLeak, runAction } from '../support/run-action.js';

const APP_ID = '77777777-7777-4777-8777-777777777777';
const APP_OBJECT_ID = '88888888-8888-4888-8888-888888888888';

describe('the bundle that rotates a certificate', () => {
	let emulator: Emulator;
	before(async () => {
		emulator = await startEmulator();
		const due = new Date(Date.now() + 10 * 24 * 60 * 60 * 1000);
		const { certificate } = emulator.vault().setCertificate('exo', { notAfter: due, tags: { owner: 'team-a' } });
		const app = { clientId: APP_ID, objectId: APP_OBJECT_ID, secret: 'not-in-use', certificates: [certificate.der] };
		emulator.entra.addApp(TENANT_ID, app);
	});
	after(() => emulator.close());

	const run = async (inputs: Readonly<Record<string, string>> = {}) => {
		const given = { certificate: 'exo', 'app-id': APP_ID, 'app-object-id': APP_OBJECT_ID };
		const all = { ...given, 'graph-host': emulator.graphHost, ...inputs };
		const result = await runAction(emulator, all, { action: 'rotate/action.yml', timeoutMs: 120_000 });
		assertNoLeak(result, []);
		return result;
	};

	it('refuses inputs that contradict each other, before the first request', async () => {
		const sent = emulator.requests.length;
		const { exitCode, annotations } = await run({ secret: 'api', 'app-object-id': '' });
		assert.equal(exitCode, 1);
		assert.match(JSON.stringify(annotations), /certificate: the input is set, and so is secret/);
		assert.equal(emulator.requests.length, sent);
	});

	it('says in a dry run what it would do', async () => {
		const before = emulator.vault().findCertificate('exo')?.version;
		const { exitCode, outputs } = await run({ 'dry-run': 'true' });
		assert.equal(exitCode, 0);
		assert.equal(outputs['rotated'], 'false');
		assert.equal(outputs['version'], before);
	});

	it('rotates, and has nothing to do afterwards', async () => {
		const first = await run();
		assert.equal(first.exitCode, 0, JSON.stringify(first.annotations));
		const current = emulator.vault().findCertificate('exo');
		assert.equal(first.outputs['rotated'], 'true');
		assert.equal(first.outputs['version'], current?.version);
		assert.deepEqual(current?.tags, { owner: 'team-a', CredentialId: first.outputs['key-id'] });
		assert.ok(emulator.requests.every(({ path = '' }) => !`${path}`.startsWith('/secrets')));
		const second = await run();
		assert.deepEqual({ ...second.outputs, rotated: 'true' }, first.outputs);
	});
});
