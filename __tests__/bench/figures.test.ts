// The bench's figures for measured times, from made-up ones.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Case, FETCHES, START } from '../../tools/bench/cases.js';
import { drawChart } from '../../tools/bench/chart.js';
import { type CaseFigures, makeFigures, median, type Samples } from '../../tools/bench/figures.js';
import {
	describeCase,
	describeCircumstances,
	describeFetches,
	describeStart,
	ofLastNetwork,
} from '../../tools/bench/report.js';

const network = { label: 'a network', latencyMs: 0, roundTripMs: 0 };

function samplesOf(times: Readonly<Record<string, readonly number[]>>): Samples {
	const entries = Object.entries(times).map(([client, all]) => [
		client,
		all.map((tookMs) => ({ tookMs, requests: 3, connections: 2 })),
	]);
	return new Map(entries as [never, never][]);
}

function measured(secretCount: number, times: Readonly<Record<string, readonly number[]>>): CaseFigures {
	const one: Case = { network, secretCount, rounds: {} };
	return { measured: one, figures: makeFigures(samplesOf(times)) };
}

test('the median is the value in the middle, or the mean of the two there', () => {
	assert.equal(median([9, 1, 5]), 5);
	assert.equal(median([4, 1, 2, 9]), 3);
	assert.ok(Number.isNaN(median([])));
});

test('ratios are taken within each round, so that a machine that slows down changes none', () => {
	const [bare, action] = makeFigures(samplesOf({ bare: [100, 200, 400], action: [110, 220, 440] }));
	assert.equal(bare?.ratio, 1);
	assert.equal(action?.ratio, 1.1);
	assert.equal(action?.medianMs, 220);
});

test('a client that takes part in fewer rounds is compared with those alone', () => {
	const [, sdk] = makeFigures(samplesOf({ bare: [100, 1000, 1000], 'sdk-parallel': [300] }));
	assert.equal(sdk?.ratio, 3);
});

test('nothing measured is no figure', () => {
	assert.deepEqual(makeFigures(new Map()), []);
});

test('the bare script comes first, takes part in every round, and each count is measured on each network', () => {
	for (const { rounds } of FETCHES) {
		const [[first, most] = []] = Object.entries(rounds);
		assert.equal(first, 'bare');
		assert.equal(Math.max(...Object.values(rounds)), most);
	}
	assert.equal(FETCHES.length, 9);
	assert.ok('action' in START.rounds && 'toolkit' in START.rounds);
});

test('the console shows times, requests and connections', () => {
	const lines = describeCase(measured(1, { bare: [100], action: [125] }));
	assert.equal(lines[0], '1 secret, a network:');
	assert.match(lines[2] ?? '', /this action +125 ms +1\.25 +3 requests, 2 connections/);
});

test('the document gets ratios and no times', () => {
	const start = measured(0, { empty: [40], action: [60], toolkit: [100] });
	const fetches = [measured(1, { bare: [100], action: [125] }), measured(200, { bare: [100], action: [1250] })];
	const found = { date: '2026-01-02', nodeVersion: '24.0.0', versions: { x: '1.2.3' } };
	assert.match(describeCircumstances(found), /2026-01-02 with x 1\.2\.3 on Node 24\.0\.0/);
	const text = [...describeFetches(fetches), ...describeStart(start)];
	assert.ok(text.includes('| a network | 1 | 1.00 | 1.25 |'));
	assert.ok(text.includes('| a network | 200 | 1.00 | 12.5 |'));
	assert.ok(text.includes('| 200 | 3 over 2 | 3 over 2 |'));
	assert.ok(text.includes('| this action | 0.60 |'));
	assert.doesNotMatch(text.join('\n'), /\d ms\b/);
});

test('the picture draws milliseconds on one scale, the action first, and leaves slow ways to the tables', () => {
	const cases = [
		measured(1, { bare: [100], action: [90], 'sdk-own-authority': [500] }),
		measured(20, { bare: [1000], 'sdk-in-sequence': [9000] }),
	];
	const svg = drawChart(cases, '2 processors, linux x64');
	const widths = Array.from(svg.matchAll(/class="(own|other)".* width="(\d+)"/g), ([, style, width]) => [style, width]);
	assert.deepEqual(widths, [
		['own', '20'],
		['other', '22'],
		['other', '224'],
	]);
	assert.match(svg, />90 ms<[\s\S]*>100 ms<[\s\S]*>1,000 ms</);
	assert.match(svg, /Shorter is faster\.[\s\S]*On a network,[\s\S]*measured on 2 processors, linux x64/);
	assert.match(svg, /class="page" x=/);
	assert.match(svg, /prefers-color-scheme: dark/);
	assert.deepEqual(ofLastNetwork([{ measured: { ...START }, figures: [] }, ...cases]), cases);
});
