// The store of Windows, shared by the jobs of one user: with a stand-in for PowerShell, since the scripts need Windows.
import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { runTransaction } from '../../../src/export/export-all.js';
import { emptyStore } from '../../../src/store/user-store.js';
import { prepareWindowsStore } from '../../../src/store/windows-store.js';
import { makeInputs, makeMachine, makePorts } from '../../support/make-ports.js';
import { thumbprintOf } from '../../support/vault-certificate.js';
import { entryOf, LEAF, OTHER, THUMBPRINT } from './store-fixture.js';
import { makeWindowsUser, OWN_NAME } from './windows-stand-in.js';

const SITE = { kind: 'windows', powershell: 'p', modules: 'm' } as const;
const ENTRIES = [entryOf(LEAF, 'password')];

let living: Set<string>;
let user: ReturnType<typeof makeWindowsUser>;
beforeEach(() => {
	living = new Set();
	user = makeWindowsUser((folder) => living.has(folder));
});

/** A job of this user. */
function makeJob(digit: string, entries = ENTRIES) {
	const folder = `key-vault-${digit.repeat(32)}`;
	const made = makePorts({ machine: makeMachine({}, { platform: 'win32', run: user.run }) });
	const owner = made.ports.privateFolders.pathOf(folder, '');
	const state = new Map([['folder', folder]]);
	return {
		log: made.log,
		fill: async (between: () => void = () => undefined) => {
			const { state: told, parts } = await prepareWindowsStore(SITE, { entries, folder }, made.ports);
			for (const { name, value } of told) state.set(name, `${value}`);
			made.ports.privateFolders.make(folder);
			living.add(owner);
			between();
			await runTransaction(parts);
		},
		kill: () => living.delete(owner),
		end: async (forged: Readonly<Record<string, string>> = {}) => {
			const saved = { ...Object.fromEntries(state), ...forged };
			const variable = makeInputs().variable;
			await emptyStore({ ...made.ports, variable, savedState: (name) => saved[name] });
			living.delete(owner);
		},
	};
}

describe('a certificate in the store of Windows', () => {
	// Promise: P11
	it('is imported once for two jobs, stays for the other when one ends, and goes with the last', async () => {
		for (const isFirstToEnd of [true, false]) {
			const [a, b] = [makeJob('a'), makeJob('b')];
			await a.fill();
			await b.fill();
			assert.deepEqual(user.imported.splice(0), [THUMBPRINT]);
			const [first, last] = isFirstToEnd ? [a, b] : [b, a];
			await first.end();
			assert.ok(user.entries.has(THUMBPRINT));
			await last.end();
			assert.deepEqual([user.entries.size, user.marks.size], [0, 0]);
		}
	});

	it('is shared if both jobs looked before either imported', async () => {
		const [a, b] = [makeJob('a'), makeJob('b')];
		await Promise.all([a.fill(), b.fill()]);
		assert.deepEqual(user.imported, [THUMBPRINT]);
		await a.end();
		assert.ok(user.entries.has(THUMBPRINT));
		await b.end();
		assert.equal(user.entries.size, 0);
	});

	// Promise: P11
	it('that was there before stays, also where a job meets it after it looked', async () => {
		const own = { hasKey: true, friendlyName: 'mine' };
		for (const when of ['before', 'between'] as const) {
			user.entries.clear();
			const job = makeJob('a');
			if (when === 'before') user.entries.set(THUMBPRINT, own);
			await job.fill(() => user.entries.set(THUMBPRINT, own));
			await job.end();
			assert.deepEqual(user.entries.get(THUMBPRINT), own);
			assert.deepEqual([user.imported, user.marks.size], [[], 0]);
			assert.match(job.log.lines.join(), /neither changes nor removes/);
		}
	});

	// Promise: P11
	it('is not removed by a state that names it without having put it there', async () => {
		const victim = makeJob('a');
		await victim.fill();
		const stranger = makeJob('b', [entryOf(OTHER, 'password')]);
		await stranger.fill();
		await stranger.end({ 'store-thumbprints': `${THUMBPRINT} ${thumbprintOf(OTHER)}` });
		assert.deepEqual([...user.entries.keys()], [THUMBPRINT]);
		user.entries.set(thumbprintOf(OTHER), { hasKey: true, friendlyName: OWN_NAME });
		await makeJob('c').end({ 'store-thumbprints': `${THUMBPRINT} ${thumbprintOf(OTHER)}` });
		assert.equal(user.entries.size, 2);
	});

	it('that a killed job left is removed by the next job that imports any, or goes with the last that shares it', async () => {
		const killed = makeJob('a');
		await killed.fill();
		const sharing = makeJob('b');
		await sharing.fill();
		killed.kill();
		await sharing.end();
		assert.deepEqual([user.entries.size, user.marks.size], [0, 0]);
		const left = makeJob('c');
		await left.fill();
		left.kill();
		await makeJob('d', [entryOf(OTHER, 'password')]).fill();
		assert.deepEqual([...user.entries.keys()], [thumbprintOf(OTHER)]);
	});

	it('that somebody put in the place of one of a job stays, though a mark is left', async () => {
		const job = makeJob('a');
		await job.fill();
		user.entries.set(THUMBPRINT, { hasKey: true, friendlyName: 'mine' });
		await job.end();
		assert.equal(user.entries.get(THUMBPRINT)?.friendlyName, 'mine');
		assert.equal(user.marks.size, 0);
	});

	it('is imported again if only a mark is left', async () => {
		const [a, b] = [makeJob('a'), makeJob('b')];
		await a.fill();
		user.entries.clear();
		await b.fill();
		assert.deepEqual(user.imported, [THUMBPRINT, THUMBPRINT]);
		await b.end();
		await a.end();
		assert.equal(user.entries.size, 0);
	});
});
