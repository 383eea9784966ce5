// A reporter of node:test for the sums of a whole run: one line per test file, `PASSED FAILED SKIPPED FILE`, with the file
// named below `__tests__`.

interface Event {
	readonly type: string;
	readonly data: {
		readonly file?: string;
		readonly skip?: unknown;
		readonly todo?: unknown;
		readonly details?: { readonly type?: string };
	};
}

/** Yields the lines once all tests have run. */
async function* report(events: AsyncIterable<Event>): AsyncGenerator<string> {
	const counts = new Map<string, [passed: number, failed: number, skipped: number]>();
	for await (const { type, data } of events) {
		if ((type !== 'test:pass' && type !== 'test:fail') || data.details?.type === 'suite') continue;
		const [, file = 'unknown'] = /[\\/]__tests__[\\/](.*)\.js$/.exec(data.file ?? '') ?? [];
		const name = file.replaceAll('\\', '/');
		const count = counts.get(name) ?? [0, 0, 0];
		counts.set(name, count);
		const isLeftOut = data.skip !== undefined || data.todo !== undefined;
		count[isLeftOut ? 2 : type === 'test:pass' ? 0 : 1] += 1;
	}
	for (const [name, count] of [...counts].sort()) yield `${count.join(' ')} ${name}\n`;
}

// biome-ignore lint/style/noDefaultExport: node:test takes the default export of a reporter.
export default report;
