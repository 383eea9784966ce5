// Refusals of the identity endpoints of Azure's platforms, and advice about each.
// https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/how-to-use-vm-token#error-handling
import { ActionError } from '../../errors.js';
import { describeForeignRefusal, hintForFailure } from '../../http/failure-hints.js';
import { asText, type JsonObject, parseJsonObject } from '../../http/json.js';
import type { TransportError } from '../../http/transport-error.js';
import { describeSource, isVariable } from '../../input/sign-in-inputs.js';
import type { HttpResponse } from '../../ports.js';
import { adviceOf, lookUpHint } from '../aadsts-advice.js';

/** An endpoint of Azure's, as people call it. */
export type Platform = 'IMDS' | 'App Service or Container Apps' | 'Azure Arc';

/** Request to such an endpoint. */
export interface IdentityRequest {
	/** The user-assigned identity's; undefined for the system-assigned one. */
	readonly clientId: string | undefined;
	/** The input or variable that the client ID came from. */
	readonly clientIdSource: string | undefined;
	/** Version 1's word for a scope, without `/.default`. */
	readonly resource: string;
}

/** A request and the endpoint that it goes to. */
export interface AskedIdentity extends IdentityRequest {
	readonly platform: Platform;
}

interface Explanation {
	/** A clause without a full stop. */
	readonly problem: string;
	readonly hint: string;
}

/** An answer that is told by its description. */
export interface KnownRefusal {
	readonly pattern: RegExp;
	readonly explain: (asked: AskedIdentity) => Explanation;
}

const notFound = (asked: AskedIdentity): Explanation => {
	const { clientId, platform } = asked;
	if (platform === 'Azure Arc' && clientId !== undefined) return onlyOne(asked);
	if (clientId === undefined) {
		return {
			problem: `the ${machineOf(asked)} has no identity of its own`,
			hint: `Turn on its system-assigned identity, or assign one and set client-id to it. New identities can take a few minutes.`,
		};
	}
	return {
		problem: `the ${machineOf(asked)} has no identity with ${describeClient(asked)}`,
		hint: `Assign that identity to the ${machineOf(asked)}, or ${withoutClient(asked)} to use the ${machineOf(asked)}'s own identity.`,
	};
};

const several = (asked: AskedIdentity): Explanation => ({
	problem: `the ${machineOf(asked)} has several user-assigned identities`,
	hint: 'Set client-id to the client ID of the identity to use.',
});

const network = (): Explanation => ({
	problem: 'the endpoint cannot be reached from this network',
	hint: HINTS.IMDS,
});

/** Refusals that Azure tells apart by their descriptions alone. */
export const KNOWN_REFUSALS: readonly KnownRefusal[] = [
	{ pattern: /\bMultiple user[- ]assigned identities exist\b/i, explain: several },
	{ pattern: /\bIdentity not found\b/i, explain: notFound },
	{ pattern: /\bNo (?:User Assigned or Delegated )?Managed Identity (?:was )?found\b/i, explain: notFound },
	{ pattern: /\bunreachable (?:network|host)\b/i, explain: network },
];

/** Azure Arc gave, or would give, the token of its one identity, and another one was asked for. */
export function onlyOne(asked: AskedIdentity): Explanation {
	return {
		problem: `the machine has one identity, which is not the one with ${describeClient(asked)}`,
		hint: `Azure Arc gives a machine one identity: ${withoutClient(asked)}.`,
	};
}

/** The error for an answer of another status than 200. */
export function refusedIdentityError(response: HttpResponse, asked: AskedIdentity): ActionError {
	const answer = parseJsonObject(response.body);
	const code = asText(answer?.['error'], /^[A-Za-z0-9_]{1,40}$/);
	const codes = code === undefined ? `HTTP ${response.status}` : `HTTP ${response.status}, ${code}`;
	const { problem, hint } = explainRefusal(response, answer, asked);
	return identityError(asked.platform, { problem: `${problem} (${codes})`, hint });
}

function explainRefusal(response: HttpResponse, answer: JsonObject | undefined, asked: AskedIdentity): Explanation {
	const { status } = response;
	const description = answer === undefined ? response.body : describeAnswer(answer);
	const known = KNOWN_REFUSALS.find(({ pattern }) => pattern.test(description));
	if (known !== undefined) return known.explain(asked);
	const [, number] = /\bAADSTS(\d{4,8})\b/.exec(description) ?? [];
	if (number !== undefined) {
		const advice = adviceOf(Number(number));
		const problem = advice === undefined ? 'refused' : advice.meaning;
		return { problem: `AADSTS${number}: ${problem}`, hint: advice?.advice ?? lookUpHint(Number(number)) };
	}
	if (asked.platform === 'App Service or Container Apps' && status === 401) {
		return {
			problem: 'the header that proves who asks was not accepted',
			hint: 'The platform sets IDENTITY_HEADER when the app starts: restart the runner there, so that it gets the present one.',
		};
	}
	if ([404, 408, 410, 429].includes(status) || status >= 500) {
		return {
			problem: 'the endpoint is starting, busy or failing',
			hint: 'Run the job again in a few minutes. If that does not help, restart the machine or its agent.',
		};
	}
	return describeForeignRefusal(response, 'The endpoint') ?? { problem: 'refused', hint: HINTS[asked.platform] };
}

// App Service has it in `message`.
function describeAnswer(answer: JsonObject): string {
	const texts = [answer['error_description'], answer['message']];
	return texts.filter((text) => typeof text === 'string').join(' ');
}

/** The error for an endpoint that gave no answer. */
export function unreachableIdentityError(error: TransportError, { platform }: AskedIdentity): ActionError {
	const hint = hintForFailure(error, { kind: 'machine', hint: HINTS[platform] });
	return identityError(platform, { problem: error.message, hint }, error);
}

const HINTS: Readonly<Record<Platform, string>> = {
	IMDS: 'The runner must be a machine in Azure (virtual machine, scale set, AKS node) that reaches 169.254.169.254. With Azure Arc, the runner needs the variables IDENTITY_ENDPOINT and IMDS_ENDPOINT; in App Service or Container Apps, IDENTITY_ENDPOINT and IDENTITY_HEADER. A runner that is a service takes them from its .env file.',
	'App Service or Container Apps':
		'Turn on a managed identity for the app, and restart the runner there, so that it gets the present IDENTITY_ENDPOINT and IDENTITY_HEADER.',
	'Azure Arc': 'Check that the agent of Azure Arc runs and is connected ("azcmagent show"), then run the job again.',
};

/** The error for what an identity endpoint did. */
export function identityError(platform: Platform, { problem, hint }: Explanation, cause?: unknown): ActionError {
	return new ActionError({
		code: 'MANAGED_IDENTITY_FAILED',
		title: 'No token from the managed identity',
		subject: `Managed identity (${platform})`,
		problem: `${problem}.`,
		hint,
		cause,
	});
}

function machineOf({ platform }: AskedIdentity): string {
	return platform === 'App Service or Container Apps' ? 'app' : 'machine';
}

function describeClient({ clientId, clientIdSource }: AskedIdentity): string {
	return `client ID ${clientId}${clientIdSource === undefined ? '' : ` (${describeSource(clientIdSource)})`}`;
}

// An empty variable of the step counts as left out.
function withoutClient({ clientIdSource }: AskedIdentity): string {
	return clientIdSource === undefined || !isVariable(clientIdSource)
		? 'leave client-id out'
		: `set ${clientIdSource} to "" in the env of the step`;
}
