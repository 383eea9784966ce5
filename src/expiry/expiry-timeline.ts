// Objects that expire within a year as a chart of Mermaid, which GitHub draws in a job summary.
import { DAY_MS, daysBetween } from '../time.js';
import { credentialName, formatDay, KIND_NAMES, vaultNameOf } from './describe-row.js';
import type { ExpiryReport, ExpiryRow } from './expiry-row.js';
import { toTaskName } from './shown-text.js';

const MAX_BARS = 30;
const TIMELINE_DAYS = 365;

/** Below this, the axis has a mark per week, so that there are several. */
const SHORT_DAYS = 70;

/** A bar of the chart. */
export interface TimelineBar {
	/** Text that begins with the kind of what ends, and has no characters that mean anything in a chart. */
	readonly label: string;
	/** Days of the report and of the end, `YYYY-MM-DD`. */
	readonly from: string;
	readonly until: string;
	readonly isUrgent: boolean;
}

/** Returns the bars, most urgent first, and how many more there would be. */
export function makeTimeline({ rows, nowMs }: ExpiryReport): { bars: readonly TimelineBar[]; rest: number } {
	const dated = rows.flatMap((row) => {
		const { endMs, severity } = row;
		if (endMs === undefined || severity === 'disabled' || endMs <= nowMs) return [];
		return endMs - nowMs > TIMELINE_DAYS * DAY_MS ? [] : [makeBar(row, { endMs, nowMs })];
	});
	return { bars: dated.slice(0, MAX_BARS), rest: Math.max(0, dated.length - MAX_BARS) };
}

function makeBar(row: ExpiryRow, { endMs, nowMs }: { readonly endMs: number; readonly nowMs: number }): TimelineBar {
	const from = formatDay(nowMs);
	// A bar of no length is not seen.
	const until = formatDay(endMs) === from ? formatDay(endMs + DAY_MS) : formatDay(endMs);
	return { label: describeBar(row), from, until, isUrgent: row.severity === 'expiring' };
}

// The kind comes first: the chart takes `click` or `section` at the beginning of a line for an order.
function describeBar({ entry, owner }: ExpiryRow): string {
	const kind = KIND_NAMES[entry.kind];
	if (owner.kind === 'vault')
		return `${kind} ${toTaskName(owner.objectName)} in ${toTaskName(vaultNameOf(owner.host))}`;
	return `${kind} of ${toTaskName(owner.displayName)}, ${toTaskName(credentialName(entry))}`;
}

/** Returns the chart as a block of Markdown; empty if nothing expires within a year. */
export function describeTimeline(report: ExpiryReport): string {
	const { bars, rest } = makeTimeline(report);
	if (bars.length === 0) return '';
	const chart = ['```mermaid', ...describeChart(bars), '```', ''];
	const more = rest === 0 ? [] : [`${rest} more will expire within a year.`, ''];
	return [...chart, ...more].join('\n');
}

function describeChart(bars: readonly TimelineBar[]): readonly string[] {
	const days = Math.max(...bars.map(({ from, until }) => daysBetween(from, until)));
	return [
		'gantt',
		'  title What expires within a year',
		'  accTitle: What expires within a year',
		'  accDescr: A bar per object, from the day of the report to the day on which it expires',
		'  dateFormat YYYY-MM-DD',
		...(days <= SHORT_DAYS
			? ['  axisFormat %d %b', '  tickInterval 1week']
			: ['  axisFormat %b', '  tickInterval 1month']),
		...bars.flatMap((bar, index) => {
			const month = nameMonth(bar);
			const previous = bars[index - 1];
			const isNew = previous === undefined || nameMonth(previous) !== month;
			return [...(isNew ? [`  section ${month}`] : []), describeTask(bar)];
		}),
	];
}

function describeTask({ label, from, until, isUrgent }: TimelineBar): string {
	return `  ${label} :${isUrgent ? 'crit, ' : ''}${from}, ${until}`;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function nameMonth({ until }: TimelineBar): string {
	return `${MONTHS[Number(until.slice(5, 7)) - 1]} ${until.slice(0, 4)}`;
}
