import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { describeTimeline } from '../../../src/expiry/expiry-timeline.js';
import { inVault, makeReport, ofApp } from '../../support/expiry-report.js';

describe('the timeline', () => {
	it('has a bar from the day of the report to the end of each object, by month', () => {
		const report = makeReport([
			{ days: 0.1, owner: inVault('today') },
			{ days: 12.5, owner: inVault('exo', 'certificates') },
			{ days: 40, owner: ofApp('Contoso API') },
			{ days: 300, owner: inVault('signing', 'keys') },
		]);
		assert.equal(
			describeTimeline(report),
			[
				'```mermaid',
				'gantt',
				'  title What expires within a year',
				'  accTitle: What expires within a year',
				'  accDescr: A bar per object, from the day of the report to the day on which it expires',
				'  dateFormat YYYY-MM-DD',
				'  axisFormat %b',
				'  tickInterval 1month',
				'  section Dec 2026',
				'  secret today in contoso-automation :crit, 2026-11-30, 2026-12-01',
				'  certificate exo in contoso-automation :crit, 2026-11-30, 2026-12-12',
				'  section Jan 2027',
				'  client secret of Contoso API, deploy :2026-11-30, 2027-01-09',
				'  section Sep 2027',
				'  key signing in contoso-automation :2026-11-30, 2027-09-26',
				'```',
				'',
			].join('\n'),
		);
	});

	it('has a mark per week if everything expires soon', () => {
		assert.match(describeTimeline(makeReport([{ days: 20 }])), /\n {2}axisFormat %d %b\n {2}tickInterval 1week\n/);
	});

	it('leaves out what has expired, is disabled, never expires, or expires later than in a year', () => {
		const parts = [{ days: 0 }, { days: -1 }, { days: 366 }, {}, { days: 5, enabled: false }];
		assert.equal(describeTimeline(makeReport(parts)), '');
	});

	it('has thirty bars at most, and counts the rest', () => {
		const text = describeTimeline(makeReport(Array.from({ length: 33 }, (_, index) => ({ days: index + 1 }))));
		assert.equal(text.match(/ :(?:crit, )?2026-11-30, /g)?.length, 30);
		assert.match(text, /\n```\n\n3 more will expire within a year\.\n$/);
	});
});
