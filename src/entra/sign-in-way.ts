// Which way to sign in was taken, and why: what the log says before the first request, and a refusal repeats.

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
