// The exchanges of an expiry report that no other action has. If one of them fails, the step fails, and shows the rest.
import { prepareExpiry } from '../emulator/prepared-expiry.js';
import { ExpiryWorld } from '../support/expiry-world.js';
import type { Service } from '../support/services.js';
import type { Exchange } from './exchange.js';
import { OF_VAULT } from './own-faults.js';
import { form, isNextPage, isTokenRequest, path } from './steps.js';

const EXPIRY_LIMIT_MS = 10 * 60 * 1000;

let prepared: ExpiryWorld | undefined;

/** Made once, since its certificates take a while: a run leaves nothing in it but time, which is turned back. */
function worldOf(): ExpiryWorld {
	if (prepared !== undefined) return prepared;
	prepared = new ExpiryWorld();
	prepareExpiry(prepared.directory, prepared.vault());
	// Two pages of each.
	for (let index = 0; index < 25; index += 1) prepared.vault().setSecret(`further-${index}`, 'not asked for');
	prepared.catalog.maxPageSize = 2;
	return prepared;
}

const run: Exchange['run'] = async (_services, interfere) => {
	const world = worldOf();
	const { clock, advance } = world.time;
	const startMs = clock.nowMs();
	const knownTokens = world.directory.tokens.length;
	const made = await world.run(
		{},
		{
			takesTime: true,
			...(interfere && {
				interfere: (request, serve, { timeoutMs }) =>
					interfere(request, serve, { timeoutMs, advance, nowMs: clock.nowMs }),
			}),
		},
	);
	const tookMs = clock.nowMs() - startMs;
	advance(-tookMs);
	return {
		...made.log,
		...made.files,
		events: made.events,
		programs: [],
		paths: [...made.folders.folders.keys()],
		requests: made.requests,
		succeeded: made.succeeded,
		tookMs,
		tokens: world.directory.tokens.slice(knownTokens).map(({ token }) => token),
		idTokens: [],
		deviceCodes: [],
		passwords: [],
	};
};

function exchange(name: string, service: Service, isOf: Exchange['isOf']): Exchange {
	const ownFaults = service === 'vault' ? OF_VAULT : {};
	return { name, service, run, isOf, ownFaults, limitMs: EXPIRY_LIMIT_MS, exportsTheRest: true };
}

const isFor =
	(service: string): Exchange['isOf'] =>
	(request) =>
		isTokenRequest(request) && form(request).get('scope')?.includes(service) === true;

const isFirstPage =
	(pattern: RegExp): Exchange['isOf'] =>
	(request) =>
		path('GET', pattern)(request) && !isNextPage(request);

/** In the order of a report. */
export const EXPIRY_EXCHANGES: readonly Exchange[] = [
	{ ...exchange('token for the vaults of a report', 'Entra ID', isFor('vault')), exportsTheRest: false },
	exchange('token for Graph of a report', 'Entra ID', isFor('graph')),
	exchange('list of all secrets', 'vault', isFirstPage(/^\/secrets$/)),
	exchange('list of all keys', 'vault', path('GET', /^\/keys$/)),
	exchange('list of all certificates', 'vault', path('GET', /^\/certificates$/)),
	exchange(
		'next page of all secrets',
		'vault',
		(request) => path('GET', /^\/secrets$/)(request) && isNextPage(request),
	),
	exchange('versions of a certificate in use', 'vault', path('GET', /^\/certificates\/archive\/versions$/)),
	exchange('policy of a certificate in use', 'vault', path('GET', /^\/certificates\/mailer\/policy$/)),
	exchange('list of app registrations', 'Graph, listing', isFirstPage(/^\/v1\.0\/applications$/)),
	exchange(
		'next page of app registrations',
		'Graph, listing',
		(request) => path('GET', /^\/v1\.0\/applications$/)(request) && isNextPage(request),
	),
	exchange('list of enterprise applications', 'Graph, listing', path('GET', /^\/v1\.0\/servicePrincipals$/)),
];
