// The exchanges of a rotation of a certificate that no other action has: of a run that renews, of one that cleans up after an
// interrupted one, and of one that fails late and undoes what it has done.
import { AssertionError } from 'node:assert';
import { GUID } from '../../src/input/sign-in-inputs.js';
import type { HttpRequest, HttpResponse } from '../../src/ports.js';
import { type CertificateWorld, describeCertificateStep } from '../support/certificate-world.js';
import { response } from '../support/make-ports.js';
import type { Interfere, Service, StepRecord } from '../support/services.js';
import { MINUTE_MS } from '../support/services-world.js';
import { assertExact, type CertificateScenario, makeWorld, snapshot } from './certificate-promise.js';
import type { Exchange, OwnFault } from './exchange.js';
import { type Expected, HARMLESS, PASSED_OVER, TRIED_ON } from './expectations.js';
import { OF_ENTRA, OF_LISTS, OF_PROOFS, OF_SIGNATURES, OF_VAULT } from './own-faults.js';

const LIMIT_MS = 6 * MINUTE_MS;

const DUE: CertificateScenario = { name: 'it is due', prepare: (world) => world.makeHistory(340) };

/** A request for a new version is pending, and a key credential is noted that no version has. */
const INTERRUPTED: CertificateScenario = {
	name: 'a run was interrupted',
	prepare: (world) => {
		world.makeHistory(10);
		world.note(world.addKey(world.makeStranger()));
		world.begin();
	},
};

/** The last change after which all can be undone is refused. */
const refuseMerge: Interfere = (request, serve) =>
	describeCertificateStep(request) === 'POST /pending/merge'
		? response(403, { error: { code: 'Forbidden', innererror: { code: 'ForbiddenByRbac' } } })
		: serve();

/** A request by what it asks, by which version's key, and after which change of this run. */
interface Place {
	readonly step: string;
	readonly after: string;
}

/** By the request; filled while a run is in progress. */
const places = new WeakMap<HttpRequest, Place>();

/** Each of these ends a part of a rotation, in their order. */
const PARTS = ['', 'POST /create', 'sign in as the application', 'addKey', 'POST /pending/merge', 'removeKey'];

/** Notes the places of the requests of a run. The same request, sent again, is at the same place. */
function notePlaces(current: string): (request: HttpRequest) => void {
	let last = '';
	let after = 0;
	return (request) => {
		const step = nameStep(request, current);
		if (step !== last) after = Math.max(after, PARTS.indexOf(last));
		last = step;
		places.set(request, { step, after: PARTS[after] ?? '' });
	};
}

function nameStep(request: HttpRequest, current: string): string {
	const step = describeCertificateStep(request);
	const version = request.url.includes(current) ? 'current' : 'new';
	const isSigning = step.endsWith('/sign');
	if (isSigning) return `${JSON.parse(request.body?.reveal() ?? '{}').alg} by the ${version} key`;
	return step.replace('VERSION', version);
}

function runOf(scenario: CertificateScenario, befallAlways: Interfere = (_request, serve) => serve()): Exchange['run'] {
	return async (_services, interfere) => {
		const world = makeWorld(scenario);
		const before = snapshot(world);
		const note = notePlaces(before.version);
		let isDeceived = false;
		const { advance, clock } = world.time;
		const made = await world.run(
			{},
			{
				interfere: (request, serve, { timeoutMs }) => {
					note(request);
					const context = { timeoutMs, advance, nowMs: clock.nowMs };
					const serveUsually = () => befallAlways(request, serve, context);
					const answer = interfere === undefined ? serveUsually() : interfere(request, serveUsually, context);
					isDeceived ||= saysRemoved(request, answer) && world.strayIds.length > 0;
					return answer;
				},
			},
		);
		// No reader of the vault met a version that Entra does not know, and what the step says of the state is so.
		const hasLied = !made.succeeded && !isDeceived && fails(() => assertExact(made, world, before, scenario.name));
		const untruths = [...world.wrongs, ...(hasLied ? ['its error says what is not so of the state'] : [])];
		return { ...toRecord(world, made), untruths };
	};
}

function fails(check: () => void): boolean {
	try {
		check();
		return false;
	} catch (error) {
		if (error instanceof AssertionError) return true;
		throw error;
	}
}

function toRecord(world: CertificateWorld, made: Awaited<ReturnType<CertificateWorld['run']>>): StepRecord {
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
		passwords: [],
	};
}

/** Whether it is the answer of a removal; whoever answers in the place of Graph may have removed nothing. */
function saysRemoved(request: HttpRequest, { status, body }: HttpResponse): boolean {
	return describeCertificateStep(request) === 'removeKey' && status >= 200 && status < 300 && body === '';
}

/** New at each run are the version, the key ID and the thumbprint. */
function isRight(rotated: 'true' | 'false'): NonNullable<Exchange['isRight']> {
	return ({ outputs }) =>
		outputs.get('rotated') === rotated &&
		/^[0-9a-f]{32}$/.test(outputs.get('version') ?? '') &&
		/^[0-9A-F]{40}$/.test(outputs.get('thumbprint') ?? '') &&
		GUID.test(outputs.get('key-id') ?? '');
}

const isAt =
	(step: string, after?: string): Exchange['isOf'] =>
	(request) => {
		const place = places.get(request);
		return place?.step === step && (after === undefined || place.after === after);
	};

