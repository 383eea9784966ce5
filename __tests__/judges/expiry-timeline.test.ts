// Mermaid's own parser reads the timeline, whatever the names: each bar with its dates, and no order that nobody gave.
import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import fc from 'fast-check';
import { describeTimeline, makeTimeline } from '../../src/expiry/expiry-timeline.js';
import { HOSTILE_NAMES, hostileReports, makeReport, ofApp } from '../support/expiry-report.js';
import { type ReadChart, readGantt } from './mermaid.js';

let read: ReadChart;
before(async () => {
	read = await readGantt();
});

describe('the timeline, as Mermaid parses it', () => {
	it('is what was meant for each hostile name', async () => {
		for (const name of HOSTILE_NAMES) await check(makeReport([{ days: 3, owner: ofApp(name) }, { days: 200 }]));
	});

	// Promise: R4
	it('is what was meant for any names', async () => {
		await fc.assert(fc.asyncProperty(hostileReports(40), check), { numRuns: 200 });
	});

	it('is refused if an order is in it that Mermaid does not know', async () => {
		await assert.rejects(read('gantt\n  dateFormat YYYY-MM-DD\n  click\n'));
		await assert.rejects(read('gantt\n  x %% :y\n a'));
	});
});

async function check(report: Parameters<typeof makeTimeline>[0]): Promise<void> {
	const text = describeTimeline(report);
	const { bars } = makeTimeline(report);
	if (bars.length === 0) return assert.equal(text, '');
	const [, chart = ''] = /^```mermaid\n([^`]*)```\n/.exec(text) ?? [];
	const tasks = await read(chart);
	assert.deepEqual(
		tasks,
		bars.map(({ label, from, until, isUrgent }) => ({ label, from, until, isUrgent })),
	);
}
