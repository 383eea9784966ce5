// The lists of a tenant: page after page, to Graph's own host alone, within its limit, and never without end.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ActionError } from '../../../src/errors.js';
import { listApplications, makePace } from '../../../src/graph/list-applications.js';
import type { ApplicationKind } from '../../../src/graph/tenant-applications.js';
import { TransportError } from '../../../src/http/transport-error.js';
import type { HttpResponse } from '../../../src/ports.js';
import { SecretText } from '../../../src/secret-text.js';
import { makeClock, makeLog, response, type Script, scriptTransport } from '../../support/make-ports.js';

const GRAPH = 'https://graph.microsoft.com';
const NEXT = `${GRAPH}/v1.0/applications?$top=300&$skiptoken=`;

const guid = (number: number): string => `00000000-0000-4000-8000-${`${number}`.padStart(12, '0')}`;

/** A page with an application of one password for each number. */
function page(numbers: readonly number[], next?: string): HttpResponse {
	const value = numbers.map((number) => ({
		id: guid(number),
		appId: guid(number),
		displayName: `app ${number}`,
		passwordCredentials: [{ keyId: guid(number) }],
	}));
	return response(200, { value, ...(next !== undefined && { '@odata.nextLink': next }) });
}

async function readAll(script: Script, kind: ApplicationKind = 'app-registration') {
	const time = makeClock();
	const { transport, requests } = scriptTransport(script);
	const context = {
		transport,
		clock: time.clock,
		randomFraction: () => 0.5,
		log: makeLog().log,
		deadlineMs: time.clock.nowMs() + 600_000,
	};
	const access = { graphHost: GRAPH, token: new SecretText('token-1'), context, pace: makePace(time.clock) };
	const pages: (readonly string[])[] = [];
	let error: ActionError | undefined;
	try {
		for await (const credentials of listApplications(kind, access)) pages.push(credentials.map(({ keyId }) => keyId));
	} catch (thrown) {
		error = thrown as ActionError;
	}
	return { pages, error, requests, urls: requests.map(({ url }) => url), sleeps: time.sleeps };
}

describe('the list of applications', () => {
	it('asks for what is read and no more, and follows the links as they are', async () => {
		const { pages, requests, urls } = await readAll([page([1, 2], `${NEXT}a%3D`), page([], `${NEXT}b`), page([3])]);
		assert.deepEqual(pages, [[guid(1), guid(2)], [], [guid(3)]]);
		assert.deepEqual(urls, [
			`${GRAPH}/v1.0/applications?$select=id,appId,displayName,passwordCredentials,keyCredentials&$top=300`,
			`${NEXT}a%3D`,
			`${NEXT}b`,
		]);
		for (const { method, headers } of requests) {
			assert.equal(method, 'GET');
			assert.equal((headers['authorization'] as SecretText).reveal(), 'Bearer token-1');
		}
	});

	it('of enterprise applications asks for their type as well', async () => {
		const { urls } = await readAll([page([])], 'enterprise-application');
		assert.deepEqual(urls, [
			`${GRAPH}/v1.0/servicePrincipals?$select=id,appId,displayName,servicePrincipalType,passwordCredentials,keyCredentials&$top=300`,
		]);
	});

	it('shows an application once, though paging shows it twice', async () => {
		const { pages } = await readAll([page([1, 2], `${NEXT}1`), page([2, 3])]);
		assert.deepEqual(pages, [[guid(1), guid(2)], [guid(3)]]);
	});

	for (const link of [
		'https://evil.example/v1.0/applications?$skiptoken=x',
		`${GRAPH}.evil.example/v1.0/applications`,
		`${GRAPH}:8443/v1.0/applications`,
		'https://graph.microsoft.com@evil.example/v1.0/applications',
		'https://user@graph.microsoft.com/v1.0/applications',
		'https://:pass@graph.microsoft.com/v1.0/applications',
		'https://[/v1.0/applications',
	]) {
		// Promise: P13
		it(`sends nothing to ${link}`, async () => {
			const { pages, urls, error } = await readAll([page([1], link)]);
			assert.deepEqual([pages, urls.length], [[], 1]);
			assert.equal(error?.code, 'GRAPH_ANSWER_UNUSABLE');
			assert.match(error?.message ?? '', /^list of app registrations at graph\.microsoft\.com: .*link/);
			assert.doesNotMatch(error?.message ?? '', /evil/);
		});
	}

	it('that leads back to a page before is left there', async () => {
		const { pages, error } = await readAll([page([1], `${NEXT}1`), page([2], `${NEXT}2`), page([3], `${NEXT}1`)]);
		assert.equal(pages.length, 3);
		assert.match(error?.message ?? '', /leads back/);
	});

	it('that shows the same again under another address is left there', async () => {
		const { pages, error } = await readAll([page([1], `${NEXT}1`), page([1], `${NEXT}2`)]);
		assert.equal(pages.length, 1);
		assert.match(error?.message ?? '', /repeats/);
	});

	it("that goes on with empty pages ends with the step's time", async () => {
		let count = 0;
		const { urls, error } = await readAll(() => page([], `${NEXT}${count++}`));
		assert.ok(urls.length > 1_000 && urls.length <= 1_540, `${urls.length}`);
		assert.match(error?.message ?? '', /\btime\b/);
	});

	it('that is none, or a web page, is an error', async () => {
		const none = await readAll([response(200, '{"value":7}')]);
		assert.match(none.error?.message ?? '', /\bnot a page/);
		const html = await readAll([response(200, '<html>', { 'content-type': 'text/html' })]);
		assert.match(html.error?.message ?? '', /web page/);
	});

	it('that gets no answer says so, and a bug stays one', async () => {
		const refused = new TransportError('the host does not exist', { failure: 'host-not-found' });
		const { error } = await readAll(() => refused);
		assert.equal(error?.code, 'GRAPH_UNREACHABLE');
		await assert.rejects(async () => {
			const { error: bug } = await readAll(() => new RangeError('a bug'));
			throw bug;
		}, RangeError);
	});
});

