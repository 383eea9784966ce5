// Masks of a runner (actions/runner, src/Sdk/DTLogging/Logging/SecretMasker.cs), fast enough for thousands of masks.
import { deriveForms } from './derived-forms.js';

const REPLACEMENT = '***';

/** Hidden texts are filed by their first characters, at most so many. */
const KEY_LENGTH = 8;

/** A job's masks. They last from the line after the one that registers them to the end of the job. */
export class Masker {
	readonly #registered = new Set<string>();
	readonly #hidden = new Set<string>();
	/** By length of the key, then by key: the hidden texts that begin with it. */
	readonly #byKey = new Map<number, Map<string, string[]>>();

	/** Every value that was registered, as it was; derived forms left out. */
	get registered(): readonly string[] {
		return [...this.#registered];
	}

	/** Hides a value and its derived forms, however short they are. An empty one is skipped. */
	add(value: string): void {
		if (value === '' || this.#registered.has(value)) return;
		this.#registered.add(value);
		for (const form of [value, ...deriveForms(value)]) this.#hide(form);
	}

	/** The text as a user sees it: overlapping and adjacent hits are one `***`. */
	mask(text: string): string {
		let masked = '';
		let shownUpTo = 0;
		for (const { start, end } of this.#findHits(text)) {
			masked += `${text.slice(shownUpTo, start)}${REPLACEMENT}`;
			shownUpTo = end;
		}
		return masked + text.slice(shownUpTo);
	}

	/** Would a runner refuse to hand this on as a job's output? */
	hides(text: string): boolean {
		return this.mask(text) !== text;
	}

	#hide(form: string): void {
		if (form === '' || this.#hidden.has(form)) return;
		this.#hidden.add(form);
		const key = form.slice(0, KEY_LENGTH);
		const sameLength = this.#byKey.get(key.length) ?? new Map<string, string[]>();
		this.#byKey.set(key.length, sameLength);
		sameLength.set(key, [...(sameLength.get(key) ?? []), form]);
	}

	#findHits(text: string): readonly { readonly start: number; readonly end: number }[] {
		const hits: { start: number; end: number }[] = [];
		let last: { start: number; end: number } | undefined;
		for (let start = 0; start < text.length; start += 1) {
			const length = this.#longestAt(text, start);
			if (length === 0) continue;
			if (last !== undefined && start <= last.end) {
				last.end = Math.max(last.end, start + length);
			} else {
				last = { start, end: start + length };
				hits.push(last);
			}
		}
		return hits;
	}

	#longestAt(text: string, start: number): number {
		let longest = 0;
		for (const [keyLength, byKey] of this.#byKey) {
			for (const form of byKey.get(text.slice(start, start + keyLength)) ?? []) {
				if (form.length > longest && text.startsWith(form, start)) longest = form.length;
			}
		}
		return longest;
	}
}
