// A string that must not be seen: it prints, serializes and inspects as a placeholder, and gives its text on request only.

const PLACEHOLDER = '[secret]';

/** Text that no log, error or JSON may show. Only the files that a house test lists may call {@link SecretText.reveal}. */
export class SecretText {
	readonly #text: string;

	constructor(text: string) {
		this.#text = text;
	}

	/** The text itself, for the one place that has to send, mask or write it. */
	reveal(): string {
		return this.#text;
	}

	toString(): string {
		return PLACEHOLDER;
	}

	toJSON(): string {
		return PLACEHOLDER;
	}

	/** Returns what `util.inspect`, and so `console.log`, shows. */
	[Symbol.for('nodejs.util.inspect.custom')](): string {
		return PLACEHOLDER;
	}
}

/** Bytes that no log, error or JSON may show; as {@link SecretText}. */
export class SecretBytes {
	readonly #bytes: Buffer;

	constructor(bytes: Buffer) {
		this.#bytes = bytes;
	}

	/** The bytes themselves, for the one place that has to write them. */
	reveal(): Buffer {
		return this.#bytes;
	}

	toString(): string {
		return PLACEHOLDER;
	}

	toJSON(): string {
		return PLACEHOLDER;
	}

	/** Returns what `util.inspect`, and so `console.log`, shows. */
	[Symbol.for('nodejs.util.inspect.custom')](): string {
		return PLACEHOLDER;
	}
}
