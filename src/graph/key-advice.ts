// Meaning of Microsoft Graph's refusals for an application that changes its own keys.
import type { ErrorCode } from '../error-codes.js';
import { type Advise, type GraphAdvice, graphAdvice, isApplicationUnknown, isForbidden } from './graph-advice.js';

/** Whether Graph does not accept a proof. A server that has not heard of a new key answers the same. */
export function isProofRefused({ code }: { readonly code: ErrorCode }): boolean {
	return code === 'GRAPH_PROOF_REFUSED';
}

const proofRefused: GraphAdvice = {
	code: 'GRAPH_PROOF_REFUSED',
	title: 'the proof was refused',
	meaning: 'it did not accept the proof that the application has the key of one of its certificates',
	hint: 'Compare app-object-id with the "Object ID" of the app registration (not of the enterprise application), and app-id with its "Application (client) ID": both must be of one app registration.',
};

const denied: GraphAdvice = {
	code: 'GRAPH_FORBIDDEN',
	title: 'another application',
	meaning:
		'the application of app-id may not change the keys of this app registration. It needs no permission to change its own',
	hint: 'Compare app-object-id with the "Object ID" of the app registration of app-id, as "App registrations" shows it: that of the enterprise application is another one.',
};

const notFound: GraphAdvice = {
	code: 'GRAPH_NOT_FOUND',
	title: 'no such app registration',
	meaning: 'the tenant has no app registration of this object ID',
	hint: 'Compare app-object-id with the "Object ID" of the app registration (not of the enterprise application): "az ad app show --id APP_ID --query id" shows it.',
};

const typeForbidden: Advise = ({ policyId }) => ({
	code: 'GRAPH_KEYS_FORBIDDEN',
	title: 'certificates are forbidden',
	meaning: `the tenant's policy${policyId === undefined ? '' : ` ${policyId}`} forbids certificates of applications`,
	hint: 'Exempt this application from the policy, or do without a certificate: use a federated credential.',
});

const lifeForbidden: Advise = ({ policyId }) => ({
	code: 'GRAPH_LIFE_FORBIDDEN',
	title: 'valid-days is too long',
	meaning: `the tenant's policy${policyId === undefined ? '' : ` ${policyId}`} does not allow a certificate to be valid for as long as valid-days says`,
	hint: 'Set valid-days to what the policy allows, and renew-before-days to less than that.',
});

const authorityRequired: GraphAdvice = {
	code: 'GRAPH_AUTHORITY_REQUIRED',
	title: 'a certificate authority must issue',
	meaning: "the tenant's policy takes only certificates that its trusted certificate authorities issue",
	hint: 'Exempt this application from the policy, or have the authority issue its certificates: this action cannot rotate those.',
};

/** The advice for a refusal; what is the same for passwords and keys is in {@link graphAdvice}. */
export const keyAdvice: Advise = (refusal, app) => {
	const { code, topic } = refusal;
	if (topic === 'type-forbidden' || code === 'CredentialTypeNotAllowedAsPerAppPolicy')
		return typeForbidden(refusal, app);
	if (topic === 'life-forbidden' || code === 'CredentialInvalidLifetimeAsPerAppPolicy')
		return lifeForbidden(refusal, app);
	if (topic === 'authority-required') return authorityRequired;
	if (code === 'Authentication_MissingOrMalformed') return proofRefused;
	const common = graphAdvice(refusal, app);
	if (isApplicationUnknown(common)) return notFound;
	return isForbidden(common) ? denied : common;
};
