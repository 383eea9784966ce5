// The store of Windows: what Windows PowerShell is started with, and what is made of what it says.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ActionErrors } from '../../../src/errors.js';
import { runTransaction } from '../../../src/export/export-all.js';
import type { ProgramResult, ProgramStart } from '../../../src/ports.js';
import { emptyWindowsStore, prepareWindowsStore } from '../../../src/store/windows-store.js';
import { ADD, LOOK, REMOVE } from '../../../src/store/windows-store-scripts.js';
import { makeMachine, makePorts } from '../../support/make-ports.js';
import { thumbprintOf } from '../../support/vault-certificate.js';
import { entryOf, LEAF, OTHER, PRIVATE_FOLDER, THUMBPRINT } from './store-fixture.js';

const SITE = { kind: 'windows', powershell: 'C:\\W\\powershell.exe', modules: 'C:\\W\\Modules' } as const;
const PASSWORD = 'password-of-the-PFX';
const ENTRIES = [entryOf(LEAF, PASSWORD), entryOf(OTHER, PASSWORD)];
const THUMBPRINTS = [THUMBPRINT, thumbprintOf(OTHER)];

type Action = 'look' | 'import' | 'remove';

/** What a script is for, by its text. */
function actionOf({ args }: ProgramStart): Action {
	const script = args.at(-1) ?? '';
	if (script.endsWith(ADD)) return 'import';
	return script.endsWith(REMOVE) ? 'remove' : 'look';
}

function result(stdout = '', exitCode = 0, stderr = ''): ProgramResult {
	return { exitCode, stdout, stderr };
}

const FILLED = { thumbprints: THUMBPRINTS, owner: `/runner/_temp/${PRIVATE_FOLDER}/` };
const none = THUMBPRINTS.map((thumbprint) => `${thumbprint} none\r\n`).join('');

/** Stands for what an import says that came off. */
const IMPORTED = result();

/** Windows with this store, on which each action comes to what is said of it. */
function windows(results: Partial<Record<Action, ProgramResult | undefined>> = {}) {
	const starts: ProgramStart[] = [];
	const answers = { look: result(none), import: IMPORTED, remove: result(), ...results };
	const run = async (start: ProgramStart) => {
		starts.push(start);
		const answer = answers[actionOf(start)];
		return answer === IMPORTED ? result(`${start.variables?.['STORE_THUMBPRINT']} none\r\n`) : answer;
	};
	const made = makePorts({ machine: makeMachine({}, { platform: 'win32', run }) });
	made.ports.privateFolders.make(PRIVATE_FOLDER);
	return { ...made, starts, actions: () => starts.map(actionOf) };
}

async function fill({ ports }: ReturnType<typeof windows>) {
	const { state, parts } = await prepareWindowsStore(SITE, { entries: ENTRIES, folder: PRIVATE_FOLDER }, ports);
	await runTransaction(parts);
	return state;
}

