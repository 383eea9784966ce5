// Failures that were expected: each says what failed, what to do about it, and which request it was.
import { type ErrorCode, SERVICE_CODES } from './error-codes.js';

/** Parts of an {@link ActionError}. No part may hold a secret, a token or a service's answer as it came. */
export interface ActionErrorParts {
	/** Stable name of the failure, upper case, e.g. `VAULT_FORBIDDEN_BY_RBAC`. */
	readonly code: ErrorCode;
	/** The number after AADSTS, if Microsoft Entra ID gave one. */
	readonly aadsts?: number | undefined;
	/** Short heading of the annotation. */
	readonly title: string;
	/** The thing at fault: an input, a line or a vault object. */
	readonly subject?: string;
	/** One or more sentences: what happened, with the service's own code. */
	readonly problem: string;
	/** One or more sentences: what to do about it. */
	readonly hint?: string;
	/** The service's request or correlation ID. */
	readonly requestId?: string;
	readonly cause?: unknown;
}

/** An expected failure. Everything else that is thrown is a bug of the action. */
export class ActionError extends Error {
	readonly code: ErrorCode;
	readonly aadsts: number | undefined;
	readonly title: string;
	readonly subject: string | undefined;
	readonly problem: string;
	readonly hint: string | undefined;
	readonly requestId: string | undefined;

	constructor(parts: ActionErrorParts) {
		super(describe(parts), 'cause' in parts ? { cause: parts.cause } : undefined);
		this.name = 'ActionError';
		this.code = parts.code;
		this.aadsts = parts.aadsts;
		this.title = parts.title;
		this.subject = parts.subject;
		this.problem = parts.problem;
		this.hint = parts.hint;
		this.requestId = parts.requestId;
	}

	/** The same failure, said of something else. */
	about(subject: string): ActionError {
		return new ActionError({ ...partsOf(this), subject });
	}

	/** The same failure, with one more sentence of advice. */
	advising(more: string): ActionError {
		return new ActionError({ ...partsOf(this), hint: this.hint === undefined ? more : `${this.hint} ${more}` });
	}
}

/** Several expected failures, found in one go. */
export class ActionErrors extends Error {
	readonly errors: readonly ActionError[];

	constructor(errors: readonly ActionError[]) {
		super(errors.map((error) => error.message).join('\n'));
		this.name = 'ActionErrors';
		this.errors = errors;
	}
}

/**
 * Runs every check to its end, so that one run reports every problem, and gives their results under the same names.
 * @throws ActionErrors with all that the checks threw
 */
export function checkAll<T extends object>(checks: { readonly [K in keyof T]: () => T[K] }): T {
	const results = checkEach(Object.entries<() => unknown>(checks), ([name, check]) => [name, check()] as const);
	return Object.fromEntries(results) as T;
}

/**
 * As `items.map(check)`, but each item is checked even where one before it failed.
 * @throws ActionErrors with all that `check` threw
 */
export function checkEach<T, R>(items: readonly T[], check: (item: T) => R): readonly R[] {
	const results: R[] = [];
	const errors: ActionError[] = [];
	for (const item of items) {
		try {
			results.push(check(item));
		} catch (error) {
			errors.push(...expectedErrors(error));
		}
	}
	if (errors.length > 0) throw new ActionErrors(errors);
	return results;
}

/** Runs a check at once and hands over what came of it, for {@link checkAll} or {@link checkEach} to take later. */
export function attempt<T>(check: () => T): () => T {
	try {
		const result = check();
		return () => result;
	} catch (error) {
		return () => {
			throw error;
		};
	}
}

/**
 * Waits for a promise and hands over what came of it as a check, for {@link checkAll} or {@link checkEach}: a result that it
 * gives, or a failure that it throws.
 */
export async function settle<T>(promise: Promise<T>): Promise<() => T> {
	return promise.then(
		(result) => () => result,
		(error: unknown) => () => {
			throw error;
		},
	);
}

/** The expected failures that `error` stands for. Throws `error` itself if it was not expected. */
export function expectedErrors(error: unknown): readonly ActionError[] {
	if (error instanceof ActionError) return [error];
	if (error instanceof ActionErrors) return error.errors;
	throw error;
}

/**
 * The expected failures that `error` stands for. What they say of `former`, in whatever case, or, if that is left out,
 * of nothing, they say of `subject` instead. Throws `error` itself if it was not expected.
 */
export function failuresOf(subject: string, error: unknown, former?: string): ActionErrors {
	const isMeant = (one: ActionError): boolean => one.subject?.toLowerCase() === former?.toLowerCase();
	return new ActionErrors(expectedErrors(error).map((one) => (isMeant(one) ? one.about(subject) : one)));
}

function describe(parts: ActionErrorParts): string {
	const subject = parts.subject === undefined ? '' : `${parts.subject}: `;
	const hint = parts.hint === undefined ? '' : ` ${parts.hint}`;
	const requestId = parts.requestId === undefined ? '' : ` (${parts.requestId})`;
	return `${subject}${parts.problem}${hint}${requestId}`;
}

function partsOf(error: ActionError): ActionErrorParts {
	const { code, aadsts, title, subject, problem, hint, requestId, cause } = error;
	return {
		code,
		aadsts,
		title,
		problem,
		...(subject !== undefined && { subject }),
		...(hint !== undefined && { hint }),
		...(requestId !== undefined && { requestId }),
		...(cause !== undefined && { cause }),
	};
}

/** Whether a service refused or did not answer: then objects or tokens that it refuses for one reason are one matter. */
export function isOfService({ code, aadsts }: ActionError): boolean {
	const codes: readonly ErrorCode[] = SERVICE_CODES;
	return aadsts !== undefined || codes.includes(code);
}
