// What every way to sign in has to say, so that adding one touches its own file and the table of methods.
import type { SendContext } from '../http/send.js';
import type { SignInInputs } from '../input/sign-in-inputs.js';
import type { Machine, Ports, StepInputs } from '../ports.js';
import type { SecretText } from '../secret-text.js';
import type { Proofs } from './proofs.js';
import type { CredentialSources } from './sign-in-way.js';
import type { AccessToken } from './token-request.js';

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
	/** Undefined where it is not given: the vault's challenge may name it. */
	readonly tenantId: string | undefined;
	/** Undefined where the method has none, or finds it by itself. */
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
	/** @throws ActionError with advice where the sign-in is refused or gets no answer */
	getToken(credential: C, target: SignInTarget, context: SignInContext): Promise<AccessToken>;
}
