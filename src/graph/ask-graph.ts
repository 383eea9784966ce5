// Requests to Microsoft Graph about an application's passwords.
import { once, RETRY_RULES, type RetryRules } from '../http/retry-policy.js';
import { type SendContext, send } from '../http/send.js';
import { type Write, type WriteResult, write } from '../http/write.js';
import type { AppPassword } from '../plan/rotation-decision.js';
import type { HttpRequest, HttpResponse } from '../ports.js';
import type { SecretText } from '../secret-text.js';
import { parseInstant } from '../time.js';
import {
	type AddedPassword,
	addPasswordRequest,
	decodeAddedPassword,
	decodePasswordList,
	type GraphApp,
	listPasswordsRequest,
	type NewPassword,
	removePasswordRequest,
} from './application-passwords.js';
import { aboutApp, graphRefusedError, unreachableGraphError, unusableGraphError } from './graph-error.js';
import { saysNoSuchPassword } from './graph-response-error.js';

/** Parts of every request: the application, a token, and the ports. */
export interface GraphAccess {
	readonly app: GraphApp;
	readonly token: SecretText;
	readonly context: SendContext;
}

/** An application's passwords, and Graph's own clock, by which their age is told. */
export interface PasswordList {
	readonly passwords: readonly AppPassword[];
	/** In seconds since 1970; undefined if the answer does not say. */
	readonly dateSeconds: number | undefined;
}

/** @throws ActionError with advice if Graph refuses or gives no answer */
export async function listPasswords({ app, token, context }: GraphAccess): Promise<PasswordList> {
	const response = await askGraph(listPasswordsRequest(app, token), { app, context });
	if (response.status !== 200) throw graphRefusedError(response, aboutApp(app));
	const passwords = decodePasswordList(response.body);
	if (passwords === undefined)
		throw unusableGraphError(aboutApp(app), 'the answer is not the list of its passwords.', response.body);
	return { passwords, dateSeconds: parseInstant(response.headers['date'] ?? '') };
}

/**
 * - `removed`: it is not there any more
 * - `unknown`: Graph knows no such password, which is so as well if it has not come to know a new one yet
 */
export type Removal = 'removed' | 'unknown';

/**
 * Removes a password that Graph has listed before: one that it does not know any more is removed.
 * @throws ActionError with advice if Graph refuses or gives no answer
 */
export async function removePassword(keyId: string, access: GraphAccess): Promise<void> {
	const result = await tryToRemovePassword(keyId, access);
	if (result.kind === 'failed') throw result.error;
}

/** Removes a password. After a request that got no answer, the list says whether it is still there. */
export function tryToRemovePassword(keyId: string, access: GraphAccess): Promise<WriteResult<Removal>> {
	const { app, token, context } = access;
	const oneWrite: Write<Removal> = {
		sendOnce: async (watched) => {
			const request = removePasswordRequest(app, keyId, token);
			const response = await askGraph(request, { app, context: watched }, once(RETRY_RULES));
			if (saysNoSuchPassword(response)) return 'unknown';
			if (!isSuccess(response)) throw graphRefusedError(response, aboutApp(app));
			// Graph answers 204. A page is of somebody in between, and removes nothing.
			if (response.body === '') return 'removed';
			throw unusableGraphError(aboutApp(app), 'the answer to a removal is not empty.', response.body);
		},
		look: async () => {
			const { passwords } = await listPasswords(access);
			return passwords.some((one) => one.keyId === keyId) ? undefined : 'unknown';
		},
		lookUntilMs: context.deadlineMs,
		isPassing: isConflict,
	};
	return write(oneWrite, context);
}

/**
 * Asks for a password once: whoever asks again must first look what became of this one.
 * @throws ActionError with advice if Graph refuses or gives no usable answer
 */
export async function addPasswordOnce(
	wanted: NewPassword,
	{ app, token, context }: GraphAccess,
): Promise<AddedPassword> {
	const response = await askGraph(addPasswordRequest(app, wanted, token), { app, context }, once(RETRY_RULES));
	if (!isSuccess(response)) throw graphRefusedError(response, aboutApp(app));
	const added = decodeAddedPassword(response.body);
	if (added === undefined) throw unusableGraphError(aboutApp(app), 'the answer holds no new password.', response.body);
	return added;
}

/** Whether Graph refuses since something else changes the application at the moment (`Directory_ConcurrencyViolation`). */
export function isConflict({ status }: HttpResponse): boolean {
	return status === 409;
}

/** Whether the status is that of a success. */
export function isSuccess({ status }: HttpResponse): boolean {
	return status >= 200 && status < 300;
}

/** The answer, whatever its status. @throws ActionError with advice if there is none */
export function askGraph(
	request: HttpRequest,
	{ app, context }: Pick<GraphAccess, 'app' | 'context'>,
	rules: RetryRules = RETRY_RULES,
): Promise<HttpResponse> {
	return send(request, context, { rules, isTransient: isConflict }).catch((error: unknown) => {
		throw unreachableGraphError(error, aboutApp(app));
	});
}
