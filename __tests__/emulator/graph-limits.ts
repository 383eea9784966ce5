// Refusals by Microsoft Graph of requests that are right and permitted.
import type { App, Directory, IssuedToken } from './directory.js';
import { GraphRefusal } from './graph-refusal.js';

/** Limits of an application in Graph. */
export interface GraphLimits {
	/** Two for an application that is open to personal accounts. */
	readonly maxPasswords?: number;
	/** Whether the object has reached its size limit. */
	readonly isFull?: boolean;
	/** Whether the directory quota is used up. */
	readonly isQuotaExceeded?: boolean;
	/** Whether Graph knows no service principal of it. */
	readonly hasNoIdentity?: boolean;
	/** So many of the next changes meet another one. */
	readonly conflicts?: number;
}

/** @throws GraphRefusal if the tenant has no service principal of the caller */
export function checkIdentity(directory: Directory, { tenantId, clientId }: IssuedToken): void {
	if (directory.findTenant(tenantId)?.apps.get(clientId)?.graphLimits.hasNoIdentity !== true) return;
	const message = 'The identity of the calling application could not be established.';
	throw new GraphRefusal(401, 'Authorization_IdentityNotFound', message);
}

/** @throws GraphRefusal if something else is changing the application */
export function checkConflict(app: App): void {
	const { conflicts = 0 } = app.graphLimits;
	if (conflicts === 0) return;
	app.graphLimits = { ...app.graphLimits, conflicts: conflicts - 1 };
	const message = 'Error due to concurrent requests being made to the tenant. Please wait briefly and retry.';
	throw new GraphRefusal(409, 'Directory_ConcurrencyViolation', message);
}

/** @throws GraphRefusal if the application takes no more passwords */
export function checkRoom({ graphLimits, passwords }: App): void {
	const { maxPasswords = Number.POSITIVE_INFINITY, isFull = false, isQuotaExceeded = false } = graphLimits;
	const count = passwords.all.length;
	if (count >= maxPasswords) {
		const message = `Not allowed to add ${count + 1} passwords. You can only add a maximum of ${maxPasswords} passwords.`;
		throw new GraphRefusal(400, 'TooManyAppPasswords', message);
	}
	if (isFull) {
		const message = 'The size of the object has exceeded its limit. Please reduce the number of values and retry.';
		throw new GraphRefusal(403, 'Directory_ResourceSizeExceeded', message);
	}
	if (!isQuotaExceeded) return;
	const message = 'The directory object quota limit for the Principal has been exceeded.';
	throw new GraphRefusal(403, 'Directory_QuotaExceeded', message);
}
