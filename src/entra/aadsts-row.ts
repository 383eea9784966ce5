// A row of the table of Entra ID's error numbers.

/** A number's meaning in a few words, and advice in a sentence or two. */
export interface AadstsAdvice {
	readonly meaning: string;
	readonly advice: string;
	/** What to do instead if `az` was refused, or the sign-in with a device code. */
	readonly adviceFor?: Readonly<Partial<Record<'azure-cli' | 'device-code', string>>>;
}

/** Numbers, after `AADSTS`, that have the same meaning and the same advice. */
export interface AadstsRow extends AadstsAdvice {
	readonly codes: readonly number[];
}
