// The expiry action, once everything is decided: sign-in -> lists -> rows -> report (a file with every entry,
// outputs, warnings and the summary). Loaded then.
import type { Credential } from '../entra/credential.js';
import { ActionErrors } from '../errors.js';
import { exportAll } from '../export/export-all.js';
import { freshFolder } from '../export/private-folder.js';
import { annotateAll } from '../export/step-log.js';
import { appendSummary } from '../export/summary.js';
import type { ExpiryOptions } from '../input/expiry-inputs.js';
import type { ExpiryPlan } from '../plan/expiry-plan.js';
import type { Ports } from '../ports.js';
import type { RenderedOutput } from '../render/rendered.js';
import { describeReport, makeExpiryError, warnOfRows } from './expiry-messages.js';
import type { ExpiryReport, ExpiryRow, Severity } from './expiry-row.js';
import { describeMarkdown, describeSummary } from './expiry-table.js';
import { listEverything } from './list-everything.js';
import { makeRows } from './make-rows.js';

/** Decisions made before the first request. */
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

// A person with an account in several directories would see the one that was open last, which has no such object.
function portalOf(host: string, tenantId: string | undefined): string {
	return tenantId === undefined ? host : `${host}/${tenantId}`;
}

/** An output stays small, so that a job can hand it on; the report has the rest. */
const MAX_ENTRIES = 200;

const REPORT_FILE = 'expiry-report.json';

/** Entries that are written at once: the report of a large tenant has tens of megabytes. */
const ENTRIES_A_PART = 500;

/**
 * Writes the report.
 * @throws ActionError if it could not be written; nothing is exported then
 */
async function exportReport(
	report: ExpiryReport,
	{ summary }: { readonly summary: boolean },
	ports: Ports,
): Promise<void> {
	const { log, privateFolders } = ports;
	const folder = freshFolder(ports.randomBytes);
	const kept = { folder, name: REPORT_FILE, parts: formatEntries(report.rows) };
	const outputs = makeOutputs(report, privateFolders.pathOf(folder, REPORT_FILE));
	await exportAll({ masks: [], privateFiles: undefined, kept, outputs, variables: [] }, ports);
	for (const line of describeReport(report)) log.info(line);
	annotateAll(log, 'warning', warnOfRows(report));
	if (summary) await appendSummary(describeSummary(report), ports);
}

function makeOutputs(report: ExpiryReport, path: string): readonly RenderedOutput[] {
	const ofSeverity = (severity: Severity) => report.rows.filter((row) => row.severity === severity);
	const [expired, expiring] = [ofSeverity('expired'), ofSeverity('expiring')];
	return [
		{ name: 'expired', value: formatFirst(expired) },
		{ name: 'expiring', value: formatFirst(expiring) },
		{ name: 'count', value: `${expired.length + expiring.length}` },
		{ name: 'report-path', value: path },
		{ name: 'markdown', value: describeMarkdown(report) },
	];
}

function formatFirst(rows: readonly ExpiryRow[]): string {
	return JSON.stringify(rows.slice(0, MAX_ENTRIES).map(({ entry }) => entry));
}

/** Every entry as JSON, in parts: an array with one entry a line. */
export function* formatEntries(rows: readonly ExpiryRow[]): Generator<string, void> {
	yield '[';
	for (let start = 0; start < rows.length; start += ENTRIES_A_PART) {
		const part = rows.slice(start, start + ENTRIES_A_PART).map(({ entry }) => `\n${JSON.stringify(entry)}`);
		yield `${start === 0 ? '' : ','}${part.join(',')}`;
	}
	yield '\n]\n';
}
