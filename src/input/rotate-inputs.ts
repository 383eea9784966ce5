// The inputs of the rotate action.
import { checkAll } from '../errors.js';
import type { StepInputs } from '../ports.js';
import { type CloudInputs, readCloudInputs, readGraphHost } from './cloud-inputs.js';
import { invalidInput, readBoolean, readText, readWholeNumber } from './scalars.js';
import { GUID } from './sign-in-inputs.js';

/** Credential that is to be renewed, and where it is kept. */
export interface RotationInputs {
	readonly cloud: CloudInputs;
	/** An https origin. */
	readonly graphHost: string | undefined;
	/** Vault name or URL as the user wrote it. */
	readonly keyvault: string;
	/** Application (client) ID, lower case. */
	readonly appId: string;
	readonly target: RotationTargetInputs;
}

/** The vault's object that is renewed, its name as the user wrote it. */
export type RotationTargetInputs =
	| { readonly kind: 'secret'; readonly name: string }
	| {
			readonly kind: 'certificate';
			readonly name: string;
			/** Object ID of the app registration, lower case. */
			readonly appObjectId: string;
	  };

/** When it is renewed, and for how long. */
export interface RotationOptions {
	/** Days; more than `renewBeforeDays`. */
	readonly validDays: number;
	readonly renewBeforeDays: number;
	readonly force: boolean;
	readonly dryRun: boolean;
	readonly summary: boolean;
}

/** A hundred years: far beyond any use, and still a date that every service can write. */
const MAX_DAYS = 36_500;

/**
 * Reads each of these inputs once.
 * @throws ActionErrors that name each input that is missing or not what it should be
 */
export function readRotationInputs(inputs: StepInputs): RotationInputs {
	return checkAll<RotationInputs>({
		cloud: () => readCloudInputs(inputs),
		graphHost: () => readGraphHost(inputs),
		keyvault: () => readRequired(inputs, 'keyvault', 'Name the vault that stores the credential.'),
		appId: () => readAppId(inputs),
		target: () => readTarget(inputs),
	});
}

function readTarget(inputs: StepInputs): RotationTargetInputs {
	const [secret, certificate] = [readText(inputs, 'secret'), readText(inputs, 'certificate')];
	if (secret !== undefined && certificate !== undefined) {
		throw invalidInput('certificate', 'the input is set, and so is secret.', 'Set only the one that is renewed.');
	}
	if (certificate !== undefined)
		return { kind: 'certificate', name: certificate, appObjectId: readAppObjectId(inputs) };
	if (secret === undefined) {
		throw invalidInput(
			'secret',
			'the input is empty, and so is certificate.',
			'Name the secret of the vault that holds the client secret, or the certificate. A variable that is not set arrives here as an empty text.',
		);
	}
	if (readText(inputs, 'app-object-id') !== undefined) {
		throw invalidInput('app-object-id', 'this input goes with certificate, and secret is set.', 'Leave it out.');
	}
	return { kind: 'secret', name: secret };
}

function readAppObjectId(inputs: StepInputs): string {
	const text = readRequired(
		inputs,
		'app-object-id',
		'With certificate, name the app registration by its object ID, too.',
	);
	const expected = 'Expected the GUID that the app registration (not the enterprise application) shows as "Object ID".';
	if (!GUID.test(text)) throw invalidInput('app-object-id', 'the value is not an object ID.', expected);
	const appId = readText(inputs, 'app-id');
	if (appId?.toLowerCase() === text.toLowerCase())
		throw invalidInput('app-object-id', 'the value is the same as app-id.', expected);
	return text.toLowerCase();
}

/**
 * Reads each of these inputs once.
 * @throws ActionErrors that name each input that is not what it should be
 */
export function readRotationOptions(inputs: StepInputs): RotationOptions {
	const options = checkAll<RotationOptions>({
		validDays: () => readWholeNumber(inputs, 'valid-days', defaultDays(inputs)),
		renewBeforeDays: () => readWholeNumber(inputs, 'renew-before-days', 30),
		force: () => readBoolean(inputs, 'force', false),
		dryRun: () => readBoolean(inputs, 'dry-run', false),
		summary: () => readBoolean(inputs, 'summary', true),
	});
	if (options.validDays > MAX_DAYS)
		throw invalidInput('valid-days', `the value is more than ${MAX_DAYS}.`, 'Set a lower number.');
	if (options.validDays <= options.renewBeforeDays) {
		throw invalidInput(
			'valid-days',
			'the value is not more than renew-before-days.',
			'A new one would be due at once: set valid-days higher, or renew-before-days lower.',
		);
	}
	return options;
}

// A certificate is renewed with more effort, and nobody can copy its key.
function defaultDays(inputs: StepInputs): number {
	return readText(inputs, 'certificate') === undefined ? 90 : 365;
}

function readRequired(inputs: StepInputs, name: string, hint: string): string {
	const text = readText(inputs, name);
	if (text !== undefined) return text;
	throw invalidInput(name, 'the input is empty.', `${hint} A variable that is not set arrives here as empty text.`);
}

function readAppId(inputs: StepInputs): string {
	const text = readRequired(inputs, 'app-id', 'Name the app registration whose credential is renewed.');
	if (GUID.test(text)) return text.toLowerCase();
	throw invalidInput(
		'app-id',
		'the value is not an application (client) ID.',
		'Expected the GUID that the app registration shows as "Application (client) ID", not its object ID or name.',
	);
}
