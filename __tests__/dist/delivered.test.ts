// Masks that are delivered, not only written: standard output is a pipe whose reader stops, is slow or goes away, and the
// step is cancelled meanwhile. Nothing is there that the runner has not been told to hide.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { CLIENT_ID, CLIENT_SECRET } from '../emulator/directory.js';
import { type Emulator, startEmulator } from '../emulator/emulator.js';
import { collectPairs, parseCommandFile } from '../runner/command-files.js';
import { RunnerLog } from '../runner/log.js';
import { findNodes } from '../runner/node24.js';
import { type PipedStep, startPiped, type Written } from '../runner/piped-step.js';
import type { Step } from '../runner/run-step.js';
import { signInInputs } from '../support/run-action.js';

/** A runner ends a cancelled step by force after 7.5 seconds. */
const CANCEL_LIMIT_MS = 6_500;
const VALUE = 'value-of-the-secret';
const NOTHING: Written = { output: '', env: '', state: '', summary: '', files: [] };
/** Names of outputs that give away no secret of a certificate. */
const PUBLIC = /-(?:thumbprint|subject|expires-on|version|cer|chain|path)$|^expiring$/;

let emulator: Emulator;
before(async () => {
	emulator = await startEmulator();
	emulator.vault().setSecret('db', VALUE);
	emulator.vault().setCertificate('exo');
});
after(() => emulator.close());

function makeStep(node: string): Step {
	return {
		node,
		inputs: {
			...signInInputs(emulator),
			secrets: 'db | file',
			certificates: 'exo | file\nPEM = exo | pem\nSTORED = exo | store',
			'export-env': 'true',
		},
		env: { NODE_EXTRA_CA_CERTS: emulator.caFile },
	};
}

async function using<T>(step: Step, use: (piped: PipedStep) => Promise<T>): Promise<T> {
	const piped = startPiped(step);
	try {
		return await use(piped);
	} finally {
		await piped.dispose();
	}
}

/** Waits until the step has written something, or has had time for it. */
async function waitForWrites(piped: PipedStep): Promise<void> {
	for (let waits = 0; waits < 40 && piped.written().output === ''; waits += 1) {
		await new Promise((resolve) => setTimeout(resolve, 10));
	}
}

/** Fails unless each secret that was written is hidden by the masks that came. */
function assertHidden({ output, env }: Written, stdout: string): void {
	const log = new RunnerLog();
	log.readProcess({ stdout: stdout.slice(0, stdout.lastIndexOf('\n') + 1), stderr: '' });
	for (const content of [output, env]) {
		const secrets = Object.entries(collectPairs(parseCommandFile(content).pairs, true)).filter(
			([name]) => !PUBLIC.test(name.toLowerCase().replaceAll('_', '-')) && name.toLowerCase() !== 'secrets',
		);
		for (const [name, value] of secrets) {
			const lines = value.split('\n').filter((line) => line !== '' && !line.startsWith('-----'));
			for (const line of lines) assert.equal(log.masker.mask(line), '***', `${name} was written before its mask`);
		}
	}
}

const { nodes, note } = findNodes();
const skip = process.platform === 'win32' && 'Windows has no such pipes, and writes to its own without a buffer';

