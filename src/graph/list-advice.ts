// Meaning of Microsoft Graph's refusals for the lists of a tenant.
import { type GraphAdvice, graphAdvice } from './graph-advice.js';
import type { GraphSubject } from './graph-error.js';
import type { ApplicationKind } from './tenant-applications.js';

/** Meanings of refusals here, if they mean something else to somebody who changes an application. */
const OWN_ADVICE: ReadonlyMap<string, Omit<GraphAdvice, 'code'>> = new Map([
	[
		'GRAPH_FORBIDDEN',
		{
			title: 'no permission',
			meaning: "the identity may not list the tenant's applications",
			hint: 'Give it the application permission Application.Read.All of Microsoft Graph, with admin consent. A new permission can take a few minutes.',
		},
	],
	[
		'GRAPH_NOT_FOUND',
		{
			title: 'no such list',
			meaning: 'it does not know this list',
			hint: 'Compare graph-host with the address of Microsoft Graph in your cloud.',
		},
	],
	[
		'GRAPH_THROTTLED',
		{
			title: 'too many requests',
			meaning: 'it is busy with too many requests',
			hint: 'A tenant answers 150 of these requests a minute, those of other tools included: run the job again at another time.',
		},
	],
]);

/** A list of the tenant's applications. */
export function aboutList(kind: ApplicationKind, graphHost: string): GraphSubject {
	const list = kind === 'app-registration' ? 'list of app registrations' : 'list of enterprise applications';
	return {
		subject: `${list} at ${new URL(graphHost).host}`,
		advise: (refusal) => {
			const general = graphAdvice(refusal, { appId: '' });
			return { ...general, ...OWN_ADVICE.get(general.code) };
		},
	};
}
