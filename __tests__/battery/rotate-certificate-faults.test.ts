// The promise of a certificate's rotation, by enumeration: whatever befalls whichever request, and wherever the process is
// killed, each reader of the vault meets a version that all of Entra knows, and nothing stays behind.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CertificateWorld } from '../support/certificate-world.js';
import {
	assertClean,
	assertExact,
	assertHeals,
	assertHonest,
	assertSound,
	awaitLate,
	type CertificateRunResult,
	type CertificateScenario,
	makeWorld,
	SCENARIOS,
	snapshot,
	stepsOf,
} from './certificate-promise.js';
import { befall, type Duration, FAULTS, kill, LOST_ANSWERS } from './rotation-faults.js';

const DURATIONS: readonly Duration[] = ['once', 'for ever'];

/** Those that renew, in which two runs can meet. */
const AT_ONCE = SCENARIOS.slice(0, 3);

/** Each fault befalls each request of this one; what differs in the others is who has done what before. */
const FAULTY = SCENARIOS[1];

for (const scenario of SCENARIOS) {
	const steps = await stepsOf(scenario);
	const { inputs } = scenario;
	describe(`if ${scenario.name}, and the process is killed`, () => {
		for (const [index, step] of steps.entries()) {
			for (const isServed of [false, true]) {
				const moment = isServed ? 'after' : 'before';
				it(`right ${moment} request ${index + 1} (${step}) was served, nothing breaks or stays behind`, async () => {
					const world = makeWorld(scenario);
					const { interfere, killed } = kill(index, isServed);
					await Promise.race([world.run(inputs, { interfere }), killed]);
					assertSound(world, 'killed');
					// Nobody knows whether its key ID was heard, and nothing says so yet.
					const lost = isServed ? step === 'addKey' : steps[index - 1] === 'addKey';
					await assertHeals(world, { inputs, where: 'killed', lost: lost ? 1 : 0 });
				});
			}
		}
	});

	describe(`if ${scenario.name}, after a fault`, () => {
		if (scenario !== FAULTY) return;
		for (const [index, step] of steps.entries()) {
			for (const duration of DURATIONS) {
				it(`nothing breaks or stays behind after a fault of request ${index + 1} (${step}), ${duration}`, async () => {
					for (const [name, fault] of Object.entries(FAULTS)) {
						const where = `${name} at request ${index + 1} (${step}), ${duration}`;
						const world = makeWorld(scenario);
						const before = snapshot(world);
						const run = await world.run(inputs, { interfere: befall(fault, { world, index, duration }) });
						assertHonest(run, world, where);
						assertSound(world, where);
						if (!run.succeeded) assertExact(run, world, before, where);
						// A fault of the answer may have it served twice.
						const isLost = step === 'addKey' && /and may still add it/.test(run.errors[0]?.text ?? '');
						if (duration === 'once' && fault.isPassing && !isLost)
							assert.ok(run.succeeded, `${where}: it gave up: ${run.errors[0]?.text}`);
						await assertHeals(world, { inputs, where, lost: isLost ? 2 : 0 });
					}
				});
			}
		}
	});

	describe(`if ${scenario.name}, after a request without an answer`, () => {
		for (const [index, step] of steps.entries()) {
			if (step.startsWith('GET') || step.includes('sign')) continue;
			for (const [name, fault] of Object.entries(LOST_ANSWERS)) {
				it(`(${step}, request ${index + 1}): ${name}, nothing breaks or stays behind`, async () => {
					const where = `${name} at request ${index + 1} (${step})`;
					const world = makeWorld(scenario);
					const before = snapshot(world);
					const run = await world.run(inputs, { interfere: befall(fault, { world, index, duration: 'once' }) });
					assertHonest(run, world, where);
					assertSound(world, where);
					awaitLate(world);
					assertSound(world, `${where}, late`);
					if (!run.succeeded) assertExact(run, world, before, where);
					const isLost = step === 'addKey' && /and may still add it/.test(run.errors[0]?.text ?? '');
					await assertHeals(world, { inputs, where, lost: isLost ? 1 : 0 });
				});
			}
		}
	});
}

describe('two runs of a certificate at once', () => {
	for (const scenario of AT_ONCE) {
		it(`never break the vault, whenever the second begins, if ${scenario.name}: one stops, or finishes what is merged`, async () => {
			for (const [at, step] of (await stepsOf(scenario)).entries()) {
				const where = `a second run before request ${at + 1} (${step})`;
				const world = makeWorld(scenario);
				let second: CertificateRunResult | undefined;
				const first = await world.run(scenario.inputs, {
					interfere: async (_request, serve, { index }) => {
						if (index === at) second = await runBeside(world, scenario, where);
						return serve();
					},
				});
				assert.ok(second !== undefined, where);
				assertSound(world, where);
				for (const run of [first, second]) assertRightBeside(run, where);
				assert.ok(first.succeeded || second.succeeded, `${where}: neither succeeded`);
				// Exactly one of two runs that are due renews: a second renewal would be one too many.
				const renewed = [first, second].filter(({ outputs }) => outputs['rotated'] === 'true').length;
				assert.equal(renewed, 1, `${where}: ${renewed} of them renewed`);
				assertClean(world, where);
				await assertSignsIn(world, where);
			}
		});
	}
});

/** Runs beside another run. What it says it has not changed, it has not. */
async function runBeside(
	world: CertificateWorld,
	{ inputs }: CertificateScenario,
	where: string,
): Promise<CertificateRunResult> {
	const before = snapshot(world);
	const run = await world.run(inputs);
	if (!run.succeeded) assertExact(run, world, before, where);
	if (run.errors[0]?.title === 'Another run is in progress') assert.deepEqual(snapshot(world), before, where);
	return run;
}

const STOPPED = ['Another run is in progress', 'Changed in the meantime'];

/** It has done its work, or has stopped for the other one. */
function assertRightBeside({ succeeded, errors }: CertificateRunResult, where: string): void {
	if (succeeded) return;
	const [{ title = '', text = '' } = {}] = errors;
	// The other run may take all the time that this one has.
	const isOver = /the step's time is used up/.test(text);
	assert.ok(isOver || STOPPED.includes(title), `${where}: ${title}: ${text}`);
}

/** The next run has nothing to renew, and the application signs in with the vault's current version. */
async function assertSignsIn(world: CertificateWorld, where: string): Promise<void> {
	const { version } = world.current;
	const key = world.app.keys.all.find(({ der }) => world.current.certificate.der.equals(der));
	assert.ok(key !== undefined, `${where}: the application does not know the current version`);
	world.note(key.keyId);
	const run = await world.run();
	assert.ok(run.succeeded, `${where}: ${run.errors[0]?.text}`);
	assert.ok(run.log.lines.some((line) => line.includes(`signed in with version ${version} twice in a row`)));
}

describe('a run of a certificate that is cancelled', () => {
	const scenario = SCENARIOS[1] as CertificateScenario;
	it('or slowed down so that its 6 minutes end, at any request, says what is left, and the next run heals it', async () => {
		for (const [at, step] of (await stepsOf(scenario)).entries()) {
			const where = `all is slow from request ${at + 1} (${step}) on`;
			const world = makeWorld(scenario);
			const before = snapshot(world);
			const run = await world.run(scenario.inputs, {
				interfere: (_request, serve, { index, timeoutMs }) => {
					if (index >= at) world.time.advance(Math.min(9_900, timeoutMs));
					return serve();
				},
			});
			assertHonest(run, world, where);
			assertSound(world, where);
			if (!run.succeeded) assertExact(run, world, before, where);
			await assertHeals(world, { inputs: scenario.inputs, where });
		}
	});
});
