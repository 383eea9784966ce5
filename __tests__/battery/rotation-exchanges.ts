// The exchanges of a rotation that no other action has.
import { GUID } from '../../src/input/sign-in-inputs.js';
import type { HttpRequest } from '../../src/ports.js';
import { describeStep, MINUTE_MS, RotationWorld } from '../support/rotation-world.js';
import type { Service, StepRecord } from '../support/services.js';
import type { Exchange } from './exchange.js';
import { OF_VAULT } from './own-faults.js';

const ROTATION_LIMIT_MS = 4 * MINUTE_MS;

const run: Exchange['run'] = async (_services, interfere) => {
	const world = new RotationWorld();
	world.makeHistory(80);
	// All services have heard of it.
	world.time.advance(60 * MINUTE_MS);
	const { advance, clock } = world.time;
	const made = await world.run(
		{},
		{
			...(interfere && {
				interfere: (request, serve, { timeoutMs }) =>
					interfere(request, serve, { timeoutMs, advance, nowMs: clock.nowMs }),
			}),
		},
	);
	return {
		...made.log,
		...made.files,
		events: made.events,
		programs: [],
		paths: [],
		requests: made.requests,
		succeeded: made.succeeded,
		tookMs: made.tookMs,
		tokens: world.directory.tokens.map(({ token }) => token),
		idTokens: [],
		deviceCodes: [],
		passwords: world.app.passwords.all.map(({ secret }) => secret),
	};
};

/** New at each run are the version and the key ID. */
function isRight({ outputs }: StepRecord): boolean {
	const version = outputs.get('version') ?? '';
	const keyId = outputs.get('key-id') ?? '';
	return outputs.get('rotated') === 'true' && /^[0-9a-f]{32}$/.test(version) && GUID.test(keyId);
}

function exchange(name: string, service: Service, step: string | ((request: HttpRequest) => boolean)): Exchange {
	const isOf = typeof step === 'string' ? (request: HttpRequest) => describeStep(request) === step : step;
	return { name, service, run, isOf, isRight, limitMs: ROTATION_LIMIT_MS };
}

/** In the order of a rotation. */
export const ROTATION_EXCHANGES: readonly Exchange[] = [
	exchange('token for the vault of a rotation', 'Entra ID', 'sign in to the vault'),
	{ ...exchange('current version of a secret', 'vault', 'read the vault'), ownFaults: OF_VAULT },
	exchange('token for Graph', 'Entra ID', 'sign in to Graph'),
	exchange("list of an application's passwords", 'Graph', 'list'),
	exchange('new password of an application', 'Graph', 'addPassword'),
	exchange('proof of a new password', 'Entra ID, proof', 'prove'),
	{ ...exchange('new version of a secret', 'vault, writing', 'store'), ownFaults: OF_VAULT },
	exchange('removal of a password', 'Graph, removing', 'removePassword'),
];
