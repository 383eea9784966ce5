// The tenant's applications: a token for Microsoft Graph, then both lists side by side.
import { type Credential, describeCredential, readSignedIn, type SignInTarget, signIn } from '../entra/credential.js';
import { type ActionError, expectedErrors } from '../errors.js';
import { describeSignedIn, makeSignInContext, type OpenSession } from '../flow/open-session.js';
import { listApplications, makePace, type TenantAccess } from '../graph/list-applications.js';
import type { ApplicationCredential, ApplicationKind } from '../graph/tenant-applications.js';
import type { ExpiryPlan } from '../plan/expiry-plan.js';
import type { Ports } from '../ports.js';

/** The credential that signs in to Graph, and what the list needs in addition. */
export interface TenantOptions {
	readonly credential: Credential;
	readonly plan: Pick<ExpiryPlan, 'cloud'>;
	/** To the vaults; undefined if there are none. */
	readonly open: OpenSession | undefined;
}

/** Result of listing the tenant. */
export interface TenantListing {
	/** Includes items that were listed before a list failed. */
	readonly credentials: readonly ApplicationCredential[];
	readonly error: ActionError | undefined;
	/** For the log. */
	readonly lines: readonly string[];
}

/** Result of a run that does not list the tenant. */
export const NO_TENANT: TenantListing = { credentials: [], error: undefined, lines: [] };

/**
 * Signs in to Microsoft Graph.
 * @throws ActionErrors if that is refused or gets no answer
 */
export async function openTenant(
	ports: Ports,
	{ credential, plan: { cloud }, open }: TenantOptions,
	timeoutMs: number,
): Promise<TenantAccess> {
	const { graphHost, graphScope: scope, authorityHost, oidcAudience } = cloud;
	const context = open?.context ?? makeSignInContext(ports, timeoutMs);
	const { tenantId } = open?.target ?? credential;
	const target: SignInTarget = { authorityHost, tenantId, scope, oidcAudience };
	if (open === undefined) ports.log.info(describeCredential(credential));
	const signingIn = signIn(credential, target, context);
	ports.connectAhead(graphHost, LISTS.length);
	const accessToken = await signingIn;
	if (open === undefined) {
		const { kind, reason } = credential;
		const signedIn = describeSignedIn(readSignedIn(accessToken, credential, target));
		ports.log.info(`Signed in with ${kind} (${reason}): ${signedIn}.`);
	}
	return { graphHost, token: accessToken.token, context, pace: makePace(context.clock) };
}

const LISTS: readonly ApplicationKind[] = ['app-registration', 'enterprise-application'];

/** Lists the credentials of all applications. */
export async function listTenant(opening: Promise<TenantAccess>): Promise<TenantListing> {
	const credentials: ApplicationCredential[] = [];
	const applications = new Set<string>();
	try {
		const access = await opening;
		const lists = LISTS.map(async (kind) => {
			for await (const page of listApplications(kind, access)) {
				for (const one of page) {
					credentials.push(one);
					applications.add(one.application.objectId);
				}
			}
		});
		// Both come to their end before one that failed is told of.
		const failed = (await Promise.allSettled(lists)).find((one) => one.status === 'rejected');
		if (failed !== undefined) throw failed.reason;
	} catch (error) {
		const [first] = expectedErrors(error);
		return { credentials, error: first, lines: [describeTenant(credentials, applications.size, ' (incomplete)')] };
	}
	return { credentials, error: undefined, lines: [describeTenant(credentials, applications.size, '')] };
}

function describeTenant(credentials: readonly ApplicationCredential[], applications: number, remark: string): string {
	const s = applications === 1 ? '' : 's';
	return `Listed the tenant: client secrets and certificates of ${applications} application${s}, ${credentials.length} in all${remark}.`;
}
