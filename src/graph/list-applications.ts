// A tenant's app registrations and enterprise applications, page by page.
import type { ActionError } from '../errors.js';
import { RETRY_RULES, type RetryRules } from '../http/retry-policy.js';
import { type SendContext, send } from '../http/send.js';
import { TransportError } from '../http/transport-error.js';
import type { HttpRequest, HttpResponse } from '../ports.js';
import type { SecretText } from '../secret-text.js';
import { authorize } from './application-passwords.js';
import { graphRefusedError, unreachableGraphError, unusableGraphError } from './graph-error.js';
import { aboutList } from './list-advice.js';
import {
	type ApplicationCredential,
	type ApplicationKind,
	type ApplicationPage,
	decodeApplicationPage,
} from './tenant-applications.js';

/** A token, and where it goes. */
export interface TenantAccess {
	/** https origin of Microsoft Graph. */
	readonly graphHost: string;
	readonly token: SecretText;
	readonly context: SendContext;
	readonly pace: Pace;
}

/** Requests for the lists of each kind: they select the properties of an application that are read, and no others. */
const LISTS: Readonly<Record<ApplicationKind, string>> = {
	'app-registration': 'applications?$select=id,appId,displayName,passwordCredentials,keyCredentials',
	'enterprise-application':
		'servicePrincipals?$select=id,appId,displayName,servicePrincipalType,passwordCredentials,keyCredentials',
};

/** A page with keys must stay below the limit for a body; one that does not is asked for again in smaller pieces. */
const PAGE_SIZES = [300, 100] as const;

/** Graph counts requests over a minute. */
const WINDOW_MS = 60_000;

/**
 * A tenant answers 150 requests a minute that select keyCredentials, and this step is not the only one to ask.
 * https://learn.microsoft.com/graph/api/application-list
 */
const MAX_REQUESTS = 140;

/**
 * The rules for these lists: once Graph has had enough, it refuses until its minute moves on. By the usual back-off, a
 * request would be sent for the last time before that.
 */
const RULES: RetryRules = { ...RETRY_RULES, windowMs: WINDOW_MS, capMs: WINDOW_MS + RETRY_RULES.capMs };

/** Waits until one more request is within the limit. */
export type Pace = () => Promise<void>;

/** Makes what spreads the requests of one run over time. */
export function makePace(clock: SendContext['clock']): Pace {
	const sentMs: number[] = [];
	return async () => {
		for (;;) {
			const oldest = sentMs.at(-MAX_REQUESTS);
			const waitMs = oldest === undefined ? 0 : oldest + WINDOW_MS - clock.nowMs();
			if (waitMs <= 0) break;
			await clock.sleep(waitMs);
		}
		sentMs.push(clock.nowMs());
		if (sentMs.length > 2 * MAX_REQUESTS) sentMs.splice(0, MAX_REQUESTS);
	};
}

/**
 * The credentials of all applications of a kind, each application once; the next page is asked for as the caller goes on.
 * @throws ActionError if Graph refuses, gives no answer, or gives what is no list of its own or one that goes round in a circle
 */
export async function* listApplications(
	kind: ApplicationKind,
	access: TenantAccess,
): AsyncGenerator<readonly ApplicationCredential[], void> {
	const visited = new Set<string>();
	const listed = new Set<string>();
	let url: string | undefined = `${access.graphHost}/v1.0/${LISTS[kind]}&$top=${PAGE_SIZES[0]}`;
	const unusable = (problem: string): ActionError => unusableGraphError(aboutList(kind, access.graphHost), problem);
	while (url !== undefined) {
		if (visited.has(url)) throw unusable('a page of the list leads back to an earlier one.');
		visited.add(url);
		const page: ApplicationPage = await getPage(url, kind, access);
		const fresh = new Set(page.objectIds.filter((id) => !listed.has(id)));
		if (fresh.size === 0 && page.objectIds.length > 0)
			throw unusable('a page of the list repeats what earlier ones have shown.');
		for (const id of fresh) listed.add(id);
		yield page.credentials.filter(({ application }) => fresh.has(application.objectId));
		url = page.nextLink;
	}
}

async function getPage(url: string, kind: ApplicationKind, access: TenantAccess): Promise<ApplicationPage> {
	const subject = aboutList(kind, access.graphHost);
	const response = await getPieces(url, access).catch((error: unknown) => {
		throw unreachableGraphError(error, subject);
	});
	if (response.status !== 200) throw graphRefusedError(response, subject);
	const page = decodeApplicationPage(response.body, kind);
	if (page === undefined) throw unusableGraphError(subject, 'the answer is not a page of the list.', response.body);
	if (page.nextLink !== undefined && !isAt(page.nextLink, access.graphHost)) {
		throw unusableGraphError(subject, 'the link to the next page leads elsewhere, so nothing was sent there.');
	}
	return page;
}

async function getPieces(url: string, access: TenantAccess): Promise<HttpResponse> {
	const [usual, small] = PAGE_SIZES;
	const smaller = url.replace(`$top=${usual}`, `$top=${small}`).replace(`%24top=${usual}`, `%24top=${small}`);
	return get(url, access).catch((error: unknown) => {
		if (error instanceof TransportError && error.failure === 'too-large' && smaller !== url)
			return get(smaller, access);
		throw error;
	});
}

async function get(url: string, { token, context, pace }: TenantAccess): Promise<HttpResponse> {
	const request: HttpRequest = { method: 'GET', url, headers: authorize(token) };
	return send(
		async () => {
			await pace();
			return request;
		},
		context,
		{ rules: RULES },
	);
}

// The token goes to Graph's own host alone; a port that is the usual one may be written there.
function isAt(url: string, graphHost: string): boolean {
	if (!URL.canParse(url)) return false;
	const { origin, username, password } = new URL(url);
	return origin === graphHost && username === '' && password === '';
}
