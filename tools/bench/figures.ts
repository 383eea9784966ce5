// Figures from the measured times.
import type { Case } from './cases.js';
import type { ClientName } from './clients.js';
import type { ServiceCount } from './service.js';

/** One run of a client, as a whole process. */
export interface Sample extends ServiceCount {
	readonly tookMs: number;
}

/** A client's runs in one case; a round in which it took no part is undefined. */
export type Samples = ReadonlyMap<ClientName, readonly Sample[]>;

/** Result of a client in one case. */
export interface Figure {
	readonly client: ClientName;
	/** Median of the whole process. */
	readonly medianMs: number;
	/** Median of the ratios, round by round, to the case's first client. */
	readonly ratio: number;
	/** Requests of the last run. */
	readonly requests: number;
	readonly connections: number;
}

/** A case and what each client came to. */
export interface CaseFigures {
	readonly measured: Case;
	readonly figures: readonly Figure[];
}

/** The figures of a case: ratios are taken within a round, since a machine's speed drifts. */
export function makeFigures(samples: Samples): readonly Figure[] {
	const [[, reference] = []] = samples;
	if (reference === undefined) return [];
	return [...samples].map(([client, own]) => {
		const last = own.at(-1);
		const ratios = own.map(({ tookMs }, round) => tookMs / (reference[round]?.tookMs ?? Number.NaN));
		return {
			client,
			medianMs: median(own.map(({ tookMs }) => tookMs)),
			ratio: median(ratios),
			requests: last?.requests ?? 0,
			connections: last?.connections ?? 0,
		};
	});
}

/** The middle of the values, or the mean of the two in the middle. Not a number if there are none. */
export function median(values: readonly number[]): number {
	const sorted = [...values].sort((one, other) => one - other);
	const middle = sorted.length / 2;
	const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
	return low === undefined || high === undefined ? Number.NaN : (low + high) / 2;
}
