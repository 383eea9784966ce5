// The codes of errors that a user sees as annotations. An annotation has no code: the list of all messages says whose its title is.
import assert from 'node:assert/strict';
import { readText } from './source.js';

interface Titled {
	readonly code: RegExp;
	readonly title: RegExp;
}

const TITLES: readonly Titled[] = readText('__tests__/house/messages.txt')
	.split('\n')
	.flatMap((line) => {
		const [, code, title] = /^\t(\S+) · (.+)$/.exec(line) ?? [];
		if (code === undefined || title === undefined) return [];
		// What stands before the title is the service or the host.
		return [{ code: new RegExp(`^${patternOf(code)}$`), title: new RegExp(`^(?:\\S.*: )?${patternOf(title)}$`) }];
	});

// Placeholders of the list: `{name}` for any text, `{a|b}` for one of these.
function patternOf(text: string): string {
	return text
		.split(/(\{(?:[^{}]|\{[^{}]*\})*\})/)
		.map((part) => {
			if (!part.startsWith('{')) return part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
			const choices = part.slice(1, -1).split('|');
			return choices.length === 1 ? '.+' : `(?:${choices.map(patternOf).join('|')})`;
		})
		.join('');
}

/** Fails unless each annotation has the title of its code, in this order. */
export function assertCodes(annotations: readonly { readonly title?: string }[], codes: readonly string[]): void {
	assert.equal(annotations.length, codes.length, annotations.map(({ title }) => title).join('\n'));
	for (const [index, { title = '' }] of annotations.entries()) {
		const code = codes[index] ?? '';
		const titles = TITLES.filter((one) => one.code.test(code));
		assert.ok(titles.length > 0, `no message has the code ${code}`);
		assert.ok(
			titles.some((one) => one.title.test(title)),
			`"${title}" is no title of ${code}`,
		);
	}
}
