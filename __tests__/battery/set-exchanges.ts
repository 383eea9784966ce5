// The exchanges of the set action that no other action has.
import { toPem } from '../../src/certificate/pem.js';
import type { HttpRequest } from '../../src/ports.js';
import { issue } from '../support/certificates.js';
import type { Service, StepRecord } from '../support/services.js';
import { describeRequest, SetWorld } from '../support/set-world.js';
import type { Exchange } from './exchange.js';
import { OF_VAULT } from './own-faults.js';

const VALUE = 'Va1ue-of-the-database-that-is-written';
const { pkcs8, certificate } = issue('www', { kind: 'ec' });
const PEM = `${toPem('PRIVATE KEY', pkcs8)}${toPem('CERTIFICATE', certificate)}`;

/** A line and the vault that it is run on, which holds another version or a deleted one. */
interface Written {
	readonly inputs: Readonly<Record<string, string>>;
	readonly prepare: (world: SetWorld) => void;
}

const SECRET: Written = {
	inputs: { secrets: 'x < env VALUE', 'disable-previous': 'true' },
	prepare: (world) => world.vault.setSecret('x', 'before'),
};
const DELETED: Written = {
	inputs: { secrets: 'x < env VALUE', recover: 'true' },
	prepare: (world) => {
		world.vault.setSecret('x', 'before');
		world.vault.deleteSecret('x');
	},
};
const CERTIFICATE: Written = {
	inputs: { certificates: 'x < env PEM' },
	prepare: (world) => world.vault.setCertificate('x'),
};

function runOf({ inputs, prepare }: Written): Exchange['run'] {
	return async (_services, interfere) => {
		const world = new SetWorld();
		prepare(world);
		const { advance, clock } = world.time;
		const made = await world.run(inputs, {
			variables: { VALUE, PEM },
			...(interfere && {
				interfere: (request, serve, { timeoutMs }) =>
					interfere(request, serve, { timeoutMs, advance, nowMs: clock.nowMs }),
			}),
		});
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
			passwords: [VALUE, pkcs8.toString('base64')],
		};
	};
}

/** New at each run is the version. */
function isRight({ outputs }: StepRecord): boolean {
	return outputs.get('x-changed') === 'true' && /^[0-9a-f]{32}$/.test(outputs.get('x-version') ?? '');
}

function exchange(name: string, service: Service, [written, request]: readonly [Written, string]): Exchange {
	const isOf = (one: HttpRequest): boolean => describeRequest(one) === request;
	// The summary shows failures, too.
	return { name, service, run: runOf(written), isOf, isRight, ownFaults: OF_VAULT, summarizesFailures: true };
}

/** In the order of a line. */
export const SET_EXCHANGES: readonly Exchange[] = [
	exchange('versions of a secret that is written', 'vault', [SECRET, 'GET /secrets/x/versions']),
	exchange('value of a secret that is written', 'vault', [SECRET, 'GET /secrets/x']),
	exchange('secret that is written', 'vault, writing', [SECRET, 'PUT /secrets/x']),
	exchange('version that is disabled', 'vault, writing', [SECRET, 'PATCH /secrets/x/VERSION']),
	exchange('recovery of a deleted secret', 'vault, writing', [DELETED, 'POST /deletedsecrets/x/recover']),
	exchange('certificate before it is written', 'vault', [CERTIFICATE, 'GET /certificates/x']),
	exchange('certificate that is written', 'vault, writing', [CERTIFICATE, 'POST /certificates/x/import']),
];
