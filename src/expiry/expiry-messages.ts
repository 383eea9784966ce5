// Texts of the log, the annotations and the error about objects that expire.
import { ActionError } from '../errors.js';
import type { Annotation } from '../ports.js';
import { describeSubject, describeTimeLeft } from './describe-row.js';
import type { ExpiryReport, ExpiryRow, Severity } from './expiry-row.js';
import { countDays } from './row-groups.js';
import { toPlainNote } from './shown-text.js';

/** A runner cuts an annotation at 4,096 characters, and what to do comes after the list. */
const MAX_LIST_LENGTH = 3_000;

/** Returns the counts as sentences: for the log, and above the table. */
export function describeCounts(report: ExpiryReport): string {
	const counts = countRows(report);
	return report.isIncomplete ? `${counts} ${INCOMPLETE}` : counts;
}

const INCOMPLETE = 'This report is incomplete: the errors of the step say what could not be listed.';

function countRows({ rows, warningDays }: ExpiryReport): string {
	if (rows.length === 0) return 'Nothing was found that could expire.';
	const count = (severity: Severity): number => rows.filter((row) => row.severity === severity).length;
	const near = [`${count('expired')} expired`];
	if (warningDays > 0) near.push(`${count('expiring')} will expire within ${countDays(warningDays)}`);
	const rest = [`${count('later')} later`, `${count('never')} never`, `${count('disabled')} disabled`];
	return `${[...near, ...rest].join(', ')}.`;
}

/** Returns the lines for the log: the counts, and what expires next unless a warning says it. */
export function describeReport(report: ExpiryReport): readonly string[] {
	const next = report.rows.find(({ severity }) => severity === 'later');
	const counts = describeCounts(report);
	if (next === undefined) return [counts];
	return [counts, `Next after that: ${describeSubject(next)}, ${describeEnd(next, report.nowMs)}.`];
}

/** Returns a warning for each row that has expired or will within the warning days, most urgent first. */
export function warnOfRows({ rows, nowMs, warningDays }: ExpiryReport): readonly Annotation[] {
	if (warningDays === 0) return [];
	return rows.flatMap((row) => {
		const { severity } = row;
		return severity === 'expired' || severity === 'expiring' ? [warnOfRow(row, nowMs, severity)] : [];
	});
}

function warnOfRow(row: ExpiryRow, nowMs: number, severity: 'expired' | 'expiring'): Annotation {
	const subject = describeSubject(row);
	const note = toPlainNote(row.entry.note);
	const verb = severity === 'expired' ? 'expired' : 'expires';
	return {
		title: `${severity === 'expired' ? 'Expired' : 'Expires soon'}: ${subject}`,
		text: `${subject} ${verb} ${describeEnd(row, nowMs)}. ${adviseOn(row)}${note === '' ? '' : ` ${note}`}`,
	};
}

function adviseOn({ renewsItself, isReplaced, severity }: ExpiryRow): string {
	if (isReplaced) return 'Remove it if nothing uses it any more.';
	// An entry that has expired has not renewed itself, even if its policy says that it does.
	if (severity === 'expired') return 'Renew it.';
	return renewsItself ? 'It renews itself.' : 'Renew it before then.';
}

function describeEnd({ endMs, entry }: ExpiryRow, nowMs: number): string {
	return endMs === undefined ? 'does not expire' : `${describeTimeLeft(endMs, nowMs)}, on ${entry.expiresOn}`;
}

/** The error of a step that fails because of these rows, of which there is at least one; most urgent first. */
export function makeExpiryError(
	rows: readonly ExpiryRow[],
	{ failureDays, nowMs }: { readonly failureDays: number; readonly nowMs: number },
): ActionError {
	const limit = failureDays === 0 ? 'expired' : `expired or will expire within ${countDays(failureDays)}`;
	const have = rows.length === 1 ? '1 has' : `${rows.length} have`;
	return new ActionError({
		code: 'EXPIRY_LIMIT_REACHED',
		title: failureDays === 0 ? 'Expired' : `Expired, or expires within ${countDays(failureDays)}`,
		subject: 'expiry-failure-days',
		problem: `${have} ${limit}: ${listRows(rows, nowMs)}.`,
		hint: 'Renew or remove what is listed. The job summary and all outputs were written before.',
	});
}

function listRows(rows: readonly ExpiryRow[], nowMs: number): string {
	let text = '';
	for (const [index, row] of rows.entries()) {
		const one = `${describeSubject(row)} (${describeEnd(row, nowMs)})`;
		const next = index === 0 ? one : `${text}, ${one}`;
		if (next.length > MAX_LIST_LENGTH) return `${text} and ${rows.length - index} more`;
		text = next;
	}
	return text;
}
