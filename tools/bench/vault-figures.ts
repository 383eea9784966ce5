// Figures from the measurements of patterns in large vaults.
import { median } from './figures.js';
import type { ServiceCount, VaultCourse } from './service.js';

/** Objects on a page of a list, and requests at a time. */
const PAGE_SIZE = 25;
const AT_ONCE = 8;

/** A vault in which a pattern matches some of the secrets. */
export interface VaultCase {
	readonly secretCount: number;
	readonly wantedCount: number;
	/** Wait before each answer. */
	readonly latencyMs: number;
}

/** One run of the action. */
export interface VaultSample extends ServiceCount {
	readonly tookMs: number;
	/** Memory of the process at its peak, in KiB. */
	readonly peakKib: number;
	readonly course: VaultCourse;
}

/** The runs against a vault. */
export interface VaultSamples {
	readonly measured: VaultCase;
	readonly samples: readonly VaultSample[];
}

/** Results of the runs against a vault. */
export interface VaultFigures {
	readonly measured: VaultCase;
	readonly requests: number;
	readonly connections: number;
	readonly course: VaultCourse;
	readonly medianMs: number;
	/** To the least time that the list takes, whose pages come one after the other. */
	readonly ratioToList: number;
	/** To the least time that it takes to read the list first, and then what it names, 8 at a time. */
	readonly ratioToListThenRead: number;
	readonly peakKib: number;
}

/** The figures of a vault; counts are those of the last run, but for the most requests at a time of all. */
export function makeVaultFigures({ measured, samples }: VaultSamples): VaultFigures {
	const last = samples.at(-1);
	if (last === undefined) throw new Error('nothing was measured');
	const medianMs = median(samples.map(({ tookMs }) => tookMs));
	const pages = Math.ceil(measured.secretCount / PAGE_SIZE);
	const listMs = pages * measured.latencyMs;
	const readMs = Math.ceil(measured.wantedCount / AT_ONCE) * measured.latencyMs;
	return {
		measured,
		requests: last.requests,
		connections: last.connections,
		course: last.course,
		medianMs,
		ratioToList: medianMs / listMs,
		ratioToListThenRead: medianMs / (listMs + readMs),
		peakKib: median(samples.map(({ peakKib }) => peakKib)),
	};
}