for (const { path: node, version } of nodes) {
	describe(`a step of Node ${version} whose output`, { skip }, () => {
		// Promise: L5
		it('is read up to any point has written nothing but what is hidden by then', async () => {
			const all = await using(makeStep(node), async (piped) => ({
				stdout: await piped.read(Number.POSITIVE_INFINITY),
				end: await piped.ended(),
				written: piped.written(),
			}));
			assert.deepEqual([all.end.exitCode, all.end.stderr], [0, '']);
			assert.ok(all.stdout.lastIndexOf('::add-mask::') > 100_000, 'a pipe would take them all');
			assertHidden(all.written, all.stdout);
			const found: boolean[] = [];
			for (let part = 0; part <= 12; part += 1) {
				await using(makeStep(node), async (piped) => {
					const read = await piped.read(Math.floor((all.stdout.length * part) / 12));
					await waitForWrites(piped);
					piped.kill('SIGKILL');
					await piped.ended();
					const written = piped.written();
					if (written.output === '') assert.deepEqual(written, NOTHING);
					else assertHidden(written, read + piped.drain());
					found.push(written.output !== '');
				});
			}
			assert.deepEqual([found[0], found.at(-1)], [false, true]);
		});

		it('is read slowly succeeds', async () => {
			await using(makeStep(node), async (piped) => {
				let stdout = '';
				for (let piece = 'none yet'; piece !== ''; stdout += piece) piece = await piped.read(3_000);
				assert.equal((await piped.ended()).exitCode, 0);
				assertHidden(piped.written(), stdout);
			});
		});

		for (const signal of ['SIGINT', 'SIGTERM'] as const) {
			for (const length of [0, 2_000, 40_000, 80_000]) {
				// Promise: L16
				it(`is read for ${length} bytes and no more ends on ${signal}, and has written nothing`, async () => {
					await using(makeStep(node), async (piped) => {
						await piped.read(Math.max(1, length));
						await waitForWrites(piped);
						piped.kill(signal);
						const { exitCode, tookMs, stderr } = await piped.ended();
						assert.deepEqual([exitCode, stderr], [1, '']);
						assert.ok(tookMs < CANCEL_LIMIT_MS, `${tookMs} ms`);
						assert.deepEqual(piped.written(), NOTHING);
					});
				});
			}
		}

		// Promise: L16
		it('is read no more ends when it is cancelled after all was written, with all of it hidden', async () => {
			await using({ ...makeStep(node), env: { ...makeStep(node).env, RUNNER_DEBUG: '1' } }, async (piped) => {
				const read = await piped.read(115_000);
				await waitForWrites(piped);
				piped.kill('SIGINT');
				assert.ok((await piped.ended()).tookMs < CANCEL_LIMIT_MS);
				const written = piped.written();
				if (written.output !== '') assertHidden(written, read + piped.drain());
			});
		});

		for (const length of [1, 2_000, 70_000]) {
			// Promise: L5
			it(`loses its reader after ${length} bytes fails, and has written nothing`, async () => {
				await using(makeStep(node), async (piped) => {
					await piped.read(length);
					piped.closeReader();
					const { exitCode, stderr } = await piped.ended();
					assert.deepEqual([exitCode, stderr], [1, '']);
					assert.deepEqual(piped.written(), NOTHING);
				});
			});
		}
	});

	describe(`another action of Node ${version} whose output is not read`, { skip }, () => {
		const ACTIONS = {
			'token/action.yml': { certificate: 'exo', scopes: 'EXO = https://outlook.office365.com/.default' },
			'rotate/action.yml': { secret: 'db', 'app-id': CLIENT_ID },
		};
		for (const [action, inputs] of Object.entries(ACTIONS)) {
			// Promise: L16
			it(`ends when it is cancelled, and has sent and written nothing: ${action}`, async () => {
				// So long that its masks fill a pipe by themselves, before the first request.
				const secret = CLIENT_SECRET + 'x'.repeat(20_000);
				const requests = emulator.requests.length;
				const signIn = { ...signInInputs(emulator), 'client-secret': secret };
				const step: Step = { node, action, inputs: { ...signIn, ...inputs }, env: makeStep(node).env ?? {} };
				await using(step, async (piped) => {
					await piped.read(1);
					await waitForWrites(piped);
					piped.kill('SIGINT');
					const { exitCode, tookMs, stderr } = await piped.ended();
					assert.deepEqual([exitCode, stderr], [1, '']);
					assert.ok(tookMs < CANCEL_LIMIT_MS, `${tookMs} ms`);
					assert.deepEqual(piped.written(), NOTHING);
					assert.equal(emulator.requests.length, requests);
				});
			});
		}
	});
}

it('Node 24 is there', { skip: note ?? false }, () => {
	assert.ok(nodes.some(({ version }) => version.startsWith('24.')));
});
