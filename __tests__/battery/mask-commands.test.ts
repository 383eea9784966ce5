// Every mask that a step of the battery prints is a command for .NET, in which the runner is written.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { noDotnet, startDotnet } from '../support/dotnet.js';
import { printedOf } from '../support/leaks.js';
import { makeServices } from '../support/make-services.js';
import { EXCHANGES } from './exchanges.js';

const COMMAND = '::add-mask::';

describe('a mask is a command for .NET', () => {
	// Promise: L17
	it('in every exchange of the battery', { skip: noDotnet }, async () => {
		const dotnet = startDotnet();
		try {
			const services = makeServices();
			for (const exchange of EXCHANGES) {
				const { events } = await exchange.run(services);
				const lines = printedOf(events.filter(({ kind }) => kind === 'mask'));
				assert.ok(lines.length > 0, exchange.name);
				const questions = lines.map((text) => ({ text, value: '::', start: 2 }));
				const found = await dotnet.ask<number>('indexOf', questions);
				assert.deepEqual(
					lines.filter((_, index) => found[index] !== COMMAND.length - 2),
					[],
				);
			}
		} finally {
			dotnet.close();
		}
	});
});
