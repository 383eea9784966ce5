// The promise of a certificate's rotation, as checks: what must hold at every moment, after a run, and after a later one.
import assert from 'node:assert/strict';
import { CertificateWorld } from '../support/certificate-world.js';
import { DAY_MS, type Inputs, MINUTE_MS } from '../support/services-world.js';

export type CertificateRunResult = Awaited<ReturnType<CertificateWorld['run']>>;

/** A state of the services, and what is asked of the action. */
export interface CertificateScenario {
	readonly name: string;
	readonly inputs?: Inputs;
	prepare(world: CertificateWorld): void;
}

/** Between what a scenario prepares and the first run. */
const PAUSE_MS = 60 * MINUTE_MS;

/** Everything that is late has arrived after this time. */
const LATEST_MS = 130_000;

/** Scenarios by what they are about. */
export const SCENARIOS: readonly CertificateScenario[] = [
	{
		name: 'a person has uploaded the first version',
		prepare: (world) => void world.addVersion(340, { owner: 'team-a' }),
	},
	{ name: 'it has been rotated before', prepare: (world) => world.makeHistory(340) },
	{
		name: 'it has been rotated before, and all services are slow to hear of changes',
		prepare: (world) => {
			world.makeHistory(340);
			world.app.keys.nodeDelaysMs = [4_000, 0, 45_000];
			world.app.keys.graphLagMs = 3_000;
		},
	},
	{ name: 'it is forced', inputs: { force: 'true' }, prepare: (world) => world.makeHistory(10) },
	{ name: 'nothing is due', prepare: (world) => world.makeHistory(10) },
	{
		name: 'a run was interrupted before its version was there',
		prepare: (world) => {
			world.makeHistory(10);
			world.note(world.addKey(world.makeStranger()));
		},
	},
];

/** The world of a scenario, in which all services have heard of it. */
export function makeWorld({ prepare }: CertificateScenario): CertificateWorld {
	const world = new CertificateWorld();
	prepare(world);
	world.time.advance(PAUSE_MS);
	return world;
}

/** Asserts what must hold at every moment. */
export function assertSound(world: CertificateWorld, where: string): void {
	assert.deepEqual(world.wrongs, [], where);
}

/** Asserts the end of a run that has gone well: nothing pending or noted, and no key credential left but `lost` ones. */
export function assertClean(world: CertificateWorld, where: string, lost = 0): void {
	assertSound(world, where);
	assert.ok(world.pending?.status !== 'inProgress', `${where}: a request is left`);
	assert.equal(world.current.tags?.['PendingCredentialId'], undefined, `${where}: a note is left`);
	assert.ok(world.strayIds.length <= lost, `${where}: ${world.strayIds.length} key credentials are left, not ${lost}`);
	const outdated = world.versions.slice(0, -2).filter(({ tags }) => world.hasKey(tags?.['CredentialId']));
	assert.equal(outdated.length, 0, `${where}: an outdated key credential is left`);
}

/** Asserts that a run has reported how it ended. */
export function assertHonest(run: CertificateRunResult, world: CertificateWorld, where: string): void {
	assert.equal(run.errors.length > 0, !run.succeeded, `${where}: ${JSON.stringify(run.errors)}`);
	assert.ok(run.tookMs <= 6 * MINUTE_MS, `${where}: it took ${run.tookMs} ms`);
	if (!run.succeeded) {
		assert.deepEqual(run.outputs, {}, `${where}: outputs of a run that failed`);
		return;
	}
	const { version, tags } = world.current;
	assert.equal(run.outputs['version'], version, where);
	assert.equal(run.outputs['key-id'], tags?.['CredentialId'] ?? '', where);
}

/** State of the vault and the application at one moment. */
export interface Snapshot {
	readonly version: string;
	readonly keyIds: readonly string[];
	readonly pending: string | undefined;
	readonly settings: object;
}

export function snapshot(world: CertificateWorld): Snapshot {
	const { attributes, ...settings } = world.policy;
	assert.ok(attributes.updated > 0);
	const pending = world.pending?.status === 'inProgress' ? world.pending.requestId : undefined;
	return { version: world.current.version, keyIds: world.keyIds, pending, settings };
}

/** Asserts that what an error says of the state is true, even after everything late has arrived. */
export function assertExact(run: CertificateRunResult, world: CertificateWorld, before: Snapshot, where: string): void {
	const text = run.errors[0]?.text ?? '';
	const now = snapshot(world);
	if (/Nothing was changed/.test(text)) assert.deepEqual(now, before, `${where}: ${text}`);
	if (/stays in use/.test(text)) assert.equal(now.version, before.version, `${where}: ${text}`);
	if (/policy is as it was/.test(text)) {
		assert.deepEqual(now.settings, before.settings, `${where}: ${text}`);
		assert.equal(now.pending, undefined, `${where}: ${text}`);
	}
	const [, removedId = ''] = /new key credential ([0-9a-f-]{36}) was removed/.exec(text) ?? [];
	assert.ok(!now.keyIds.includes(removedId), `${where}: ${text}`);
	assert.match(
		text,
		/Nothing was changed|stays in use|did not confirm|is current, (?:and|an)/,
		`${where}: it does not say how things are`,
	);
}

/** Lets everything arrive that is late. */
export function awaitLate(world: CertificateWorld): void {
	world.time.advance(LATEST_MS);
	world.settle();
}

/** A second run at once stops or heals, and one in 16 minutes heals. */
export async function assertHeals(
	world: CertificateWorld,
	{
		inputs = {},
		where,
		lost = 0,
	}: { readonly inputs?: Inputs | undefined; readonly where: string; readonly lost?: number },
): Promise<void> {
	const before = snapshot(world);
	const soon = await world.run(inputs);
	assertHonest(soon, world, `${where}, second run`);
	assertSound(world, `${where}, second run`);
	if (!soon.succeeded) {
		assert.match(
			soon.errors[0]?.title ?? '',
			/^Another run is in progress$/,
			`${where}, second run: ${soon.errors[0]?.text}`,
		);
		assert.deepEqual(snapshot(world), before, `${where}, second run`);
	}
	world.time.advance(16 * MINUTE_MS);
	const later = await world.run(inputs);
	assertHonest(later, world, `${where}, later run`);
	assert.ok(later.succeeded, `${where}, later run: ${JSON.stringify(later.errors)}`);
	assertClean(world, `${where}, later run`, lost);
	world.time.advance(DAY_MS);
}

/** The requests of a run that nothing befalls. */
export async function stepsOf(scenario: CertificateScenario): Promise<readonly string[]> {
	const world = makeWorld(scenario);
	const { succeeded, steps, errors } = await world.run(scenario.inputs);
	assert.ok(succeeded, JSON.stringify(errors));
	assertClean(world, 'without a fault');
	return steps;
}
