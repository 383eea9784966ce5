// Every number of the table, read and followed as a person would: what failed, where, the code, one thing to do; and who does
// it succeeds, or meets another error.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { AADSTS_ADVICE } from '../../../src/entra/aadsts-advice.js';
import { AdviceWorld } from './advice-world.js';
import { APPLICATION_CASES } from './application-cases.js';
import { type EntraCase, obstacleOf } from './entra-case.js';
import { PROOF_CASES } from './proof-cases.js';
import { TENANT_CASES } from './tenant-cases.js';

const CASES = [...APPLICATION_CASES, ...PROOF_CASES, ...TENANT_CASES];

async function meetAndFollow(one: EntraCase, code: number): Promise<void> {
	const world = new AdviceWorld();
	const obstacle = obstacleOf(one, code);
	const step = one.step(world);
	const { succeeded, errors, log } = await world.run(step, obstacle);
	assert.ok(!succeeded);
	const [annotation, ...more] = errors;
	assert.ok(annotation !== undefined && more.length === 0, JSON.stringify(errors));
	const { title, text } = annotation;
	assert.match(title, /^(?:Sign-in|Token) refused: [a-zE]/);
	assert.match(text, /^(?:Sign-in|Token T \(scopes line 1\)) of client [0-9a-f-]{36} in tenant \S+ at login\.\S+/);
	assert.match(
		text,
		new RegExp(`, AADSTS${code}: ${AADSTS_ADVICE.get(code)?.meaning}\\. .*\\(correlation ID [0-9a-f-]{36}\\)$`),
	);
	assert.match(text, one.says);
	assert.doesNotMatch(text, /Words of the service|[\r\n]| {2}/);
	assert.match(log[0] ?? '', /^Signing in with [a-z-]+ \(/);
	if (one.follow === 'reported') return;
	const next = one.follow(world, text) ?? step;
	const after = await world.run(next, obstacle);
	if (!after.succeeded) assert.doesNotMatch(JSON.stringify(after.errors), new RegExp(`AADSTS${code}\\b`));
	assert.ok(after.succeeded, JSON.stringify(after.errors));
}

describe('an AADSTS number', () => {
	for (const one of CASES) {
		for (const code of one.codes) {
			it(`${code} is told what to do, which helps${one.by === undefined ? '' : `: ${one.by}`}`, () =>
				meetAndFollow(one, code));
		}
	}

	it('has a case above, each of them', () => {
		const known = new Set(CASES.flatMap(({ codes }) => codes));
		assert.deepEqual(
			[...AADSTS_ADVICE.keys()].filter((code) => !known.has(code)),
			[],
		);
		assert.deepEqual(
			[...known].filter((code) => !AADSTS_ADVICE.has(code)),
			[],
		);
	});
});
