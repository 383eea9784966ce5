// Annotations: as many as a runner shows.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { annotateAll } from '../../../src/export/step-log.js';
import type { Annotation } from '../../../src/ports.js';
import { makeLog } from '../../support/make-ports.js';

function numbered(count: number): readonly Annotation[] {
	return Array.from({ length: count }, (_, index) => ({ title: `Title ${index + 1}`, text: `Text ${index + 1}` }));
}

describe('annotateAll', () => {
	it('annotates each at its level', () => {
		const { log, annotations, lines } = makeLog();
		annotateAll(log, 'warning', numbered(2));
		assert.deepEqual(annotations, [
			{ level: 'warning', title: 'Title 1', text: 'Text 1' },
			{ level: 'warning', title: 'Title 2', text: 'Text 2' },
		]);
		assert.deepEqual(lines, []);
	});

	it('shows ten', () => {
		const { log, annotations, lines } = makeLog();
		annotateAll(log, 'error', numbered(10));
		assert.equal(annotations.length, 10);
		assert.equal(annotations[9]?.title, 'Title 10');
		assert.deepEqual(lines, []);
	});

	it('shows nine of more than ten and one that counts the rest, which the log has', () => {
		const { log, annotations, lines } = makeLog();
		annotateAll(log, 'error', numbered(12));
		assert.equal(annotations.length, 10);
		assert.equal(annotations[8]?.title, 'Title 9');
		assert.deepEqual(annotations[9], {
			level: 'error',
			title: '3 more',
			text: '3 more are in the log of this step.',
		});
		assert.deepEqual(lines, ['Title 10: Text 10', 'Title 11: Text 11', 'Title 12: Text 12']);
	});
});