describe('the store of Windows', () => {
	// Promise: P2
	it('is looked at before anything else, and tells the post step what will be imported', async () => {
		const made = windows({ look: result(`${THUMBPRINT} whole\r\n${THUMBPRINTS[1]} none\r\n`) });
		const order = { entries: ENTRIES, folder: PRIVATE_FOLDER };
		const { state } = await prepareWindowsStore(SITE, order, made.ports);
		assert.deepEqual(made.actions(), ['look']);
		assert.deepEqual(state, [{ name: 'store-thumbprints', value: THUMBPRINTS[1] }]);
		assert.deepEqual(made.log.lines, [
			`The user's certificate store has ${THUMBPRINT} already: this action neither changes nor removes that entry.`,
		]);
	});

	it('gets each certificate from a file that nobody else can read', async () => {
		const made = windows();
		const state = await fill(made);
		assert.deepEqual(state, [{ name: 'store-thumbprints', value: THUMBPRINTS.join(' ') }]);
		assert.deepEqual(made.actions(), ['look', 'import', 'import']);
		const written = made.folders.folders.get(PRIVATE_FOLDER);
		for (const [index, { thumbprint, pfx }] of ENTRIES.entries()) {
			assert.deepEqual(written?.get(`store.${thumbprint}.pfx`), pfx.reveal());
			assert.deepEqual(made.starts[index + 1]?.variables, {
				STORE_THUMBPRINT: thumbprint,
				STORE_OWNER: FILLED.owner,
				STORE_PFX_PATH: `/runner/_temp/${PRIVATE_FOLDER}/store.${thumbprint}.pfx`,
				STORE_PFX_PASSWORD: PASSWORD,
				PSModulePath: SITE.modules,
			});
		}
	});

	// Promise: L11
	it('is reached by a constant script of the Windows PowerShell in its own folder', async () => {
		const made = windows();
		await fill(made);
		await emptyWindowsStore(SITE, FILLED, made.ports);
		for (const { file, args, variables, timeoutMs } of made.starts) {
			assert.equal(file, SITE.powershell);
			assert.deepEqual(args.slice(0, -1), [
				...['-NoLogo', '-NoProfile', '-NonInteractive', '-ExecutionPolicy', 'RemoteSigned', '-Command'],
			]);
			// A quotation mark would have to be escaped twice.
			assert.ok(args.every((arg) => !arg.includes('"') && !arg.includes(PASSWORD) && !arg.includes(THUMBPRINT)));
			assert.equal(variables?.['PSModulePath'], SITE.modules);
			assert.equal(timeoutMs, 60_000);
		}
		const scripts = new Set(made.starts.map(({ args }) => args.at(-1)));
		assert.deepEqual(
			[...scripts],
			[LOOK, ADD, REMOVE].map((script) => `$ErrorActionPreference = 'Stop'; ${script}`),
		);
	});

	it('is asked about, and rid of, these certificates and no others', async () => {
		const made = windows();
		await prepareWindowsStore(SITE, { entries: ENTRIES, folder: PRIVATE_FOLDER }, made.ports);
		await emptyWindowsStore(SITE, FILLED, made.ports);
		const variables = { STORE_THUMBPRINTS: THUMBPRINTS.join(' '), PSModulePath: SITE.modules };
		assert.deepEqual(
			made.starts.map((start) => start.variables),
			[variables, { ...variables, STORE_OWNER: FILLED.owner }],
		);
	});

	// Promise: P3
	it('that has all is neither changed nor emptied', async () => {
		const made = windows({ look: result(THUMBPRINTS.map((thumbprint) => `${thumbprint} whole\n`).join('')) });
		assert.deepEqual(await fill(made), []);
		assert.deepEqual(made.actions(), ['look']);
		assert.equal(made.log.lines.length, 2);
	});

	it('that has a certificate without its key is an error for each', async () => {
		const made = windows({ look: result(THUMBPRINTS.map((thumbprint) => `${thumbprint} without key\r\n`).join('')) });
		await assert.rejects(fill(made), (error) => {
			assert.ok(error instanceof ActionErrors);
			assert.deepEqual(
				error.errors.map(({ code, subject }) => [code, subject]),
				THUMBPRINTS.map((thumbprint) => ['STORE_ENTRY_WITHOUT_KEY', `thumbprint ${thumbprint}`]),
			);
			return true;
		});
		assert.deepEqual(made.actions(), ['look']);
	});

	const failures: readonly (readonly [string, ProgramResult | undefined, string])[] = [
		['fails', result('', 1, `${PASSWORD} Zugriff verweigert. (0x80070005 (WIN32: 5))`), 'exit code 1, 0x80070005'],
		['fails without a code', result('', 1, PASSWORD), 'exit code 1'],
		['does not end', { exitCode: undefined, stdout: none, stderr: '' }, 'exit code none'],
		['is not there', undefined, 'exit code none'],
	];
	for (const [what, failure, details] of failures) {
		it(`that cannot be looked at is an error, if the program ${what}`, async () => {
			const made = windows({ look: failure });
			await assert.rejects(fill(made), (error) => {
				assert.ok(error instanceof ActionErrors);
				assert.equal(error.errors.length, 2);
				assert.equal(error.errors[0]?.code, 'STORE_PROGRAM_FAILED');
				assert.match(error.errors[0]?.hint ?? '', /Run the runner as a user with a profile .*, or write \| file\.$/);
				assert.equal(error.errors[0]?.problem, `Windows PowerShell could not look into CurrentUser\\My (${details}).`);
				return true;
			});
			assert.deepEqual(made.actions(), ['look']);
		});

		it(`is emptied again where importing ${what}`, async () => {
			const made = windows({ import: failure });
			await assert.rejects(fill(made), (error: Error) => {
				assert.ok(error.message.includes(`could not import it into CurrentUser\\My (${details}).`));
				assert.ok(!error.message.includes(PASSWORD));
				return true;
			});
			assert.deepEqual(made.actions(), ['look', 'import', 'remove']);
			assert.deepEqual(made.starts.at(-1)?.variables, {
				STORE_THUMBPRINTS: THUMBPRINTS.join(' '),
				STORE_OWNER: FILLED.owner,
				PSModulePath: SITE.modules,
			});
		});

		it(`is said to be left where emptying ${what}`, async () => {
			const { ports } = windows({ remove: failure });
			await assert.rejects(emptyWindowsStore(SITE, FILLED, ports), /not removed/);
			await assert.rejects(
				fill(windows({ import: result('', 1), remove: failure })),
				/^ActionError: CurrentUser\\My: .* some of it may be left/,
			);
		});
	}

	it('is an error if nothing is said of it', async () => {
		for (const stdout of [
			'',
			`${THUMBPRINT} none\n`,
			none.replaceAll('none', 'perhaps'),
			none.replaceAll('none', 'none of them'),
			none.replaceAll(THUMBPRINT, `no ${THUMBPRINT}`),
			none.toLowerCase(),
		])
			await assert.rejects(fill(windows({ look: result(stdout) })), /could not look into/);
	});
});
