// The promise of a certificate's rotation, by enumeration: whatever befalls whichever request, and wherever the process is
// killed, each reader of the vault meets a version that all of Entra knows, and nothing stays behind.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DAY_MS } from '../support/services-world.js';
import {
	assertClean,
	assertExact,
	assertHeals,
	assertHonest,
	assertSound,
	awaitLate,
	type CertificateRunResult,
	makeWorld,
	SCENARIOS,
	snapshot,
	stepsOf,
} from './certificate-promise.js';
import { befall, type Duration, FAULTS, kill, LOST_ANSWERS } from './rotation-faults.js';

const DURATIONS: readonly Duration[] = ['once', 'for ever'];

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
	const [scenario] = SCENARIOS;
	it('never break the vault, wherever the second begins: one of them stops, and changes nothing', async () => {
		assert.ok(scenario !== undefined);
		for (const [at, step] of (await stepsOf(scenario)).entries()) {
			const where = `a second run at request ${at + 1} (${step})`;
			const world = makeWorld(scenario);
			let second: CertificateRunResult | undefined;
			const first = await world.run(undefined, {
				interfere: async (_request, serve, { index }) => {
					if (index === at) second = await world.run();
					return serve();
				},
			});
			assertSound(world, where);
			assert.ok(first.succeeded || second?.succeeded, `${where}: neither succeeded`);
			world.time.advance(DAY_MS);
			assert.ok((await world.run()).succeeded, where);
			assertClean(world, where);
		}
	});
});
