// Everything about tokens that is decided before the first request.
import { type ActionError, checkAll, checkEach, foreseenErrors } from '../errors.js';
import { lineError, type RawLine } from '../input/line-grammar.js';
import { invalidInput } from '../input/scalars.js';
import { parseScopeLine, type ScopeLine } from '../input/scope-lines.js';
import type { TokenInputs } from '../input/token-inputs.js';
import { type Cloud, chooseCloud } from './cloud.js';
import { outputClash } from './destination.js';
import { type Identifier, parseKeyvault, parseReference, type Reference } from './identifier.js';
import { changesLaterSteps, variableNameOf } from './variable-name.js';

/** Which tokens are wanted, for whom, and which certificate's key speaks for them. */
export interface TokenPlan {
	readonly cloud: Cloud;
	readonly certificate: Identifier;
	/** Undefined for the application that signs in. */
	readonly appId: string | undefined;
	/** Undefined for the tenant of the sign-in. */
	readonly appTenantId: string | undefined;
	/** Each output once, in the order of the lines. */
	readonly tokens: readonly ScopeLine[];
	/** Are the outputs to be variables as well? */
	readonly exportEnv: boolean;
}

/** What follows the output's own name, for each output that a token makes. */
export const TOKEN_SUFFIXES = ['', '-expires-on'] as const;

/**
 * The plan of a run.
 * @throws ActionErrors with every bad line and every contradiction between lines
 */
export function makeTokenPlan(inputs: TokenInputs): TokenPlan {
	const cloud = chooseCloud(inputs.cloud);
	const { certificate, tokens } = checkAll<Pick<TokenPlan, 'certificate' | 'tokens'>>({
		certificate: () => findCertificate(inputs, cloud),
		tokens: () => placeLines(inputs.lines, inputs.exportEnv),
	});
	const { appId, appTenantId, exportEnv } = inputs;
	return { cloud, certificate, appId, appTenantId, tokens, exportEnv };
}

function findCertificate({ keyvault, certificate }: TokenInputs, cloud: Cloud): Identifier {
	const keyvaultUrl = keyvault === undefined ? undefined : parseKeyvault(keyvault, cloud);
	const reference = parseCertificate(certificate, cloud);
	const vaultUrl = reference.vaultUrl ?? keyvaultUrl;
	if (vaultUrl !== undefined) return { ...reference, vaultUrl };
	throw invalidInput('keyvault', 'is empty.', 'Name the vault that holds the certificate.');
}

// The grammar of one reference is that of a line; what is wrong is said of the input.
function parseCertificate(text: string, cloud: Cloud): Reference {
	if (/^https:\/\/[^/]+\/(?!certificates\/)/i.test(text)) {
		const expected = `Expected NAME, NAME/VERSION or https://VAULT.${cloud.vaultSuffix}/certificates/NAME.`;
		throw invalidInput('certificate', 'is not the identifier of a certificate.', expected);
	}
	try {
		return parseReference({ input: 'certificates', number: 1, output: undefined, reference: text }, cloud);
	} catch (error) {
		const [{ problem, hint }] = foreseenErrors(error) as readonly [ActionError];
		throw invalidInput('certificate', problem, hint);
	}
}

function placeLines(lines: readonly RawLine<'scopes'>[], exportEnv: boolean): readonly ScopeLine[] {
	const takenBy = new Map<string, ScopeLine>();
	return checkEach(lines, (raw) => {
		const line = parseScopeLine(raw);
		const outputs = TOKEN_SUFFIXES.map((suffix) => `${line.output}${suffix}`);
		const variables = exportEnv ? outputs.map(variableNameOf) : [];
		checkVariables(line, variables);
		const claims = [
			...outputs.map((name) => `the output "${name}"`),
			...variables.map((name) => `the variable ${name}`),
		];
		for (const claim of claims) {
			const other = takenBy.get(claim.toLowerCase());
			if (other === undefined) continue;
			// Said twice, to the letter: nothing is left to do for it.
			if (other.output === line.output && other.scope === line.scope) return [];
			throw outputClash(claim, other, line);
		}
		for (const claim of claims) takenBy.set(claim.toLowerCase(), line);
		return [line];
	}).flat();
}

function checkVariables(line: ScopeLine, variables: readonly string[]): void {
	const refused = variables.find(changesLaterSteps);
	if (refused === undefined) return;
	throw lineError(
		line,
		`would set the variable ${refused}, which changes how later steps run.`,
		'Write OTHER_NAME = SCOPE, or leave export-env out.',
	);
}
