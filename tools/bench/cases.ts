// Cases to measure: under which circumstances, and how often.
import type { ClientName } from './clients.js';
import type { ServiceOrder } from './service.js';

/** Milliseconds of delay, if there is one. */
const DELAY_MS = 40;

/** Network between the clients and the service. */
export interface Network extends Omit<ServiceOrder, 'secretCount'> {
	readonly label: string;
}

/** One measurement: every client in turn, round after round. */
export interface Case {
	readonly network: Network;
	readonly secretCount: number;
	/** Rounds by client; the first is what the others are compared with, and takes part in all. */
	readonly rounds: Partial<Readonly<Record<ClientName, number>>>;
}

/** The last is the one that a real vault is like. */
export const NETWORKS: readonly Network[] = [
	{ label: 'no delay', latencyMs: 0, roundTripMs: 0 },
	{ label: `${DELAY_MS} ms before each answer`, latencyMs: DELAY_MS, roundTripMs: 0 },
	{ label: `a network with a round trip of ${DELAY_MS} ms`, latencyMs: 0, roundTripMs: DELAY_MS },
];

/** Secrets, and rounds: as many as keep the whole below a few minutes. */
const COUNTS = [
	{ secretCount: 1, rounds: 25, roundsInSequence: 5 },
	{ secretCount: 20, rounds: 15, roundsInSequence: 5 },
	{ secretCount: 200, rounds: 7, roundsInSequence: 2 },
];

/** Everything that fetches secrets. */
export const FETCHES: readonly Case[] = NETWORKS.flatMap((network) =>
	COUNTS.map(({ secretCount, rounds, roundsInSequence }) => ({
		network,
		secretCount,
		rounds: {
			bare: rounds,
			action: rounds,
			'sdk-parallel': rounds,
			'sdk-own-authority': rounds,
			'sdk-in-sequence': roundsInSequence,
		},
	})),
);

/** The start alone: nothing is fetched, since the inputs name nothing. */
export const START: Case = {
	network: { label: 'start alone', latencyMs: 0, roundTripMs: 0 },
	secretCount: 0,
	rounds: { empty: 31, action: 31, toolkit: 31, 'sdk-start': 31 },
};
