// Counts what was checked, one line each, so that the last line can tell the truth.

/** The tally of a run. */
export class Checks {
	#passed = 0;
	#failed = 0;
	#skipped = 0;

	/** One check; true if it passed. */
	check(name: string, passed: boolean): boolean {
		if (passed) this.#passed += 1;
		else this.#failed += 1;
		console.log(`${passed ? 'ok  ' : 'FAIL'} ${name}`);
		return passed;
	}

	/** What could not be checked, and why. */
	skip(name: string, reason: string): void {
		this.#skipped += 1;
		console.log(`skip ${name}: ${reason}`);
	}

	get failed(): number {
		return this.#failed;
	}

	toString(): string {
		return `${this.#passed} passed, ${this.#failed} failed, ${this.#skipped} skipped`;
	}
}
