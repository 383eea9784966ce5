// The table of what expires when, as Markdown: for the job summary, an issue or a chat.
import {
	credentialName,
	describeTimeLeft,
	formatDay,
	KIND_NAMES,
	portalLink,
	registrationLink,
	vaultNameOf,
} from './describe-row.js';
import { describeCounts } from './expiry-messages.js';
import type { ExpiryReport, ExpiryRow } from './expiry-row.js';
import { describeTimeline } from './expiry-timeline.js';
import { groupRows, type RowGroup } from './row-groups.js';
import { toCode, toProse } from './shown-text.js';

/** Limits on how much of a table is shown. */
interface TableLimits {
	readonly maxLength: number;
	/** The length of a text as that limit counts it. */
	readonly measure: (text: string) => number;
}

const MAX_ROWS = 500;

/** A runner refuses a summary of more than 1 MiB, which counts bytes. The timeline stands in it as well. */
const OF_SUMMARY: TableLimits = { maxLength: 1_000_000, measure: (text) => Buffer.byteLength(text) };

/** An issue takes 65,536 characters, and a workflow adds a few of its own. A variable on Linux takes 128 KiB. */
const OF_OUTPUT: TableLimits = {
	maxLength: 60_000,
	measure: (text) => Math.max(text.length, Buffer.byteLength(text) / 2),
};

/** Room for the heading, the counts and the sentence about the rest. */
const FRAME_LENGTH = 1_000;

/** Returns the job summary: the table, and the timeline below it. */
export function describeSummary(report: ExpiryReport): string {
	const timeline = describeTimeline(report);
	return `${describeTable(report, OF_SUMMARY)}${timeline === '' ? '' : `\n${timeline}`}`;
}

/** Returns the table for the output `markdown`: the same, in at most 60,000 characters. */
export function describeMarkdown(report: ExpiryReport): string {
	return describeTable(report, OF_OUTPUT);
}

function describeTable(report: ExpiryReport, limits: TableLimits): string {
	const groups = fitGroups(report, limits);
	const shown = groups.reduce((sum, { lines }) => sum + lines.length, 0);
	const parts = groups.filter(({ lines }) => lines.length > 0).map(({ frame, lines }) => frame(lines.join('')));
	return [
		`### What expires when\n\n${describeCounts(report)}\n`,
		...parts,
		...describeRest(report.rows.length - shown),
	].join('\n');
}

interface FittedGroup {
	readonly frame: (rows: string) => string;
	readonly lines: readonly string[];
}

// As many rows as fit, from the most urgent one on.
function fitGroups(report: ExpiryReport, { maxLength, measure }: TableLimits): readonly FittedGroup[] {
	const links = makeLinks(report);
	let length = FRAME_LENGTH;
	let shown = 0;
	return groupRows(report).map((group) => {
		const frame = makeFrame(group);
		length += measure(frame(''));
		const lines: string[] = [];
		for (const row of group.rows) {
			if (shown === MAX_ROWS || length > maxLength) break;
			const line = `| ${describeEnd(row, report.nowMs)} | ${describeObject(row, links)} |\n`;
			length += measure(line);
			if (length > maxLength) break;
			lines.push(line);
			shown += 1;
		}
		return { frame, lines };
	});
}

function describeRest(rest: number): readonly string[] {
	if (rest === 0) return [];
	const text = rest === 1 ? '1 more is not shown.' : `${rest} more are not shown.`;
	return [`${text} The file that the output \`report-path\` names lists everything.\n`];
}

/** Two columns, since a phone has no room for more. The first one is wide enough for a date. */
const HEAD = '| Expires&nbsp;(UTC) | What |\n| --- | --- |\n';

function makeFrame({ title, rows, isOpen }: RowGroup): (lines: string) => string {
	const heading = `${title} (${rows.length})`;
	if (title === '') return (lines) => `${HEAD}${lines}`;
	if (isOpen) return (lines) => `#### ${heading}\n\n${HEAD}${lines}`;
	return (lines) => `<details>\n<summary>${heading}</summary>\n\n${HEAD}${lines}\n</details>\n`;
}

function describeEnd({ endMs, severity }: ExpiryRow, nowMs: number): string {
	if (endMs === undefined) return 'never';
	const left = describeTimeLeft(endMs, nowMs);
	const isUrgent = severity === 'expired' || severity === 'expiring';
	return `${isUrgent ? `**${left}**` : left}, ${formatDay(endMs)}`;
}

function describeObject(row: ExpiryRow, links: Links): string {
	const renewal = row.renewsItself ? ', renews itself' : '';
	const note = row.entry.note === '' ? '' : `. *${toProse(row.entry.note)}*`;
	return `${describeName(row, links)}${renewal}${links.user(row)}${note}`;
}

function describeName({ entry, owner }: ExpiryRow, links: Links): string {
	const kind = KIND_NAMES[entry.kind];
	if (owner.kind === 'vault')
		return `${link(toCode(owner.objectName), links.of(owner))}, ${kind} in ${toCode(vaultNameOf(owner.host))}`;
	const application = link(toCode(owner.displayName), links.of(owner));
	const prefix = owner.kind === 'enterprise-application' ? 'enterprise application, ' : '';
	return `${application}, ${prefix}${kind} ${toCode(credentialName(entry))}`;
}

/** Links to the portal's pages of what the rows are about. */
interface Links {
	readonly of: (owner: ExpiryRow['owner']) => string | undefined;
	/** Names the application that uses a vault's object; empty if none is known to. */
	readonly user: (row: ExpiryRow) => string;
}

function makeLinks({ rows, portal }: ExpiryReport): Links {
	const applications = new Map(
		rows.flatMap(({ owner }) => (owner.kind === 'vault' ? [] : [[owner.appId, owner] as const])),
	);
	return {
		of: (owner) => portalLink(portal, owner),
		user: ({ entry: { appId }, owner }) => {
			if (appId === '' || owner.kind !== 'vault') return '';
			const user = applications.get(appId);
			return user === undefined
				? `, used by [an application](${registrationLink(portal, appId)})`
				: `, used by ${link(toCode(user.displayName), portalLink(portal, user))}`;
		},
	};
}

function link(text: string, address: string | undefined): string {
	return address === undefined ? text : `[${text}](${address})`;
}
