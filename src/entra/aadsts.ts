// What the error numbers of Microsoft Entra ID mean, and what to do about each: one table, in four files by what is at fault.
// https://learn.microsoft.com/entra/identity-platform/reference-error-codes and, for single ones, https://login.microsoftonline.com/error?code=NUMBER
import { APPLICATION_ROWS } from './aadsts-application.js';
import { PERSON_ROWS } from './aadsts-person.js';
import { PROOF_ROWS } from './aadsts-proof.js';
import type { AadstsAdvice, AadstsRow } from './aadsts-row.js';
import { TENANT_ROWS } from './aadsts-tenant.js';

const ROWS: readonly AadstsRow[] = [...APPLICATION_ROWS, ...PROOF_ROWS, ...TENANT_ROWS, ...PERSON_ROWS];

/** Advice by the number after `AADSTS`. */
export const AADSTS_ADVICE: ReadonlyMap<number, AadstsAdvice> = new Map(
	ROWS.flatMap((row) => row.codes.map((code) => [code, row] as const)),
);

/** What is known of an AADSTS number, for one way to sign in; undefined if nothing is. */
export function adviceOf(errorCode: number | undefined, method?: string): AadstsAdvice | undefined {
	const known = errorCode === undefined ? undefined : AADSTS_ADVICE.get(errorCode);
	if (known === undefined) return undefined;
	const { meaning, advice, adviceFor = {} } = known;
	const own = method === 'azure-cli' || method === 'device-code' ? adviceFor[method] : undefined;
	return { meaning, advice: own ?? advice };
}

/** What to do about a number that is not in the table. */
export function lookUpHint(errorCode: number): string {
	return `See https://login.microsoftonline.com/error?code=${errorCode}.`;
}
