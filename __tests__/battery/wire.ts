// `npm --prefix tools run wire-battery`: the battery's faults over real sockets, through the committed bundle.
// Its last line is `N passed, N failed, N skipped`.
import { Checks } from '../support/checks.js';
import { WIRE_CASES, type WireCase } from './wire-cases.js';
import { runWireCase } from './wire-run.js';

// Until the end is reached, nothing has been shown.
process.exitCode = 1;

/** Steps at a time: most of them wait. */
const AT_ONCE = 8;

const checks = new Checks();
const queue = [...WIRE_CASES].reverse();
await Promise.all(
	Array.from({ length: AT_ONCE }, async () => {
		for (let next = queue.pop(); next !== undefined; next = queue.pop()) await tryCase(next);
	}),
);
process.exitCode = checks.failed === 0 ? 0 : 1;
console.log(`${checks}`);

async function tryCase(one: WireCase): Promise<void> {
	const name = `${one.fault}, once, of the exchange "${one.exchange.name}": ${one.expected}`;
	try {
		await runWireCase(one);
		checks.check(name, true);
	} catch (error) {
		checks.check(name, false);
		console.log(error instanceof Error ? error.message : 'What was thrown is no error.');
	}
}
