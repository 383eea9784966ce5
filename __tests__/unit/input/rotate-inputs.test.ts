import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ActionErrors } from '../../../src/errors.js';
import { readRotationInputs, readRotationOptions } from '../../../src/input/rotate-inputs.js';
import { makeInputs } from '../../support/make-ports.js';

const APP_ID = '7777777A-7777-4777-8777-777777777777';
const OBJECT_ID = '8888888A-8888-4888-8888-888888888888';
const OF_CERTIFICATE = { keyvault: 'contoso', certificate: 'exo', 'app-id': APP_ID, 'app-object-id': OBJECT_ID };
const GIVEN = { keyvault: 'contoso', secret: 'api', 'app-id': APP_ID };

function problemsOf(read: () => unknown): readonly string[] {
	try {
		read();
	} catch (error) {
		if (error instanceof ActionErrors) return error.errors.map(({ subject, problem }) => `${subject} ${problem}`);
		if (error instanceof Error) return [error.message];
	}
	return [];
}

describe('readRotationInputs', () => {
	it('takes what is given, the application ID in lower case', () => {
		const { cloud, ...given } = readRotationInputs(makeInputs(GIVEN));
		assert.deepEqual(given, {
			keyvault: 'contoso',
			target: { kind: 'secret', name: 'api' },
			appId: APP_ID.toLowerCase(),
			graphHost: undefined,
		});
		assert.equal(cloud.cloud, undefined);
	});

	it('names every input that is missing at once', () => {
		const problems = problemsOf(() => readRotationInputs(makeInputs({ keyvault: ' ' })));
		assert.deepEqual(problems, [
			'keyvault the input is empty.',
			'app-id the input is empty.',
			'secret the input is empty, and so is certificate.',
		]);
	});

	it('wants the application ID as a GUID', () => {
		const problems = problemsOf(() => readRotationInputs(makeInputs({ ...GIVEN, 'app-id': 'my-app' })));
		assert.deepEqual(problems, ['app-id the value is not an application (client) ID.']);
	});

	it('takes a certificate with the object ID of its app registration, in lower case', () => {
		const { target } = readRotationInputs(makeInputs(OF_CERTIFICATE));
		assert.deepEqual(target, { kind: 'certificate', name: 'exo', appObjectId: OBJECT_ID.toLowerCase() });
	});

	const contradictions: readonly (readonly [string, Readonly<Record<string, string>>, string])[] = [
		['a secret beside a certificate', { secret: 'api' }, 'certificate the input is set, and so is secret.'],
		['a certificate without an object ID', { 'app-object-id': ' ' }, 'app-object-id the input is empty.'],
		['an object ID that is none', { 'app-object-id': 'my-app' }, 'app-object-id the value is not an object ID.'],
		[
			'the application ID twice',
			{ 'app-object-id': APP_ID.toLowerCase() },
			'app-object-id the value is the same as app-id.',
		],
		[
			'an object ID beside a secret',
			{ secret: 'api', certificate: '' },
			'app-object-id this input goes with certificate, and secret is set.',
		],
	];
	for (const [what, inputs, problem] of contradictions) {
		it(`refuses ${what}`, () => {
			assert.deepEqual(
				problemsOf(() => readRotationInputs(makeInputs({ ...OF_CERTIFICATE, ...inputs }))),
				[problem],
			);
		});
	}

	it('takes an https origin for Graph, and nothing else', () => {
		const read = (text: string) => readRotationInputs(makeInputs({ ...GIVEN, 'graph-host': text }));
		assert.equal(read(' https://LOCALHOST:8443/ ').graphHost, 'https://localhost:8443');
		for (const text of ['http://localhost', 'localhost', 'https://a/v1.0', 'https://u@a', 'https://a?b']) {
			assert.deepEqual(
				problemsOf(() => read(text)),
				['graph-host the value is not an https origin.'],
				text,
			);
		}
	});
});

describe('readRotationOptions', () => {
	it('lets a certificate live for a year', () => {
		assert.equal(readRotationOptions(makeInputs({ certificate: 'exo' })).validDays, 365);
		assert.equal(readRotationOptions(makeInputs({ certificate: 'exo', 'valid-days': '90' })).validDays, 90);
	});

	it('has defaults', () => {
		assert.deepEqual(readRotationOptions(makeInputs()), {
			validDays: 90,
			renewBeforeDays: 30,
			force: false,
			dryRun: false,
			summary: true,
		});
	});

	it('takes what is given', () => {
		const given = { 'valid-days': '2', 'renew-before-days': '1', force: 'True', 'dry-run': 'TRUE', summary: 'false' };
		assert.deepEqual(readRotationOptions(makeInputs(given)), {
			validDays: 2,
			renewBeforeDays: 1,
			force: true,
			dryRun: true,
			summary: false,
		});
	});

	it('wants the life of a secret to be more than the time before its end at which it is renewed', () => {
		for (const [valid, renew] of [
			['30', '30'],
			['29', ''],
			['0', '0'],
		]) {
			const given = { 'valid-days': valid ?? '', 'renew-before-days': renew ?? '' };
			assert.match(
				problemsOf(() => readRotationOptions(makeInputs(given)))[0] ?? '',
				/^valid-days: the value is not more than renew-before-days\./,
			);
		}
		assert.equal(readRotationOptions(makeInputs({ 'valid-days': '1', 'renew-before-days': '0' })).validDays, 1);
	});

	it('wants no life beyond what a date can say', () => {
		assert.equal(readRotationOptions(makeInputs({ 'valid-days': '36500' })).validDays, 36_500);
		assert.match(
			problemsOf(() => readRotationOptions(makeInputs({ 'valid-days': '36501' })))[0] ?? '',
			/^valid-days: the value is more than 36500\./,
		);
	});

	it('names every input that is not what it should be at once', () => {
		const given = { 'valid-days': '-1', 'renew-before-days': 'x', force: 'yes', 'dry-run': '1', summary: 'no' };
		const problems = problemsOf(() => readRotationOptions(makeInputs(given)));
		assert.deepEqual(
			problems.map((problem) => problem.split(' ')[0]),
			['valid-days', 'renew-before-days', 'force', 'dry-run', 'summary'],
		);
	});
});
