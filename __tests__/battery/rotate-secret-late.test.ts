// The promise of a rotation if a write gets no answer, by enumeration: it may be done at once, late or never, and
// whatever follows, what the vault holds works, and nothing stays behind. The same where tags got lost.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DAY_MS, RotationWorld } from '../support/rotation-world.js';
import { AFTERMATHS, befall, FAULTS, kill, LOST_ANSWERS } from './rotation-faults.js';
import {
	assertClean,
	assertExact,
	assertHeals,
	assertHonest,
	assertKept,
	assertSound,
	awaitLate,
	makeWorld,
	ODD_SCENARIOS,
	SCENARIOS,
	snapshot,
	stepsOf,
} from './rotation-promise.js';

const WRITES = ['addPassword', 'store', 'removePassword'];

for (const scenario of [...SCENARIOS, ...ODD_SCENARIOS]) {
	const steps = await stepsOf(scenario);
	describe(`if ${scenario.name}, after a write without an answer`, () => {
		for (const [index, step] of steps.entries()) {
			if (!WRITES.includes(step)) continue;
			for (const [after, aftermath] of Object.entries(AFTERMATHS)) {
				// Promise: R12
				it(`(${step}, request ${index + 1}) ${after}, what the vault holds works, and nothing stays behind`, async () => {
					for (const [name, fault] of Object.entries(LOST_ANSWERS)) {
						const where = `${name} at request ${index + 1} (${step}) ${after}`;
						const world = makeWorld(scenario);
						const before = snapshot(world);
						const interfere = befall(fault, { world, index, duration: 'once', aftermath });
						const run = await world.run(scenario.inputs, { interfere });
						assertHonest(run, world, where);
						assertSound(world, where);
						assertKept(world, before, where);
						awaitLate(world);
						assertSound(world, `${where}, when all has arrived`);
						assertKept(world, before, `${where}, when all has arrived`);
						if (!run.succeeded) assertExact(run, world, before, where);
						await assertHeals(world, scenario.inputs ?? {}, where);
					}
				});
			}
		}
	});
}

for (const scenario of ODD_SCENARIOS) {
	const steps = await stepsOf(scenario);
	describe(`if ${scenario.name}`, () => {
		for (const [index, step] of steps.entries()) {
			// Promise: R13
			it(`the vault holds what works after a fault of request ${index + 1} (${step}), and nothing stays behind`, async () => {
				for (const [name, fault] of Object.entries(FAULTS)) {
					const where = `${name} at request ${index + 1} (${step})`;
					const world = makeWorld(scenario);
					const before = snapshot(world);
					const run = await world.run(scenario.inputs, {
						interfere: befall(fault, { world, index, duration: 'once' }),
					});
					assertHonest(run, world, where);
					assertSound(world, where);
					assertKept(world, before, where);
					if (!run.succeeded) assertExact(run, world, before, where);
					await assertHeals(world, scenario.inputs ?? {}, where);
				}
			});

			// Promise: R13
			it(`the vault holds what works if the process is killed at request ${index + 1} (${step})`, async () => {
				for (const isServed of [false, true]) {
					const world = makeWorld(scenario);
					const before = snapshot(world);
					const { interfere, killed } = kill(index, isServed);
					await Promise.race([world.run(scenario.inputs, { interfere }), killed]);
					assertSound(world, 'killed');
					assertKept(world, before, 'killed');
					await assertHeals(world, scenario.inputs ?? {}, 'killed');
				}
			});
		}
	});
}

describe('a secret whose tags somebody takes away every night', () => {
	for (const hasHints of [true, false]) {
		// Promise: R13
		it(`is renewed every day, and those who read it yesterday can still sign in${hasHints ? '' : ', though Graph gives no hints'}`, async () => {
			const world = new RotationWorld();
			world.store(world.makeHistory(10).current, {});
			for (let day = 1; day <= 5; day += 1) {
				world.time.advance(DAY_MS);
				const before = snapshot(world);
				const run = await world.run(undefined, {
					interfere: (_request, serve) => {
						const answer = serve();
						return hasHints ? answer : { ...answer, body: answer.body.replaceAll('"hint"', '"tint"') };
					},
				});
				assert.equal(run.outputs['rotated'], 'true');
				assert.ok(run.log.lines.some((line) => line.includes('Its tags do not say which password')));
				assertKept(world, before, `day ${day}`);
				assertClean(world, `day ${day}`);
				world.store(run.outputs['key-id'] ?? '', { managed_by: 'terraform' });
			}
		});
	}
});
