// An exchange between an action and a service, and what can befall it.
import type { HttpRequest } from '../../src/ports.js';
import type { Interfere, Service, Services, StepRecord } from '../support/services.js';
import type { Expected } from './expectations.js';
import type { Befall } from './faults.js';

/** A fault that can befall one exchange alone. */
export interface OwnFault {
	readonly befall: Befall;
	readonly expected: Expected;
}

/** An exchange. */
export interface Exchange {
	readonly name: string;
	readonly service: Service;
	/** Runs a step that has the exchange. */
	readonly run: (services: Services, interfere?: Interfere) => Promise<StepRecord>;
	/** Whether a request belongs to it. */
	readonly isOf: (request: HttpRequest) => boolean;
	readonly ownFaults?: Readonly<Record<string, OwnFault>>;
	/** The step's limit, in milliseconds; two minutes where left out. */
	readonly limitMs?: number;
	/** How often is asked if no answer comes in time; left out if the step has no earlier time limit. */
	readonly slowRequests?: number;
	/** Whether a step that fails exports what does not depend on the exchange. */
	readonly exportsTheRest?: boolean;
	/** Whether a step that fails writes a summary that says what failed. */
	readonly summarizesFailures?: boolean;
	/** Whether the step fails without a fault of this exchange, too: what is undone then is. */
	readonly failsAnyway?: boolean;
	/** Whether what was exported is right. If left out, it must be what a step without the fault exports. */
	readonly isRight?: (record: StepRecord) => boolean;
}
