// What every way to sign in has to say, so that adding one touches its own file and the table of methods.
import type { ActionError } from '../errors.js';
import type { SendContext } from '../http/send.js';
import { invalidInput } from '../input/scalars.js';
import { CLIENT_ID, type InputWithVariable, type SignInInputs } from '../input/sign-in-inputs.js';
import type { Machine, Ports, StepInputs } from '../ports.js';
import type { SecretText } from '../secret-text.js';

/** What a credential is made from, before the first request. */
export interface CredentialSource {
	readonly inputs: SignInInputs;
	/** For the log: why this method. */
	readonly reason: string;
	readonly variable: StepInputs['variable'];
	readonly machine: Machine;
	/** The present instant, for what has an end. */
	readonly nowMs: number;
}

/** What must be hidden; of a private key (PEM) and of a PFX (base64) the bytes as well, in other encodings. */
export type SignInSecret = SecretText | { readonly kind: 'pem' | 'pfx'; readonly text: SecretText };

/** Members that every credential has. */
export interface CredentialBase {
	readonly reason: string;
	/** Undefined if it is not given: the vault's challenge may name it. */
	readonly tenantId: string | undefined;
	/** Undefined if the method has none, or finds it by itself. */
	readonly clientId: string | undefined;
	/** Where the inputs gave these values from; left out for a credential that no input gave. */
	readonly sources?: CredentialSources;
}

/** What a token is asked for, and where. */
export interface SignInTarget {
	readonly authorityHost: string;
	/** Undefined only for methods that need none. */
	readonly tenantId: string | undefined;
	readonly scope: string;
	readonly oidcAudience: string;
}

/** Everything that signing in may use. */
export type SignInContext = SendContext &
	Pick<Ports, 'localTransport' | 'machine' | 'log' | 'randomBytes'> & {
		readonly variable: StepInputs['variable'];
		/** Has the runner hide a text in all its forms, and resolves once it has been told; as {@link Ports.log}. */
		readonly mask: (text: SecretText) => Promise<void>;
		/** Where ID tokens and assertions come from; each token request has its own if left out. */
		readonly proofs?: Proofs;
	};

/** One way to sign in. */
export interface SignInMethod<C extends CredentialBase> {
	/** Must the tenant be known, from the input or from the vault's challenge? */
	readonly needsTenant: boolean;
	/** Can a second token be asked for when a vault refuses the first? */
	readonly isRenewable: boolean;
	/** Does a person take part, so that the step's time begins only afterwards? */
	readonly waitsForPerson: boolean;
	/**
	 * The credential that the inputs hold.
	 * @throws ActionErrors that name each input that is missing or wrong
	 */
	makeCredential(source: CredentialSource): C;
	/** What must be masked before anything else happens. */
	secretsOf(credential: C): readonly SignInSecret[];
	/** @throws ActionError with advice if the sign-in is refused or gets no answer */
	getToken(credential: C, target: SignInTarget, context: SignInContext): Promise<AccessToken>;
}

/** The input or variable that each value of a credential came from; undefined if none did. */
export interface CredentialSources {
	readonly tenantId: string | undefined;
	readonly clientId: string | undefined;
	readonly clientSecret: string | undefined;
}

/** A way to sign in, for people. */
export interface SignInWay {
	/** Its name, as `auth-method` has it. */
	readonly kind: string;
	/** Why this one. */
	readonly reason: string;
	/** Left out for a credential that no input gave. */
	readonly sources?: CredentialSources;
}

/**
 * Gives the proof for a token request, which `make` makes if there is none yet. Whoever was refused with a proof hands it
 * over, and gets another one.
 */
export type Proofs = (make: () => Promise<SecretText>, refused?: SecretText) => Promise<SecretText>;

/** A proof of its own for each request. */
export const eachItsOwn: Proofs = (make) => make();

/**
 * One proof for all requests of one credential. If several are refused with it, they share the next one, too.
 * Entra takes an ID token or an assertion as often as it lives, as Microsoft's own client library (MSAL) relies on.
 */
export function shareProof(): Proofs {
	let current: Promise<SecretText> | undefined;
	return async (make, refused) => {
		for (;;) {
			current ??= make();
			const taken = current;
			const proof = await taken;
			if (proof !== refused) return proof;
			// Only the first that comes back with it does away with it.
			if (current === taken) current = undefined;
		}
	};
}

/** The value, if it is given. @throws ActionError that names input and variable if it is not */
export function required<T>(value: T | undefined, { input, variable }: InputWithVariable): T {
	if (value !== undefined) return value;
	throw missing(input, `Set it, or the variable ${variable}.`);
}

/** The client ID. @throws ActionError if it is not given */
export function requiredClientId({ clientId }: SignInInputs): string {
	return required(clientId, CLIENT_ID).value;
}

/** The error for an input that is empty. */
export function missing(input: string, hint: string): ActionError {
	return invalidInput(
		input,
		'is empty.',
		`${hint} A secret that does not exist, or that a fork may not see, arrives here as empty text.`,
	);
}

/** Where the runner gives ID tokens. */
export const URL_VARIABLE = 'ACTIONS_ID_TOKEN_REQUEST_URL';

/** What it wants to see for one. */
export const TOKEN_VARIABLE = 'ACTIONS_ID_TOKEN_REQUEST_TOKEN';

/** What to do about a job that has none. A job with permissions of its own loses those that it does not name. */
export const PERMISSION_HINT =
	'Give the job the permission "id-token: write", and "contents: read" beside it if the job checks out the repository';

/** Does the job have `id-token: write`? */
export function hasIdTokenPermission(variable: StepInputs['variable']): boolean {
	return variable(URL_VARIABLE) !== undefined && variable(TOKEN_VARIABLE) !== undefined;
}

/** What Entra gave. */
export interface AccessToken {
	readonly token: SecretText;
	/** Instant of its end, in seconds since 1970. */
	readonly expiresOnSeconds: number;
}
