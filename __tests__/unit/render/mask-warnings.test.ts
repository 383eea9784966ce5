// Warnings about masks that damage the log, or hide nothing.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Weakness } from '../../../src/masks/masks.js';
import { warnOfMasks } from '../../../src/render/warnings.js';
import { SecretText } from '../../../src/secret-text.js';
import { makeItem } from '../../support/make-rendered.js';

function warn(weakness: Weakness | undefined) {
	const [warning, ...others] = warnOfMasks({ item: makeItem('cfg'), weakness });
	assert.deepEqual(others, []);
	return warning;
}

function leaf(...path: readonly string[]) {
	return { path, text: new SecretText('prod') };
}

describe('warnOfMasks', () => {
	it('says nothing of a good mask', () => {
		assert.equal(warn(undefined), undefined);
	});

	it('says that a short or common mask damages log and job outputs, and points to | unmasked', () => {
		const short = warn({ kind: 'short' });
		assert.equal(short?.title, 'Short: secret cfg');
		assert.match(
			short?.text ?? '',
			/^secret cfg has fewer than 4 characters\. .*the log shows \*\*\* .*job outputs.*"\| unmasked"/,
		);
		const common = warn({ kind: 'commonplace' });
		assert.equal(common?.title, 'Common word: secret cfg');
		assert.match(
			common?.text ?? '',
			/^secret cfg is a common word or a short number\. .*the log shows \*\*\* .*job outputs.*"\| unmasked"/,
		);
	});

	it('says of what has no mask not to print it', () => {
		const none = warn({ kind: 'none' });
		assert.equal(none?.title, 'Not masked: secret cfg');
		assert.match(none?.text ?? '', /no line that can be masked.*Do not print it/);
	});

	it('names the leaf that was picked', () => {
		assert.equal(warn({ kind: 'short', path: 'db.pin' })?.title, 'Short: leaf db.pin of secret cfg');
	});

	it('names the leaves that are common words, and points to | json PATH', () => {
		const { title, text } = warn({ kind: 'leaves', leaves: [leaf('env'), leaf('db', 'driver')] }) ?? {};
		assert.equal(title, 'Common words: secret cfg');
		assert.match(text ?? '', /leaves that are common words: env, db\.driver\. .*"\| json PATH".*"\| unmasked"/);
	});

	it('names ten leaves at most, and nothing of a key that a log would not show as it is', () => {
		const many = Array.from({ length: 12 }, (_, index) => leaf(`k${index}`));
		assert.match(warn({ kind: 'leaves', leaves: many })?.text ?? '', /: k0, k1, .*k9 and 2 more\. /);
		const odd = warn({ kind: 'leaves', leaves: [leaf('a\n::error::b\u202e'), leaf('x'.repeat(100))] })?.text ?? '';
		assert.match(odd, /: a\?::error::b\?, x{60}\. /);
	});

	it('does not skip a weakness that it does not know', () => {
		assert.throws(
			() => warn({ kind: 'unheard of' } as never),
			(error) => (error as Weakness).kind === ('unheard of' as never),
		);
	});
});
