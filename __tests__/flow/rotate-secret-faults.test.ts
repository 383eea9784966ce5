// The promise of a rotation, by enumeration: whatever befalls whichever request, and wherever the process is killed,
// the application can sign in with what the vault holds, and nothing stays behind.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { befall, type Duration, FAULTS, kill } from './rotation-faults.js';
import { DAY_MS, MINUTE_MS, RotationWorld } from './rotation-world.js';

type Inputs = Readonly<Record<string, string>>;

/** A state of the services, and what is asked of the action. */
interface Scenario {
	readonly name: string;
	readonly inputs?: Inputs;
	prepare(world: RotationWorld): void;
}

const SCENARIOS: readonly Scenario[] = [
	{ name: 'it expires soon', prepare: (world) => world.makeHistory(80) },
	{
		name: 'it expires soon, and all services are slow to hear of changes',
		prepare: (world) => {
			world.makeHistory(80);
			world.app.passwords.nodeDelaysMs = [4_000, 0, 9_000];
			world.app.passwords.graphLagMs = 3_000;
		},
	},
	{ name: 'it is forced, with a leftover', inputs: { force: 'true' }, prepare: prepareLeftover },
	{ name: 'nothing is due, with a leftover', prepare: prepareLeftover },
	{ name: 'the vault has none yet', prepare: () => undefined },
	{
		name: 'the vault holds one that was made by hand',
		prepare: (world) => world.store(world.foreignId, { owner: 'team-a' }, false),
	},
];

function prepareLeftover(world: RotationWorld): void {
	world.makeHistory(10);
	world.addOwnPassword(5, '00000001');
}

function makeWorld({ prepare }: Scenario): RotationWorld {
	const world = new RotationWorld();
	prepare(world);
	// All services have heard of it.
	world.time.advance(60 * MINUTE_MS);
	return world;
}

/** What must hold at every moment. */
function assertSound(world: RotationWorld, where: string): void {
	assert.ok(world.stored === undefined || world.storedWorks, `${where}: the vault holds what does not work`);
	assert.doesNotThrow(() => world.password(world.foreignId), `${where}: a password of somebody else is gone`);
}

/** What must hold once a run has gone well: beyond what the vault names, this action has nothing in the application. */
function assertClean(world: RotationWorld, where: string): void {
	assertSound(world, where);
	assert.ok(world.storedWorks, `${where}: the vault holds nothing that works`);
	const tags = world.stored?.tags ?? {};
	const named = [tags['CredentialId'], tags['PreviousCredentialId']];
	assert.deepEqual(
		world.ownIds.filter((id) => !named.includes(id)),
		[],
		`${where}: a password is left behind`,
	);
}

type Run = Awaited<ReturnType<RotationWorld['run']>>;

/** Whatever it came to, it has said so, and has shown no value. */
function assertHonest(run: Run, world: RotationWorld, where: string): void {
	assert.equal(run.errors.length > 0, !run.succeeded, `${where}: ${JSON.stringify(run.errors)}`);
	assert.ok(run.tookMs <= 4 * MINUTE_MS, `${where}: it took ${run.tookMs} ms`);
	const shown = [...run.log.lines, ...run.log.debugLines, ...run.log.annotations.map(({ text }) => text)].join('\n');
	for (const { secret } of world.app.passwords.all) assert.ok(!shown.includes(secret), `${where}: a value is shown`);
	if (!run.succeeded) {
		assert.deepEqual(run.outputs, {}, `${where}: outputs of a run that failed`);
		return;
	}
	assert.equal(run.outputs['version'], world.stored?.version, `${where}: another version than the vault's`);
	assert.equal(run.outputs['key-id'], world.stored?.tags?.['CredentialId'], `${where}: another key ID`);
}

/** A second run at once heals or stops, and one in 16 minutes heals. */
async function assertHeals(world: RotationWorld, inputs: Inputs, where: string): Promise<void> {
	const soon = await world.run(inputs);
	assertHonest(soon, world, `${where}, second run`);
	assertSound(world, `${where}, second run`);
	if (!soon.succeeded) assert.match(soon.errors[0]?.title ?? '', /^Another run is at work$/, `${where}, second run`);
	world.time.advance(16 * MINUTE_MS);
	const later = await world.run(inputs);
	assertHonest(later, world, `${where}, later run`);
	assert.ok(later.succeeded, `${where}, later run: ${JSON.stringify(later.errors)}`);
	assertClean(world, `${where}, later run`);
}

async function stepsOf(scenario: Scenario): Promise<readonly string[]> {
	const world = makeWorld(scenario);
	const { succeeded, steps } = await world.run(scenario.inputs);
	assert.ok(succeeded);
	assertClean(world, 'without a fault');
	return steps;
}

/** What an error says of the state is so. */
function assertExact(run: Run, world: RotationWorld, before: Snapshot, where: string): void {
	const text = run.errors[0]?.text ?? '';
	const isAsBefore = JSON.stringify(snapshot(world)) === JSON.stringify(before);
	if (/Nothing was changed|is removed again/.test(text)) assert.ok(isAsBefore, `${where}: something was changed`);
	else assert.match(text, /may be left in the application|is not known|Should the application have/, where);
	if (/This run has stored nothing in the vault/.test(text)) assert.equal(world.stored?.version, before.version, where);
}

interface Snapshot {
	readonly version: string | undefined;
	readonly ids: readonly string[];
}

function snapshot(world: RotationWorld): Snapshot {
	return { version: world.stored?.version, ids: world.app.passwords.all.map(({ keyId }) => keyId) };
}

const DURATIONS: readonly Duration[] = ['once', 'for ever'];

for (const scenario of SCENARIOS) {
	const steps = await stepsOf(scenario);
	describe(`where ${scenario.name}, after a fault`, () => {
		for (const [index, step] of steps.entries()) {
			for (const duration of DURATIONS) {
				it(`of request ${index + 1} (${step}), ${duration}, the vault holds what works, and nothing stays behind`, async () => {
					for (const [name, fault] of Object.entries(FAULTS)) {
						const where = `${name} at request ${index + 1} (${step}), ${duration}`;
						const world = makeWorld(scenario);
						const before = snapshot(world);
						const run = await world.run(scenario.inputs, { interfere: befall(fault, { world, index, duration }) });
						assertHonest(run, world, where);
						assertSound(world, where);
						if (!run.succeeded) assertExact(run, world, before, where);
						if (duration === 'once' && fault.isPassing) assert.ok(run.succeeded, `${where}: it gave up`);
						await assertHeals(world, scenario.inputs ?? {}, where);
					}
				});
			}
		}
	});

	describe(`where ${scenario.name}, and the process is killed`, () => {
		for (const [index, step] of steps.entries()) {
			for (const isServed of [false, true]) {
				const moment = isServed ? 'after' : 'before';
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
