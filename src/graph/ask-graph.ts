// The three things that are asked of Microsoft Graph about an application's passwords.
import type { ActionError } from '../errors.js';
import { isRefusal, watchAttempts } from '../http/refusals.js';
import { RETRY_RULES } from '../http/retry-policy.js';
import { type SendContext, send } from '../http/send.js';
import { TransportError } from '../http/transport-error.js';
import type { AppPassword } from '../plan/rotation-decision.js';
import type { HttpResponse } from '../ports.js';
import type { SecretText } from '../secret-text.js';
import {
	type AddedPassword,
	addPasswordRequest,
	decodeAddedPassword,
	decodePasswordList,
	type GraphApp,
	listPasswordsRequest,
	type PasswordWish,
	removePasswordRequest,
} from './application-passwords.js';
import { graphRefusedError, unreachableGraphError, unusableGraphError } from './graph-error.js';
import { saysNoSuchPassword } from './graph-refusal.js';

/** What every question needs: the application, a token, and the ports. */
export interface GraphAccess {
	readonly app: GraphApp;
	readonly token: SecretText;
	readonly context: SendContext;
}

/** An application's passwords, and Graph's own clock, by which their age is told. */
export interface PasswordList {
	readonly passwords: readonly AppPassword[];
	/** In seconds since 1970; undefined where the answer does not say. */
	readonly dateSeconds: number | undefined;
}

/** @throws ActionError with advice where Graph refuses or gives no answer */
export async function listPasswords({ app, token, context }: GraphAccess): Promise<PasswordList> {
	const response = await answered(send(listPasswordsRequest(app, token), context), app);
	if (response.status !== 200) throw graphRefusedError(response, app);
	const passwords = decodePasswordList(response.body);
	if (passwords === undefined)
		throw unusableGraphError(app, 'the answer is not the list of its passwords.', response.body);
	const dateMs = Date.parse(response.headers['date'] ?? '');
	return { passwords, dateSeconds: Number.isNaN(dateMs) ? undefined : Math.floor(dateMs / 1000) };
}

/**
 * - `removed`: it is not there any more
 * - `unknown`: Graph knows no such password, which is so as well where it has not come to know a new one yet
 */
export type Removal = 'removed' | 'unknown';

/** @throws ActionError with advice where Graph refuses or gives no answer */
export async function removePassword(keyId: string, { app, token, context }: GraphAccess): Promise<Removal> {
	const watched = watchAttempts(context);
	const response = await answered(send(removePasswordRequest(app, keyId, token), watched.context), app);
	if (response.status >= 200 && response.status < 300) return 'removed';
	if (!saysNoSuchPassword(response)) throw graphRefusedError(response, app);
	// Where an attempt before got no word, it was that one.
	return watched.onlyRefusals() ? 'unknown' : 'removed';
}

/** What one request for a password came to. */
export type AddAttempt =
	| { readonly kind: 'added'; readonly added: AddedPassword }
	/** `mayHaveAdded`: nobody said that it was not made. */
	| {
			readonly kind: 'failed';
			readonly outcome: HttpResponse | TransportError;
			readonly error: ActionError;
			readonly mayHaveAdded: boolean;
	  };

/** Asks for a password once: whoever asks again must first look what became of this one. */
export async function tryToAddPassword(wish: PasswordWish, { app, token, context }: GraphAccess): Promise<AddAttempt> {
	const once = { rules: { ...RETRY_RULES, attempts: 1 } };
	const outcome = await send(addPasswordRequest(app, wish, token), context, once).catch((error: unknown) => {
		if (error instanceof TransportError) return error;
		throw error;
	});
	if (outcome instanceof TransportError) {
		return { kind: 'failed', outcome, error: unreachableGraphError(outcome, app), mayHaveAdded: true };
	}
	const { status, body } = outcome;
	if (status < 200 || status >= 300) {
		return { kind: 'failed', outcome, error: graphRefusedError(outcome, app), mayHaveAdded: !isRefusal(status) };
	}
	const added = decodeAddedPassword(body);
	if (added !== undefined) return { kind: 'added', added };
	const error = unusableGraphError(app, 'the answer holds no new password.', body);
	return { kind: 'failed', outcome, error, mayHaveAdded: true };
}

function answered(response: Promise<HttpResponse>, app: GraphApp): Promise<HttpResponse> {
	return response.catch((error: unknown) => {
		throw unreachableGraphError(error, app);
	});
}
