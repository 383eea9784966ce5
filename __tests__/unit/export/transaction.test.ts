// All parts or none: which error is told of, and what is taken back in which order.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ActionError, ActionErrors } from '../../../src/errors.js';
import { runTransaction, type TransactionPart } from '../../../src/export/export-all.js';

const FORESEEN = new ActionError({ code: 'STORE_FULL', title: 'Certificate not imported', problem: 'it is full.' });

/** A part that writes down what becomes of it, and fails if it is told to. */
function part(target: string, events: string[], failing: { write?: unknown; undo?: unknown } = {}): TransactionPart {
	return {
		target,
		begin: () => {
			events.push(`begin ${target}`);
			return (isRestUndone) => {
				events.push(`take back ${target}, the rest ${isRestUndone ? 'gone' : 'left'}`);
				if (failing.undo !== undefined) throw failing.undo;
			};
		},
		write: () => {
			events.push(`write ${target}`);
			if (failing.write !== undefined) throw failing.write;
		},
	};
}

describe('runTransaction', () => {
	it('writes one after the other, and takes none back if all are written', async () => {
		const events: string[] = [];
		await runTransaction([part('A', events), part('B', events)]);
		assert.deepEqual(events, ['begin A', 'write A', 'begin B', 'write B']);
	});

	it('takes back from the last to the first, and stops there', async () => {
		const events: string[] = [];
		const parts = [part('A', events), part('B', events, { write: new Error('EIO') }), part('C', events)];
		await assert.rejects(runTransaction(parts), {
			code: 'OUTPUT_NOT_WRITTEN',
			title: 'Results could not be written',
			subject: 'B',
			problem: 'writing to it failed, so nothing is exported.',
		});
		assert.deepEqual(events.slice(4), ['take back B, the rest gone', 'take back A, the rest gone']);
	});

	for (const own of [FORESEEN, new ActionErrors([FORESEEN, FORESEEN])]) {
		it(`leaves ${own.name} of a part as it is where everything is taken back`, async () => {
			await assert.rejects(runTransaction([part('A', [], { write: own })]), (error) => error === own);
		});

		it(`says instead of ${own.name} that something may be left if it is`, async () => {
			const events: string[] = [];
			const failing = part('B', events, { write: own, undo: new Error('EBUSY') });
			await assert.rejects(runTransaction([part('A', events), failing]), (error) => {
				assert.ok(error instanceof ActionError);
				assert.equal(error.code, 'OUTPUT_NOT_WRITTEN');
				assert.match(error.problem, /some of it may be left/);
				assert.equal(error.cause, own);
				return true;
			});
			assert.equal(events.at(-1), 'take back A, the rest left');
		});
	}
});
