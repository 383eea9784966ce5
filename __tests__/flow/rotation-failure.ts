// What tests of failing rotations share: a world in which one is due, a fault of one step, and what must hold of the error.
import assert from 'node:assert/strict';
import type { HttpRequest } from '../../src/ports.js';
import type { response } from '../support/make-ports.js';
import { describeStep, type Interference, RotationWorld } from '../support/rotation-world.js';

type Run = Awaited<ReturnType<RotationWorld['run']>>;

/** Answers a step of the rotation itself, and lets the others be served. */
export function at(step: string, answer: (request: HttpRequest) => ReturnType<typeof response>): Interference {
	return (request, serve) => (describeStep(request) === step ? answer(request) : serve());
}

/** The run has failed with one error, whose text is like this, and without outputs. */
export function assertFailed(run: Run, expected: RegExp): void {
	assert.ok(!run.succeeded);
	assert.equal(run.errors.length, 1, JSON.stringify(run.errors));
	assert.match(run.errors[0]?.text ?? '', expected);
	assert.deepEqual(run.outputs, {});
}

/** A world in which a client secret is due, and a look whether vault and application are as they were. */
export function makeDueWorld(): { readonly world: RotationWorld; readonly assertAsBefore: () => void } {
	const world = new RotationWorld();
	world.makeHistory(80);
	const snapshot = () => ({ version: world.stored?.version, ids: world.app.passwords.all.map(({ keyId }) => keyId) });
	const before = snapshot();
	return { world, assertAsBefore: () => assert.deepEqual(snapshot(), before) };
}
