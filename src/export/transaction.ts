// Things that are written one after the other: all of them, or none.
import { ActionError, ActionErrors } from '../errors.js';
import type { RenderedOutput } from '../render/rendered.js';

/**
 * Makes a part as it was before, whole or half written. It is told whether all that came after the part has been taken
 * back.
 */
export type TakeBack = (isRestTakenBack: boolean) => void | Promise<void>;

/** Something to be written. */
export interface Part {
	/** The variable of the runner that names where it goes, or the place itself. */
	readonly target: string;
	/** Looks how things are. Throws where that cannot be seen. */
	begin(): TakeBack;
	write(): void | Promise<void>;
}

/** A certificate store that has been looked at. */
export interface PreparedStore {
	/** For the post step. */
	readonly state: readonly RenderedOutput[];
	readonly parts: readonly Part[];
}

/**
 * Writes the parts in their order.
 * @throws ActionError where one could not be written, its own where it has one; those before it have been taken back
 */
export async function writeParts(parts: readonly Part[]): Promise<void> {
	const takeBacks: TakeBack[] = [];
	for (const part of parts) {
		try {
			takeBacks.unshift(part.begin());
			await part.write();
		} catch (error) {
			const isTakenBack = await takeBackAll(takeBacks);
			throw isTakenBack && isForeseen(error) ? error : notWritten(part.target, error, isTakenBack);
		}
	}
}

function isForeseen(error: unknown): boolean {
	return error instanceof ActionError || error instanceof ActionErrors;
}

async function takeBackAll(takeBacks: readonly TakeBack[]): Promise<boolean> {
	let isTakenBack = true;
	for (const takeBack of takeBacks) {
		try {
			await takeBack(isTakenBack);
		} catch {
			isTakenBack = false;
		}
	}
	return isTakenBack;
}

function notWritten(target: string, cause: unknown, isTakenBack: boolean): ActionError {
	return new ActionError({
		code: 'OUTPUT_NOT_WRITTEN',
		title: 'Results could not be written',
		subject: target,
		problem: isTakenBack
			? 'writing there failed, and nothing is exported.'
			: 'writing there failed, and so did taking back what was written before: some of it may be left.',
		hint: "Look at the free space and the rights of the runner's work folder.",
		cause,
	});
}
