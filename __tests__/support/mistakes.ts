// What people write by mistake, and how tests look at what is said of it: by code, subject and facts. Words are looked at in the
// list of all messages alone.
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { type ActionError, expectedErrors } from '../../src/errors.js';

/** Texts with one mistake, for which the same is said. */
export interface Mistake {
	/** What the message must hold beside its words: characters, names, numbers, products, and how to write it. */
	readonly facts: readonly string[];
	readonly texts: readonly string[];
}

/** Facts that each error must hold. */
export interface Refusal {
	readonly code: ActionError['code'];
	readonly subject: string;
	/** Must not be repeated. */
	readonly secret?: RegExp;
}

/** Declares tests that each text is refused once, with its facts, as those of its mistake are and those of no other. */
export function testMistakes(mistakes: readonly Mistake[], read: (text: string) => unknown, refusal: Refusal): void {
	for (const { facts, texts } of mistakes)
		for (const text of texts)
			it(`${JSON.stringify(text).slice(0, 80)} is refused with ${facts.join(', ')}`, () =>
				assertRefusal(() => read(text), facts, refusal));

	it('those of one mistake are told the same, and nothing that fits another mistake just as well', () => {
		const told = mistakes.map(({ texts }) => new Set(texts.map((text) => messageOf(() => read(text)))));
		for (const [index, messages] of told.entries()) assert.equal(messages.size, 1, mistakes[index]?.texts[0]);
		assert.equal(new Set(told.flatMap((messages) => [...messages])).size, mistakes.length);
	});
}

/** Fails unless `read` throws one expected error with these facts. */
export function assertRefusal(read: () => unknown, facts: readonly string[], { code, subject, secret }: Refusal): void {
	const [error, ...more] = errorsOf(read);
	assert.ok(error !== undefined && more.length === 0, `${1 + more.length} errors`);
	assert.deepEqual([error.code, error.subject], [code, subject]);
	const told = [error.problem, error.hint].join(' ');
	for (const fact of facts) assert.ok(told.includes(fact), `${fact}: ${told}`);
	if (secret !== undefined) assert.doesNotMatch(`${error.stack}${error.cause}`, secret);
}

/** The expected errors that `read` throws; none if it throws nothing. */
export function errorsOf(read: () => unknown): readonly ActionError[] {
	try {
		read();
	} catch (error) {
		return expectedErrors(error);
	}
	return [];
}

function messageOf(read: () => unknown): string {
	return errorsOf(read)
		.map(({ message }) => message)
		.join('\n');
}
