// A reporter of node:test for people who run a part of the tests: what failed and why, and the totals.
import { inspect } from 'node:util';

interface Event {
	readonly type: string;
	readonly data: {
		readonly name?: string;
		readonly file?: string;
		readonly nesting?: number;
		readonly message?: string;
		readonly details?: { readonly error?: Error & { readonly failureType?: string } };
	};
}

/** Yields one paragraph for each test that failed, what tests wrote to stderr, and the totals. */
async function* report(events: AsyncIterable<Event>): AsyncGenerator<string> {
	for await (const { type, data } of events) {
		const error = data.details?.error;
		// A suite fails because its tests do, and these are told.
		if (type === 'test:fail' && error?.failureType !== 'subtestsFailed')
			yield `✖ ${data.name}\n  ${inspect(error?.cause ?? error).replaceAll('\n', '\n  ')}\n  ${data.file ?? ''}\n\n`;
		if (type === 'test:stderr') yield data.message ?? '';
		if (
			type === 'test:diagnostic' &&
			data.nesting === 0 &&
			/^(?:pass|fail|cancelled|skipped) \d+$/.test(`${data.message}`)
		)
			yield `ℹ ${data.message}\n`;
	}
}

// biome-ignore lint/style/noDefaultExport: node:test takes the default export of a reporter.
export default report;
