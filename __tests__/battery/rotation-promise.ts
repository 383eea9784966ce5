// The promise of a rotation, as checks: what must hold at every moment, after a run, and after a later one.
import assert from 'node:assert/strict';
import { MINUTE_MS, RotationWorld } from '../support/rotation-world.js';

export type Inputs = Readonly<Record<string, string>>;

export type Run = Awaited<ReturnType<RotationWorld['run']>>;

/** A state of the services, and what is asked of the action. */
export interface Scenario {
	readonly name: string;
	readonly inputs?: Inputs;
	prepare(world: RotationWorld): void;
}

/** Between what a scenario prepares and the first run. */
const PAUSE_MS = 60 * MINUTE_MS;

/** Everything that is late has arrived after this time. */
const LATEST_MS = 130_000;

const GONE_ID = '99999999-9999-4999-8999-999999999999';

/** Scenarios by what they are about. */
export const SCENARIOS: readonly Scenario[] = [
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

/** Scenarios in which the vault does not say which password it holds, or the application is a special one. */
export const ODD_SCENARIOS: readonly Scenario[] = [
	{ name: 'its tags got lost', prepare: (world) => world.store(world.makeHistory(10).current, { owner: 'terraform' }) },
	{
		name: 'its tags got lost, with a leftover that is newer',
		prepare: (world) => {
			world.store(world.makeHistory(10).current, {});
			world.addOwnPassword(5, '00000001');
		},
	},
	{
		name: 'its tag names a password that the application does not have',
		prepare: (world) => world.store(world.makeHistory(80).current, { CredentialId: GONE_ID }),
	},
	{
		name: 'the application takes no more passwords',
		prepare: (world) => {
			const current = world.addOwnPassword(80);
			const previous = world.addOwnPassword(140);
			world.store(current, { CredentialId: current, PreviousCredentialId: previous });
			// Those two and the one that was made by hand.
			world.app.graphLimits = { maxPasswords: 3 };
		},
	},
	{
		name: 'the application was made a moment ago',
		prepare: (world) => {
			const nowMs = world.time.clock.nowMs() + PAUSE_MS;
			world.app.knownFromMs = { graph: nowMs + 20_000, signIn: nowMs + 45_000 };
		},
	},
];

function prepareLeftover(world: RotationWorld): void {
	world.makeHistory(10);
	world.addOwnPassword(5, '00000001');
}

/** The world of a scenario, in which all services have heard of it. */
export function makeWorld({ prepare }: Scenario): RotationWorld {
	const world = new RotationWorld();
	prepare(world);
	world.time.advance(PAUSE_MS);
	return world;
}

/** Asserts what must hold at every moment. */
export function assertSound(world: RotationWorld, where: string): void {
	assert.ok(world.stored === undefined || world.storedWorks, `${where}: the vault holds what does not work`);
	assert.doesNotThrow(() => world.password(world.foreignId), `${where}: a password of somebody else is gone`);
}

/** Asserts the end of a run that has gone well: the application holds nothing of this action except what the vault names. */
export function assertClean(world: RotationWorld, where: string): void {
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

/** Asserts that a run has reported how it ended, and has shown no value. */
export function assertHonest(run: Run, world: RotationWorld, where: string): void {
	assert.equal(run.errors.length > 0, !run.succeeded, `${where}: ${JSON.stringify(run.errors)}`);
	assert.ok(run.tookMs <= 4 * MINUTE_MS, `${where}: it took ${run.tookMs} ms`);
	const shown = [...run.log.lines, ...run.log.debugLines, ...run.log.annotations.map(({ text }) => text)].join('\n');
	for (const { secret } of world.app.passwords.all) assert.ok(!shown.includes(secret), `${where}: a value is shown`);
	if (!run.succeeded) {
		assert.deepEqual(run.outputs, {}, `${where}: outputs of a run that failed`);
		return;
	}
	const versions = world.vault.listVersions('secrets', world.stored?.name ?? '');
	const version = versions.find((one) => one.version === run.outputs['version']);
	assert.equal(run.outputs['key-id'], version?.tags?.['CredentialId'], `${where}: a version of another key ID`);
	assert.equal(run.outputs['key-id'], world.stored?.tags?.['CredentialId'], `${where}: not the vault's key ID`);
}

/** State of the vault and the application at one moment. */
export interface Snapshot {
	readonly version: string | undefined;
	readonly ids: readonly string[];
	/** The password whose value the vault holds. */
	readonly heldId: string | undefined;
}

export function snapshot(world: RotationWorld): Snapshot {
	const all = world.app.passwords.all;
	return {
		version: world.stored?.version,
		ids: all.map(({ keyId }) => keyId),
		heldId: all.find(({ secret }) => secret === world.stored?.value)?.keyId,
	};
}

/** Asserts that the vault's earlier value still works for those who have read it, however the run ended. */
export function assertKept(world: RotationWorld, { heldId }: Snapshot, where: string): void {
	if (heldId !== undefined) assert.doesNotThrow(() => world.password(heldId), `${where}: the one in use is gone`);
}

/** Asserts that what an error says of the state is true, even after everything late has arrived. */
export function assertExact(run: Run, world: RotationWorld, before: Snapshot, where: string): void {
	const text = run.errors[0]?.text ?? '';
	const now = snapshot(world);
	// Those that were removed to make room, and those that may have been.
	const removed = [...text.matchAll(/outdated password ([0-9a-f-]{36}) was removed before/gi)].map(([, id]) => id);
	const unconfirmed = [...text.matchAll(/removed outdated password ([0-9a-f-]{36})/g)].map(([, id]) => id);
	const without = (ids: readonly string[], others: readonly unknown[]) => ids.filter((id) => !others.includes(id));
	if (/othing was stored in the vault|Nothing was changed/.test(text)) assert.equal(now.version, before.version, where);
	if (/Nothing was changed|There is nothing to clean up/.test(text)) {
		assert.deepEqual(without(now.ids, unconfirmed), without(before.ids, [...removed, ...unconfirmed]), where);
	} else assert.match(text, /may still be in the application|did not confirm/, where);
}

/** Lets everything arrive that is late. */
export function awaitLate(world: RotationWorld): void {
	world.time.advance(LATEST_MS);
	world.settle();
}

/** A second run at once heals or stops, and one in 16 minutes heals. */
export async function assertHeals(world: RotationWorld, inputs: Inputs, where: string): Promise<void> {
	const soon = await world.run(inputs);
	assertHonest(soon, world, `${where}, second run`);
	assertSound(world, `${where}, second run`);
	if (!soon.succeeded)
		assert.match(soon.errors[0]?.title ?? '', /^Another run is in progress$/, `${where}, second run`);
	world.time.advance(16 * MINUTE_MS);
	const before = snapshot(world);
	const later = await world.run(inputs);
	assertHonest(later, world, `${where}, later run`);
	assert.ok(later.succeeded, `${where}, later run: ${JSON.stringify(later.errors)}`);
	assertKept(world, before, `${where}, later run`);
	assertClean(world, `${where}, later run`);
}

/** The requests of a run that nothing befalls. */
export async function stepsOf(scenario: Scenario): Promise<readonly string[]> {
	const world = makeWorld(scenario);
	const before = snapshot(world);
	const { succeeded, steps, errors } = await world.run(scenario.inputs);
	assert.ok(succeeded, JSON.stringify(errors));
	assertKept(world, before, scenario.name);
	assertClean(world, 'without a fault');
	return steps;
}