describe('a page that is over the limit for a body', () => {
	const tooLarge = new TransportError('the answer is over 4 MiB', { failure: 'too-large' });

	it('is asked for again in smaller pieces', async () => {
		const { pages, urls } = await readAll([
			tooLarge,
			page([1], `${GRAPH}/v1.0/applications?%24top=300&x=1`),
			tooLarge,
			page([2]),
		]);
		assert.deepEqual(pages, [[guid(1)], [guid(2)]]);
		assert.deepEqual(
			urls.map((url) => /(?:%24|\$)top=\d+/.exec(url)?.[0]),
			['$top=300', '$top=100', '%24top=300', '%24top=100'],
		);
	});

	it('is an error if it is so in smaller pieces, too, or if its size is not in its address', async () => {
		assert.equal((await readAll(() => tooLarge)).error?.code, 'GRAPH_UNREACHABLE');
		const { urls, error } = await readAll([page([1], `${GRAPH}/v1.0/applications?$skiptoken=1`), tooLarge]);
		assert.deepEqual([urls.length, error?.code], [2, 'GRAPH_UNREACHABLE']);
	});
});

describe('a refusal of the list', () => {
	for (const [status, code, expected, advice] of [
		[403, 'Authorization_RequestDenied', 'GRAPH_FORBIDDEN', /Application\.Read\.All of Microsoft Graph.*admin consent/],
		[401, 'InvalidAuthenticationToken', 'GRAPH_UNAUTHORIZED', /tenant-id/],
		[401, 'Authorization_IdentityNotFound', 'GRAPH_NO_IDENTITY', /consent/],
		[404, 'Request_ResourceNotFound', 'GRAPH_NOT_FOUND', /graph-host/],
		[400, 'BadRequest', 'GRAPH_REFUSED', /graph-host/],
	] as const) {
		it(`with ${status} ${code} says what to do`, async () => {
			const body = { error: { code, message: 'no', innerError: { 'request-id': 'abc-1' } } };
			const { error } = await readAll([response(status, body)]);
			assert.equal(error?.code, expected);
			assert.match(error?.hint ?? '', advice);
			assert.match(error?.message ?? '', new RegExp(`HTTP ${status}, ${code}\\).*\\(request ID abc-1\\)$`));
		});
	}

	it('without a body says what the status means', async () => {
		const { error } = await readAll([response(403)]);
		assert.match(error?.message ?? '', /\(HTTP 403\)\./);
	});

	it('for too many requests is waited for as long as Graph says', async () => {
		const busy = response(429, { error: { code: 'TooManyRequests' } }, { 'Retry-After': '37' });
		const { pages, sleeps } = await readAll([busy, busy, page([1])]);
		assert.deepEqual([pages, sleeps], [[[guid(1)]], [37_000, 37_000]]);
	});

	it('for too many requests without a time is waited for until the minute is over', async () => {
		const busy = response(429, { error: { code: 'TooManyRequests' } });
		const { pages, sleeps } = await readAll([busy, busy, busy, busy, page([1])]);
		assert.deepEqual(pages, [[guid(1)]]);
		assert.ok(sleeps.reduce((sum, ms) => sum + ms, 0) >= 60_000, `${sleeps}`);
		const { error } = await readAll(() => busy);
		assert.equal(error?.code, 'GRAPH_THROTTLED');
		assert.match(error?.hint ?? '', /\b150\b/);
	});
});

describe('the pace', () => {
	// Promise: R15
	it('lets no more through in any minute than the limit allows, together with others', async () => {
		const { clock, advance } = makeClock();
		const pace = makePace(clock);
		const sentMs: number[] = [];
		const sendAll = async (count: number): Promise<void> => {
			for (let index = 0; index < count; index += 1) {
				await pace();
				sentMs.push(clock.nowMs());
				advance(100);
			}
		};
		await Promise.all([sendAll(300), sendAll(300)]);
		const most = sentMs.map((ms) => sentMs.filter((other) => other >= ms && other < ms + 60_000).length);
		assert.ok(Math.max(...most) <= 140 && Math.max(...most) > 130, `${Math.max(...most)}`);
	});
});
