// Many jobs at once against a vault that limits what it is asked, in simulated time.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, describe, it } from 'node:test';
import { REQUEST_MS, runMatrix, SECRETS_PER_JOB } from './matrix.js';
import {
	MATRICES,
	type MatrixFigures,
	makeMatrixFigures,
	PERFORMANCE_PAGE,
	withMatrixTable,
} from './matrix-figures.js';
import { LIMIT_WINDOW_MS, VAULT_LIMIT } from './vault-limit.js';

const GITHUB_LARGEST_MATRIX = 256;
/** Token, then 20 secrets, 8 at a time. */
const UNHINDERED_MS = REQUEST_MS * (1 + Math.ceil(SECRETS_PER_JOB / 8));
/** Longest time of a job that fares well; the step has 2 minutes. */
const WELL_MS = 25_000;

describe('a matrix of jobs that fetch from one vault', () => {
	const all: MatrixFigures[] = [];

	before(async () => {
		for (const order of MATRICES) all.push(makeMatrixFigures(order, await runMatrix(order)));
	});

	function figuresOf(jobs: number, spreadMs: number): MatrixFigures {
		const found = all.find(({ order }) => order.jobs === jobs && order.spreadMs === spreadMs);
		return found ?? assert.fail(`no matrix of ${jobs} jobs within ${spreadMs} ms`);
	}

	for (const { jobs, spreadMs } of MATRICES.filter(({ jobs }) => jobs <= GITHUB_LARGEST_MATRIX)) {
		it(`ends well: ${jobs} jobs that begin within ${spreadMs / 1_000} s`, () => {
			const { done, longestMs } = figuresOf(jobs, spreadMs);
			assert.equal(done, jobs);
			assert.ok(longestMs <= WELL_MS, `the longest job took ${longestMs} ms`);
		});
	}

	it('is held up by the limit if it begins at once: it could not do without retries', () => {
		const { refused, retries, longestMs, mostRetriesOfJob } = figuresOf(GITHUB_LARGEST_MATRIX, 0);
		assert.ok(GITHUB_LARGEST_MATRIX * SECRETS_PER_JOB > VAULT_LIMIT);
		assert.ok(longestMs > LIMIT_WINDOW_MS, `the longest job took ${longestMs} ms`);
		assert.ok(refused >= GITHUB_LARGEST_MATRIX * SECRETS_PER_JOB - VAULT_LIMIT);
		// Each refusal is followed by one more request, and by nothing else.
		assert.equal(retries, refused);
		assert.ok(mostRetriesOfJob <= 4 * SECRETS_PER_JOB);
	});

	it('is held up by nothing if it begins slowly', () => {
		const { refused, retries, longestMs, medianMs } = figuresOf(GITHUB_LARGEST_MATRIX, 30_000);
		assert.deepEqual([refused, retries, longestMs, medianMs], [0, 0, UNHINDERED_MS, UNHINDERED_MS]);
	});

	it('ends well up to twice what a vault takes in 10 s, and no further if it begins at once', () => {
		const most = (2 * VAULT_LIMIT) / SECRETS_PER_JOB;
		assert.equal(figuresOf(most, 0).done, most);
		const beyond = figuresOf(most + 1, 0);
		assert.ok(beyond.done < most + 1 && beyond.done > 0, `${beyond.done} jobs ended well`);
		// Who fails does so soon, and not at the limit of the step.
		assert.ok(beyond.longestMs < 2 * WELL_MS, `the longest job took ${beyond.longestMs} ms`);
	});

	it('may be larger if it begins no faster than the vault answers', () => {
		const { done, refused } = figuresOf(512, 30_000);
		assert.ok((512 * SECRETS_PER_JOB * LIMIT_WINDOW_MS) / 30_000 < VAULT_LIMIT);
		assert.deepEqual([done, refused], [512, 0]);
	});

	it('has its figures in the page about performance', () => {
		const page = readFileSync(PERFORMANCE_PAGE, 'utf8');
		assert.equal(page, withMatrixTable(page, all), 'run "npm --prefix tools run scale"');
	});
});

it("GitHub's largest matrix ends well by another chance too, begun within 2 s", async () => {
	const { jobs } = await runMatrix({ jobs: GITHUB_LARGEST_MATRIX, spreadMs: 2_000, seed: 2 });
	assert.equal(jobs.filter(({ isDone }) => isDone).length, GITHUB_LARGEST_MATRIX);
	const longestMs = Math.max(...jobs.map(({ tookMs }) => tookMs));
	assert.ok(longestMs > LIMIT_WINDOW_MS && longestMs <= WELL_MS, `the longest job took ${longestMs} ms`);
});
