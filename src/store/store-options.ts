// Entries to put into the user's certificate store, and the texts that every kind of store shares.
import type { ErrorCode } from '../error-codes.js';
import { ActionError } from '../errors.js';
import type { StoreSite } from '../plan/store-site.js';
import type { Ports } from '../ports.js';
import type { RenderedStoreEntry } from '../render/rendered.js';

/** Certificates, and the store that they go to. */
export interface StoreOptions {
	readonly site: StoreSite;
	/** Each certificate once. */
	readonly entries: readonly RenderedStoreEntry[];
	/** Name of the step's private folder. */
	readonly folder: string;
}

/** Parts of the step that writing to a store needs. */
export type StorePorts = Pick<Ports, 'log' | 'privateFolders' | 'userFiles' | 'machine'>;

/** Says that a certificate was in the store before, and so is none of this action's. */
export function logKept({ log }: Pick<Ports, 'log'>, thumbprint: string): void {
	log.info(
		`The user's certificate store has ${thumbprint} already: this action neither changes nor removes that entry.`,
	);
}

/** The error for a certificate that is in the store and of no use there. */
export function withoutKeyError(thumbprint: string): ActionError {
	return storeError(thumbprint, {
		code: 'STORE_ENTRY_WITHOUT_KEY',
		problem:
			"the user's certificate store has this certificate without its private key, and this action does not change an entry that was there before.",
		hint: 'Remove it from there, or write | file.',
	});
}

/** The error for a certificate that cannot be put into the store. */
export function storeError(
	thumbprint: string,
	parts: { readonly code: ErrorCode; readonly problem: string; readonly hint: string },
): ActionError {
	return new ActionError({ ...parts, title: 'Certificate not imported', subject: `thumbprint ${thumbprint}` });
}
