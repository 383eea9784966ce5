// The rotation of a certificate through the committed bundle, cancelled before each of its requests and in its wait: the
// current version stays in use, and the next run cleans up.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type App, TENANT_ID } from '../emulator/directory.js';
import { type Emulator, startEmulator } from '../emulator/emulator.js';
import { assertNoLeak, runAction } from '../support/run-action.js';

const APP_ID = '77777777-7777-4777-8777-777777777777';
const OBJECT_ID = '88888888-8888-4888-8888-888888888888';
const NAME = 'exo';
const LATER_SECONDS = 16 * 60;

/** The requests of a rotation before its wait of a minute. */
const REQUESTS = 11;

/** Has the process send itself a signal instead of its n-th request. */
function signalAt(request: number, signal: NodeJS.Signals): string {
	const script = `
		import https from 'node:https';
		import { Writable } from 'node:stream';
		import { syncBuiltinESMExports } from 'node:module';
		let left = ${request};
		const original = https.request;
		https.request = (...args) => {
			if (--left > 0) return original(...args);
			process.kill(process.pid, '${signal}');
			const unsent = new Writable({ write() {} });
			return Object.assign(unsent, { setTimeout: () => unsent });
		};
		syncBuiltinESMExports();`;
	return `--import=data:text/javascript,${encodeURIComponent(script)}`;
}

describe('a rotation that is cancelled', { skip: process.platform === 'win32' && 'Windows has no signals' }, () => {
	let emulator: Emulator;
	let app: App;
	before(async () => {
		emulator = await startEmulator();
		app = emulator.entra.addApp(TENANT_ID, { clientId: APP_ID, objectId: OBJECT_ID, secret: 'not-in-use' });
		const { certificate } = emulator.vault().setCertificate(NAME, { tags: { owner: 'team-a' } });
		app.keys.add(certificate.der);
	});
	after(() => emulator.close());

	const record = () => emulator.vault().certificates.record(NAME) ?? assert.fail();
	const current = () => emulator.vault().findCertificate(NAME) ?? assert.fail();
	const run = async (inputs: Readonly<Record<string, string>>, step: Parameters<typeof runAction>[2] = {}) => {
		const given = { certificate: NAME, 'app-id': APP_ID, 'app-object-id': OBJECT_ID, 'graph-host': emulator.graphHost };
		const result = await runAction(emulator, { ...given, ...inputs }, { ...step, action: 'rotate/action.yml' });
		assertNoLeak(result, []);
		return result;
	};

	/** Ages what is pending, by the vault's own clock. */
	function letTimePass(): void {
		const { policy } = record();
		const updated = policy.attributes.updated - LATER_SECONDS;
		record().policy = { ...policy, attributes: { ...policy.attributes, updated } };
	}

	/** Leftovers of the cancelled runs. */
	const seen = new Set<string>();

	/** A forced run that is cancelled, and one that has nothing to renew a quarter of an hour later. */
	async function cancelAndHeal(step: Parameters<typeof runAction>[2]): Promise<void> {
		const [version, keys] = [current().version, app.keys.all.length];
		const cancelled = await run({ force: 'true' }, step);
		assert.equal(cancelled.exitCode, 1);
		assert.deepEqual(cancelled.outputs, {});
		assert.equal(current().version, version);
		const isPending = record().pending?.status === 'inProgress';
		const isNoted = current().tags?.['PendingCredentialId'] !== undefined;
		const added = app.keys.all.length - keys;
		seen.add(isNoted ? 'a note' : added > 0 ? 'a key credential' : isPending ? 'a request' : 'nothing');
		const soon = await run({ 'dry-run': 'true', force: 'true' });
		assert.match(soon.log.join('\n'), isPending ? /the run would stop here/ : /would make a new key/);
		letTimePass();
		const later = await run({});
		assert.equal(later.exitCode, 0, JSON.stringify(later.annotations));
		assert.equal(later.outputs['version'], version);
		assert.notEqual(record().pending?.status, 'inProgress');
		assert.deepEqual(current().tags, { owner: 'team-a' });
		// Until its key ID is noted, nobody but a person can remove a key credential.
		assert.equal(app.keys.all.length, isNoted ? keys : keys + added);
	}

	for (let request = 1; request <= REQUESTS; request++) {
		const signal = request % 2 === 0 ? 'SIGINT' : 'SIGTERM';
		it(`by ${signal} before request ${request} leaves what the next run cleans up`, async () => {
			await cancelAndHeal({ env: { NODE_OPTIONS: signalAt(request, signal) } });
		});
	}

	it('in its wait leaves a key credential that the next run removes', () => cancelAndHeal({ cancelOn: 'Waiting for' }));

	it('leaves all that can be left, at one moment or another', () => {
		assert.deepEqual([...seen], ['nothing', 'a request', 'a key credential', 'a note']);
	});
});
