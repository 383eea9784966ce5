// Any list of lines that is as it should be comes to the plan that it means, and is written and read again to the same.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { ActionErrors, expectedErrors } from '../../../src/errors.js';
import { readPlanInputs } from '../../../src/input/fetch-inputs.js';
import { LINES_INPUTS } from '../../../src/input/line-grammar.js';
import { type Destination, outputNames } from '../../../src/plan/destination.js';
import { matchesPattern, placeMatch } from '../../../src/plan/pattern.js';
import { makePlan, type Plan, takeOutputs } from '../../../src/plan/plan.js';
import { makeInputs } from '../../support/make-ports.js';
import {
	addressOf,
	type Hand,
	hand,
	outputsOf,
	type Wanted,
	wantedObject,
	wantedPattern,
	write,
} from './wanted-lines.js';

type Written = readonly (readonly [Wanted, Hand])[];

const ONE_EACH: Hand = { space: ' ', end: '\n', isTurned: false };

function planOf(list: Written, exportEnv: boolean): Plan {
	const texts = LINES_INPUTS.map((input) => {
		const ofInput = list.filter(([one]) => one.input === input);
		return [input, ofInput.map(([one, by]) => write(one, by)).join('')] as const;
	});
	const inputs = { keyvault: 'contoso', 'export-env': `${exportEnv}`, ...Object.fromEntries(texts) };
	return makePlan({ ...readPlanInputs(makeInputs(inputs)), refuses: () => false });
}

/** Whether each pattern's outputs begin as those that become variables must. */
function mayBeVariables(list: Written): boolean {
	return list.every(([one]) => !isPattern(one) || (one.output ?? one.name).indexOf('*') >= 3);
}

const isPattern = ({ name }: Wanted) => name.includes('*');

function outputOf({ output, name }: Wanted): string {
	return output ?? (/^[1-]/.test(name) ? `_${name}` : name);
}

/** What the plan holds of these lines, each output once; undefined if two set the same. */
function meant(list: readonly Wanted[], exportEnv: boolean): readonly string[] | undefined {
	const makers = new Map<string, string>();
	const kept = new Set<string>();
	for (const one of list.filter((line) => !isPattern(line))) {
		const maker = JSON.stringify([outputOf(one), addressOf(one), one.modifiers]);
		for (const output of outputsOf(one.modifiers, outputOf(one))) {
			const lower = output.toLowerCase();
			const key = exportEnv ? lower.replaceAll('-', '_') : lower;
			if ((makers.get(key) ?? maker) !== maker) return undefined;
			makers.set(key, maker);
		}
		kept.add(maker);
	}
	return [...kept];
}

function held({ destinations }: Plan): readonly string[] {
	return destinations.map(({ output, item, modifiers }) => {
		const address = addressOf({ ...item, input: item.collection, vault: item.vaultUrl, output, modifiers });
		return JSON.stringify([output, address, modifiers]);
	});
}

/** The lines that the plan stands for. */
function print({ destinations, patterns }: Plan): Written {
	const ofPlan: readonly Wanted[] = [
		...destinations.map(({ item, output, modifiers }) => ({
			...{ input: item.collection, vault: item.vaultUrl, name: item.name, version: item.version, output, modifiers },
		})),
		...patterns.map(({ line, vaultUrl, collection, pattern, modifiers }) => ({
			...{ input: collection, vault: vaultUrl, name: pattern, version: undefined, output: line.output, modifiers },
		})),
	];
	return ofPlan.map((one) => [one, ONE_EACH]);
}

// Without the lines' numbers, which the way of writing decides.
function essence({ cloud, destinations, patterns }: Plan) {
	return {
		cloud,
		destinations: destinations.map(({ output, item, modifiers }) => ({ output, item, modifiers })),
		patterns: patterns.map(({ line, ...rest }) => ({ ...rest, line: line.output })),
	};
}

const lines = (wanted: fc.Arbitrary<Wanted>, maxLength: number) =>
	fc.array(fc.tuple(wanted, hand), { minLength: 1, maxLength });

describe('for any list of good lines', () => {
	it('a line is planned as it is written, and a plan is written and read again to the same plan', () => {
		let clashing = 0;
		const lists = lines(fc.oneof({ weight: 3, arbitrary: wantedObject }, wantedPattern), 6);
		fc.assert(
			fc.property(lists, fc.boolean(), (list, isWanted) => {
				const exportEnv = isWanted && mayBeVariables(list);
				const inOrder = LINES_INPUTS.flatMap((input) => list.map(([one]) => one).filter((one) => one.input === input));
				const expected = meant(inOrder, exportEnv);
				if (expected === undefined) {
					clashing += 1;
					assert.throws(
						() => planOf(list, exportEnv),
						(error) => error instanceof ActionErrors && error.errors.every(({ code }) => code === 'OUTPUT_CLASH'),
					);
					return;
				}
				const first = planOf(list, exportEnv);
				assert.deepEqual(held(first), expected);
				assert.deepEqual(
					first.patterns.map(({ pattern, line, modifiers }) => [pattern, line.output, modifiers]),
					inOrder.filter(isPattern).map(({ name, output, modifiers }) => [name, output, modifiers]),
				);
				assert.deepEqual(essence(planOf(print(first), exportEnv)), essence(first));
			}),
			{ numRuns: 1_500 },
		);
		assert.ok(clashing > 30 && clashing < 1_400, `${clashing} of 1500 lists clashed`);
	});

	it('no two outputs collide silently, whatever the patterns match', () => {
		const names = fc.uniqueArray(fc.stringMatching(/^[ab][ab1-]{0,3}$/), { maxLength: 8 });
		let failed = 0;
		fc.assert(
			fc.property(lines(wantedPattern, 3), names, fc.boolean(), (list, inVault, isWanted) => {
				const exportEnv = isWanted && mayBeVariables(list);
				const { patterns, takenNames } = planOf(list, exportEnv);
				const wanted = patterns.flatMap((one) =>
					inVault.filter((name) => matchesPattern(one.pattern, name)).map((name) => placeMatch(one, name)),
				);
				const kept: Destination[] = [];
				const refused: Destination[] = [];
				for (const destination of wanted) {
					try {
						if (takeOutputs(destination, takenNames)) kept.push(destination);
					} catch (error) {
						assert.deepEqual(
							expectedErrors(error).map(({ code }) => code),
							['OUTPUT_CLASH'],
						);
						refused.push(destination);
					}
				}
				if (refused.length > 0) failed += 1;
				const outputs = kept
					.flatMap(outputNames)
					.map((name) => (exportEnv ? name.replaceAll('-', '_') : name).toLowerCase());
				assert.equal(new Set(outputs).size, outputs.length);
				for (const { output, item, modifiers } of wanted.filter((one) => !refused.includes(one)))
					assert.ok(
						kept.some(
							(one) =>
								one.output === output &&
								one.item.name === item.name &&
								JSON.stringify(one.modifiers) === JSON.stringify(modifiers),
						),
					);
			}),
			{ numRuns: 1_000 },
		);
		assert.ok(failed > 20, `only ${failed} lists of patterns clashed`);
	});
});
