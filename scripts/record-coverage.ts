// Loaded into each test process of a run that is recorded: keeps, as c8 reads it, what the tests of `src` reach of it. What
// other tests reach does not count, since only those that look closely shall have to.
import { mkdirSync, writeFileSync } from 'node:fs';
import { type Profiler, Session } from 'node:inspector';
import { join } from 'node:path';

/** Folders of `__tests__` that must reach every line of `src` by themselves; `npm run coverage` names them too. */
const MEASURED = ['unit', 'flow', 'wire', 'judges'];

const { NODE_TEST_CONTEXT: isTest, TEST_RECORD: record = '' } = process.env;
// A process that a test starts is a run of its own.
if (isTest !== undefined) delete process.env['TEST_RECORD'];
const [, folder = ''] = /[\\/]__tests__[\\/](\w+)[\\/]/.exec(process.argv[1] ?? '') ?? [];
if (isTest !== undefined && MEASURED.includes(folder)) recordCoverage(join(record, 'coverage'));

function recordCoverage(target: string): void {
	// Node itself keeps what the processes of a test reach.
	process.env['NODE_V8_COVERAGE'] = target;
	const session = new Session();
	session.connect();
	session.post('Profiler.enable');
	session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
	process.once('exit', () => {
		session.post('Profiler.takePreciseCoverage', (error, coverage) => {
			if (error !== null) throw error;
			const result = coverage.result.filter(({ url }: Profiler.ScriptCoverage) => url.includes('/build/src/'));
			mkdirSync(target, { recursive: true });
			writeFileSync(join(target, `coverage-${process.pid}-${Date.now()}-test.json`), JSON.stringify({ result }));
		});
	});
}
