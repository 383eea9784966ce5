// The promise of a rotation, by enumeration: whatever befalls whichever request, and wherever the process is killed,
// the application can sign in with what the vault holds, and nothing stays behind.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DAY_MS } from '../support/rotation-world.js';
import { befall, type Duration, FAULTS, kill } from './rotation-faults.js';
import {
	assertClean,
	assertExact,
	assertHeals,
	assertHonest,
	assertKept,
	assertSound,
	makeWorld,
	type Run,
	SCENARIOS,
	type Scenario,
	snapshot,
	stepsOf,
} from './rotation-promise.js';

const DURATIONS: readonly Duration[] = ['once', 'for ever'];

for (const scenario of SCENARIOS) {
	const steps = await stepsOf(scenario);
	describe(`if ${scenario.name}, after a fault`, () => {
		for (const [index, step] of steps.entries()) {
			for (const duration of DURATIONS) {
				// Promise: R11
				it(`the vault holds what works, and nothing stays behind, after a fault of request ${index + 1} (${step}), ${duration}`, async () => {
					for (const [name, fault] of Object.entries(FAULTS)) {
						const where = `${name} at request ${index + 1} (${step}), ${duration}`;
						const world = makeWorld(scenario);
						const before = snapshot(world);
						const run = await world.run(scenario.inputs, { interfere: befall(fault, { world, index, duration }) });
						assertHonest(run, world, where);
						assertSound(world, where);
						assertKept(world, before, where);
						if (!run.succeeded) assertExact(run, world, before, where);
						if (duration === 'once' && fault.isPassing) assert.ok(run.succeeded, `${where}: it gave up`);
						await assertHeals(world, scenario.inputs ?? {}, where);
					}
				});
			}
		}
	});

	describe(`if ${scenario.name}, and the process is killed`, () => {
		for (const [index, step] of steps.entries()) {
			for (const isServed of [false, true]) {
				const moment = isServed ? 'after' : 'before';
				// Promise: R11
				it(`right ${moment} request ${index + 1} (${step}) was served, the vault holds what works, and nothing stays behind`, async () => {
					const world = makeWorld(scenario);
					const { interfere, killed } = kill(index, isServed);
					await Promise.race([world.run(scenario.inputs, { interfere }), killed]);
					assertSound(world, 'killed');
					await assertHeals(world, scenario.inputs ?? {}, 'killed');
				});
			}
		}
	});
}

describe('two runs at once', () => {
	// Promise: R11
	it('never break the vault, wherever the second begins', async () => {
		const steps = await stepsOf(SCENARIOS[0] as Scenario);
		for (const [at] of steps.entries()) {
			const world = makeWorld(SCENARIOS[0] as Scenario);
			let second: Run | undefined;
			const first = await world.run(undefined, {
				interfere: async (_request, serve, { index }) => {
					if (index === at) second = await world.run();
					return serve();
				},
			});
			assertSound(world, `a second run at request ${at + 1}`);
			assert.ok(first.succeeded || second?.succeeded, `a second run at request ${at + 1}: neither succeeded`);
			world.time.advance(DAY_MS);
			assert.ok((await world.run()).succeeded);
			assertClean(world, `a second run at request ${at + 1}`);
		}
	});
});
