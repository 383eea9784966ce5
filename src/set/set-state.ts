// Content of a vault after a line that failed, in exact words, and what is left to do.
import type { VersionIdentifier } from '../keyvault/change-requests.js';
import type { CurrentVersion } from '../keyvault/current-version.js';
import { kindOf } from '../plan/identifier.js';
import type { Written } from './write-version.js';

/** Nothing was sent that could change the vault, or all of it was refused. */
export const NOTHING_WRITTEN = 'Nothing was written for this line.';

/** The state of a line that failed, as far as it is known. */
export interface FailedWrite {
	/** Before the write; undefined if there was no such object. */
	readonly current: CurrentVersion | undefined;
	/** Whether the value exists in this run alone. */
	readonly isMade: boolean;
}

/** Says what the vault holds after a write that failed. */
export function describeState(
	state: Extract<Written, { kind: 'failed' }>['state'],
	{ current, isMade }: FailedWrite,
): string {
	const before = current === undefined ? 'no version' : `version ${current.version}`;
	const again = isMade
		? 'Run the job again, which makes another value: nobody has this one.'
		: 'Run the job again: it writes only what differs.';
	switch (state) {
		case 'refused':
			return current === undefined ? NOTHING_WRITTEN : `${NOTHING_WRITTEN} The vault holds ${before} as before.`;
		case 'unconfirmed':
			return `The vault did not confirm the write. When it was asked again, it held ${before} as before, but it may still store the new one. ${again}`;
		case 'unseen':
			return `The vault did not confirm the write, and could not be asked what it holds now: ${before} as before, or the new one. ${again}`;
		case 'overtaken':
			return 'The vault did not confirm the write of this run, whose value may be in a version before the current one.';
		default:
			throw state satisfies never;
	}
}

/** Says that the new version is stored, and the one before it still works. */
export function describeNotDisabled(
	{ vaultUrl, collection, name, version }: VersionIdentifier,
	stored: string,
): string {
	const id = `${vaultUrl}/${collection}/${name}/${version}`;
	return `Version ${stored} is stored, and is the current one. The version before it may still be enabled. To disable it by hand: "az keyvault ${kindOf(collection)} set-attributes --id ${id} --enabled false".`;
}
