// What the expiry action does once everything is decided: sign-in -> lists -> rows -> report. Loaded then.
import type { Credential } from '../entra/credential.js';
import { ActionErrors } from '../errors.js';
import type { ExpiryOptions } from '../input/expiry-inputs.js';
import type { ExpiryPlan } from '../plan/expiry-plan.js';
import type { Ports } from '../ports.js';
import { makeExpiryError } from './expiry-messages.js';
import { exportReport } from './export-report.js';
import { listEverything } from './list-everything.js';
import { makeRows } from './make-rows.js';

/** What was decided before the first request. */
export interface ExpiryRequest {
	readonly credential: Credential;
	readonly plan: ExpiryPlan;
	readonly options: ExpiryOptions;
}

/**
 * Lists everything and writes the report.
 * @throws ActionErrors once the report is written, with what could not be listed, and with what ends too soon
 */
export async function reportAndExport({ credential, plan, options }: ExpiryRequest, ports: Ports): Promise<void> {
	const { listed, errors } = await listEverything(ports, credential, plan);
	const nowMs = ports.clock.nowMs();
	const { warningDays, failureDays, summary } = options;
	const { rows, failing } = makeRows(listed, { nowMs, warningDays, failureDays });
	const portal = portalOf(plan.cloud.portalHost, credential.tenantId);
	const isIncomplete = errors.length > 0;
	await exportReport({ rows, nowMs, warningDays, isIncomplete, portal }, { summary }, ports);
	const isDue = failureDays !== undefined && failing.length > 0;
	const all = isDue ? [...errors, makeExpiryError(failing, { failureDays, nowMs })] : errors;
	if (all.length > 0) throw new ActionErrors(all);
}

// Who has an account in several directories would see the one that was open last, in which there is no such object.
function portalOf(host: string, tenantId: string | undefined): string {
	return tenantId === undefined ? host : `${host}/${tenantId}`;
}