type Where = readonly [step: string, after?: string];

const make =
	(rest: Pick<Exchange, 'run' | 'isRight' | 'failsAnyway' | 'slowRequests'>) =>
	(name: string, service: Service, [step, after]: Where, ownFaults: Exchange['ownFaults'] = {}): Exchange => ({
		...rest,
		name,
		service,
		isOf: isAt(step, after),
		limitMs: LIMIT_MS,
		ownFaults,
	});

const renewing = make({ run: runOf(DUE), isRight: isRight('true') });
/** The first look ends after 45 s. */
const reading = make({ run: runOf(DUE), isRight: isRight('true'), slowRequests: 4 });
const cleaningUp = make({ run: runOf(INTERRUPTED), isRight: isRight('false') });
const undoing = make({ run: runOf(DUE, refuseMerge), failsAnyway: true });

function own(name: string, befall: OwnFault['befall'], expected: Expected): Readonly<Record<string, OwnFault>> {
	return { [name]: { befall, expected } };
}

const notPending: OwnFault['befall'] = () => response(404, { error: { code: 'PendingCertificateNotFound' } });

/** Faults of lists that stop nothing: a failure without an end is a line of the log. */
const OF_PASSING_LISTS: NonNullable<Exchange['ownFaults']> = Object.fromEntries(
	Object.entries(OF_LISTS).map(([name, { befall }]) => [name, { befall, expected: PASSED_OVER }]),
);

const [, CREATED = '', SIGNED_IN = '', ADDED = '', MERGED = '', REMOVED = ''] = PARTS;
const OF_PENDING = { ...OF_VAULT, ...own('404 of the vault, which has no request', notPending, HARMLESS) };
const OF_LEFTOVER = { ...OF_VAULT, ...own('404 of the vault, which has no request', notPending, TRIED_ON) };
const OF_KEY = { ...OF_VAULT, ...OF_SIGNATURES };

/** In the order of a rotation. */
export const CERTIFICATE_ROTATION_EXCHANGES: readonly Exchange[] = [
	renewing("token for the vault of a certificate's rotation", 'Entra ID', ['sign in to the vault'], OF_ENTRA),
	reading('pending request of a certificate', 'vault', ['GET /pending', ''], OF_PENDING),
	reading('current version of a certificate', 'vault', ['GET current', ''], OF_VAULT),
	renewing('request for a new key', 'vault, writing', ['POST /create'], OF_VAULT),
	renewing('signature of a new certificate', 'vault', ['RS256 by the current key', CREATED], OF_KEY),
	renewing("signature of the application's assertion", 'vault', ['PS256 by the current key'], OF_KEY),
	renewing('token of the application for Graph', 'Entra ID', ['sign in as the application', CREATED], OF_ENTRA),
	renewing('signature of the proof of possession', 'vault', ['RS256 by the current key', SIGNED_IN], OF_KEY),
	renewing('current version before a key is added', 'vault', ['GET current', SIGNED_IN], OF_VAULT),
	renewing('new key credential', 'Graph, adding a key', ['addKey'], OF_PROOFS.final),
	renewing('note of a new key credential', 'vault, writing', ['PATCH /current', ADDED], OF_VAULT),
	renewing('current version before a merge', 'vault', ['GET current', ADDED], OF_VAULT),
	renewing('merge of a new version', 'vault, writing', ['POST /pending/merge'], OF_VAULT),
	renewing('signature that proves a new version', 'vault, proof', ['PS256 by the new key']),
	renewing('proof of a new version', 'Entra ID, proof', ['sign in as the application', MERGED]),
	renewing('signature of the proof to remove a key', 'vault', ['RS256 by the new key'], OF_KEY),
	renewing('removal of a key credential', 'Graph, removing a key', ['removeKey'], OF_PROOFS.passing),
	renewing('tags of the previous version', 'vault', ['GET /current', REMOVED], OF_VAULT),
	renewing('note that is taken from the previous version', 'vault, writing', ['PATCH /current', REMOVED], OF_VAULT),
	renewing('tags of a new version', 'vault', ['GET /new'], OF_VAULT),
	renewing('note that is taken from a new version', 'vault, writing', ['PATCH /new'], OF_VAULT),
	cleaningUp('deletion of a request that was left', 'vault', ['DELETE /pending'], OF_LEFTOVER),
	cleaningUp('removal of a key credential that was left', 'Graph, removing a key', ['removeKey'], OF_PROOFS.passing),
	cleaningUp('versions of a certificate that is rotated', 'vault, passed over', ['GET /versions'], OF_PASSING_LISTS),
	undoing('pending request that is undone', 'vault', ['GET /pending', MERGED], OF_VAULT),
	undoing('deletion of a request that is undone', 'vault', ['DELETE /pending'], OF_VAULT),
	undoing('policy that is put back', 'vault', ['PATCH /policy'], OF_VAULT),
	undoing('key credential that is taken back', 'Graph, removing a key', ['removeKey'], OF_PROOFS.passing),
	undoing('tags before a note is undone', 'vault', ['GET /current', REMOVED], OF_VAULT),
	undoing('note that is undone', 'vault, writing', ['PATCH /current', REMOVED], OF_VAULT),
];
