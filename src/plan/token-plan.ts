// Everything about tokens that is decided before the first request.
import { type ActionError, attempt, checkAll, checkEach, expectedErrors } from '../errors.js';
import { invalidInput } from '../input/scalars.js';
import {
	type CertificateOwnerInputs,
	parseScopeLine,
	type ScopeLine,
	type TokenInputs,
	type TokenOwnerInputs,
} from '../input/token-inputs.js';
import { type Cloud, chooseCloud } from './cloud.js';
import { type Identifier, parseKeyvault, parseReference, type Reference } from './identifier.js';
import { makeTakenNames } from './output-names.js';

/** Whose the tokens are: the identity that signs in, or an application that a certificate in a vault speaks for. */
export type TokenOwner = { readonly kind: 'sign-in' } | CertificateOwner;

/** An application, and the certificate whose key speaks for it. */
export interface CertificateOwner {
	readonly kind: 'certificate';
	readonly certificate: Identifier;
	/** Undefined for the application that signs in. */
	readonly appId: string | undefined;
	/** Undefined for the tenant of the sign-in. */
	readonly appTenantId: string | undefined;
}

/** Tokens that are wanted, and their owner. */
export interface TokenPlan {
	readonly cloud: Cloud;
	readonly owner: TokenOwner;
	/** Each output once, in the order of the lines. */
	readonly tokens: readonly ScopeLine[];
	/** Whether the outputs are to be variables as well. */
	readonly exportEnv: boolean;
}

/** Suffixes of the output's own name, one for each output that a token makes. */
export const TOKEN_SUFFIXES = ['', '-expires-on'] as const;

/**
 * The plan of a run.
 * @throws ActionErrors with every bad line and every contradiction between lines
 */
export function makeTokenPlan(inputs: TokenInputs): TokenPlan {
	const cloud = attempt(() => chooseCloud(inputs.cloud));
	const { owner, tokens } = checkAll<Pick<TokenPlan, 'owner' | 'tokens'>>({
		owner: () => findOwner(inputs.owner, cloud()),
		tokens: () => planTokens(inputs),
	});
	return { cloud: cloud(), owner, tokens, exportEnv: inputs.exportEnv };
}

function findOwner(owner: TokenOwnerInputs, cloud: Cloud): TokenOwner {
	if (owner.kind === 'sign-in') return owner;
	const { kind, appId, appTenantId } = owner;
	return { kind, certificate: findCertificate(owner, cloud), appId, appTenantId };
}

function findCertificate({ keyvault, certificate }: CertificateOwnerInputs, cloud: Cloud): Identifier {
	const keyvaultUrl = keyvault === undefined ? undefined : parseKeyvault(keyvault, cloud);
	const { isPattern, ...reference } = parseCertificate(certificate, cloud);
	if (isPattern)
		throw invalidInput('certificate', 'the value is a pattern.', 'Name the one certificate whose key signs.');
	const vaultUrl = reference.vaultUrl ?? keyvaultUrl;
	if (vaultUrl !== undefined) return { ...reference, vaultUrl };
	throw invalidInput('keyvault', 'the input is empty.', 'Name the vault that holds the certificate.');
}

// The grammar of one reference is that of a line; what is wrong is said of the input.
function parseCertificate(text: string, cloud: Cloud): Reference {
	if (/^https:\/\/[^/]+\/(?!certificates\/)/i.test(text)) {
		const expected = `Expected NAME, NAME/VERSION or https://VAULT.${cloud.vaultSuffix}/certificates/NAME.`;
		throw invalidInput('certificate', 'the value is not the identifier of a certificate.', expected);
	}
	try {
		return parseReference({ input: 'certificates', number: 1, reference: text }, cloud);
	} catch (error) {
		const [{ problem, hint }] = expectedErrors(error) as readonly [ActionError];
		throw invalidInput('certificate', problem, hint);
	}
}

function planTokens(inputs: Pick<TokenInputs, 'lines' | 'exportEnv' | 'refuses'>): readonly ScopeLine[] {
	const takenNames = makeTakenNames(inputs);
	return checkEach(inputs.lines, (raw) => {
		const line = parseScopeLine(raw);
		const outputs = TOKEN_SUFFIXES.map((suffix) => `${line.output}${suffix}`);
		return takenNames.take({ line, essence: JSON.stringify([line.output, line.scope]), outputs }) ? [line] : [];
	}).flat();
}
