// The figures as a picture for the README, legible on a light page and on a dark one.
import { type ClientName, LABELS } from './clients.js';
import type { CaseFigures } from './figures.js';
import { formatRatio } from './report.js';

const WIDTH = 860;
const LABEL_WIDTH = 210;
const ROW_HEIGHT = 24;
const BAR_HEIGHT = 15;
const GROUP_HEAD = 34;
const MARGIN = 20;
/** A longer bar ends in a gap; its number says how long it would be. */
const MAX_RATIO = 4;

/** Bars of each case's ratios to its first client. */
export function drawChart(cases: readonly CaseFigures[]): string {
	const parts: string[] = [];
	let y = MARGIN + 26;
	for (const { measured, figures } of cases) {
		const { secretCount } = measured;
		parts.push(
			text({ x: MARGIN, y: y + 18, style: 'head' }, `${secretCount} ${secretCount === 1 ? 'secret' : 'secrets'}`),
		);
		y += GROUP_HEAD;
		for (const { client, ratio } of figures) {
			parts.push(drawBar(client, ratio, y));
			y += ROW_HEIGHT;
		}
	}
	const title = `Time of the whole step on ${cases[0]?.measured.network.label} (bare script = 1). Shorter is faster.`;
	return frame(title, y + MARGIN, parts);
}

function drawBar(client: ClientName, ratio: number, y: number): string {
	const unit = (WIDTH - LABEL_WIDTH - 2 * MARGIN - 60) / MAX_RATIO;
	const width = Math.round(Math.min(ratio, MAX_RATIO) * unit);
	const x = MARGIN + LABEL_WIDTH;
	const bar = `<rect class="${client === 'action' ? 'own' : 'other'}" x="${x}" y="${y}" width="${width}" height="${BAR_HEIGHT}" rx="2"/>`;
	const gap = `<rect class="page" x="${x + width - 18}" y="${y - 1}" width="6" height="${BAR_HEIGHT + 2}"/>`;
	const baseline = y + BAR_HEIGHT - 3;
	return [
		text({ x: x - 10, y: baseline, style: 'label' }, LABELS[client]),
		bar,
		...(ratio > MAX_RATIO ? [gap] : []),
		text({ x: x + width + 8, y: baseline, style: 'value' }, formatRatio(ratio)),
	].join('\n');
}

function text(
	{ x, y, style }: { readonly x: number; readonly y: number; readonly style: string },
	content: string,
): string {
	return `<text class="${style}" x="${x}" y="${y}">${content}</text>`;
}

function frame(title: string, height: number, parts: readonly string[]): string {
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${title}">
<style>
text { font: 13px system-ui, -apple-system, "Segoe UI", Helvetica, Arial, sans-serif; fill: #1f2328 }
.title { font-size: 15px; font-weight: 600 }
.head { font-weight: 600 }
.label { text-anchor: end }
.page { fill: #ffffff }
.own { fill: #0969da }
.other { fill: #b6bec9 }
@media (prefers-color-scheme: dark) {
text { fill: #e6edf3 }
.page { fill: #0d1117 }
.own { fill: #4493f8 }
.other { fill: #57606a }
}
</style>
<rect class="page" width="100%" height="100%" rx="8"/>
${text({ x: MARGIN, y: MARGIN + 8, style: 'title' }, title)}
${parts.join('\n')}
</svg>
`;
}
