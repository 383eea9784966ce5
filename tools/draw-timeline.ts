// Draws the timeline of a job summary, which is a Gantt chart of Mermaid, as an SVG: a bar per object, by month.
import { escapeXml } from './draw-table.js';

const WIDTH = 760;
const LEFT = 90;
const ROW = 26;
const TOP = 44;

/** Width of a character of a label, in pixels, about as browsers have it. */
const CHAR_WIDTH = 6.1;

/** A bar, with the heading of the months above it if it is the first of one. */
interface Bar {
	readonly label: string;
	readonly isUrgent: boolean;
	readonly from: number;
	readonly until: number;
	readonly section: string | undefined;
}

/** Returns the picture of the chart that a summary has. */
export function drawTimeline(summary: string): string {
	const bars = barsOf(summary);
	const [first] = bars;
	if (first === undefined) throw new Error('the summary has no timeline');
	const start = first.from;
	const end = Math.max(...bars.map(({ until }) => until));
	const xOf = (ms: number): number => Math.round(LEFT + ((ms - start) / (end - start)) * (WIDTH - LEFT - 12));
	const bottom = TOP + bars.length * ROW + 6;
	const grid = monthsBetween(start, end).map(
		({ ms, name }) =>
			`<path class="grid" d="M${xOf(ms)}.5 ${TOP - 4}V${bottom}"/><text class="axis" x="${xOf(ms)}" y="${bottom + 16}">${name}</text>`,
	);
	const drawn = bars.map((bar, index) => drawBar(bar, TOP + index * ROW, xOf));
	return frame([...grid, ...drawn], bottom + 28);
}

function barsOf(summary: string): readonly Bar[] {
	const [, chart = ''] = /```mermaid\n(.*?)```/s.exec(summary) ?? [];
	let section: string | undefined;
	return chart.split('\n').flatMap((line): readonly Bar[] => {
		section = /^ {2}section (.*)$/.exec(line)?.[1] ?? section;
		const [, label, crit, from = '', until = ''] = /^ {2}(.*) :(crit, )?([\d-]{10}), ([\d-]{10})$/.exec(line) ?? [];
		if (label === undefined) return [];
		const bar = { label, isUrgent: crit !== undefined, from: Date.parse(from), until: Date.parse(until), section };
		section = undefined;
		return [bar];
	});
}

function monthsBetween(start: number, end: number): readonly { ms: number; name: string }[] {
	const months = [];
	const at = new Date(start);
	for (let month = 1; ; month += 1) {
		const ms = Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + month);
		if (ms > end) return months;
		months.push({ ms, name: new Date(ms).toLocaleString('en-US', { month: 'short', timeZone: 'UTC' }) });
	}
}

function drawBar({ label, isUrgent, from, until, section }: Bar, y: number, xOf: (ms: number) => number): string {
	const [x, width] = [xOf(from), Math.max(xOf(until) - xOf(from), 4)];
	const room = label.length * CHAR_WIDTH + 12;
	const fits = room < width;
	const isRightFree = xOf(until) + room < WIDTH;
	const text = fits
		? `<text class="in" x="${x + 8}" y="${y + 15}">`
		: `<text x="${isRightFree ? x + width + 6 : x + 8}" y="${y + 15}">`;
	const heading =
		section === undefined ? '' : `<text class="section" x="10" y="${y + 15}">${escapeXml(section)}</text>`;
	return `${heading}<rect class="${isUrgent ? 'urgent' : 'bar'}" x="${x}" y="${y + 1}" width="${width}" height="20" rx="3"/>${text}${escapeXml(label)}</text>`;
}

function frame(parts: readonly string[], height: number): string {
	return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="The timeline of what expires within a year">
<style>
text { font: 12px -apple-system, "Segoe UI", "Noto Sans", Helvetica, Arial, sans-serif; fill: #1f2328 }
.page { fill: #ffffff }
.title { font-size: 16px; text-anchor: middle }
.section { font-weight: 600 }
.axis { text-anchor: middle; fill: #59636e }
.grid { stroke: #d1d9e0 }
.bar { fill: #b6d4fe; stroke: #0969da }
.urgent { fill: #ff8182; stroke: #cf222e }
@media (prefers-color-scheme: dark) {
text { fill: #f0f6fc }
.page { fill: #0d1117 }
.axis { fill: #9198a1 }
.grid { stroke: #3d444d }
.bar { fill: #1f4b82; stroke: #4493f8 }
.urgent { fill: #8e1519; stroke: #f85149 }
}
</style>
<rect class="page" width="100%" height="100%" rx="8"/>
<text class="title" x="${WIDTH / 2}" y="24">What expires within a year</text>
${parts.join('\n')}
</svg>
`;
}
