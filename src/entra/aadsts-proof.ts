// Error numbers of Entra ID that concern the proof: a secret, a certificate's assertion, another issuer's ID token.
import type { AadstsRow } from './aadsts-row.js';

export const PROOF_ROWS: readonly AadstsRow[] = [
	{
		codes: [7000215],
		meaning: 'wrong client secret',
		advice:
			"Use the secret's value, which the portal shows once, not its secret ID. A secret made less than two minutes ago may not be known yet.",
	},
	{
		codes: [7000222],
		meaning: 'the client secret has expired',
		advice:
			'Make a new one under "Certificates & secrets" of the app registration and set client-secret to it, or sign in without a secret (github-oidc).',
	},
	{
		codes: [70021, 700211, 700212, 700213, 7002138],
		meaning: 'no federated credential of the application matches the ID token',
		advice:
			'Issuer, subject and audience must match exactly, including capitals. Repositories created, renamed or transferred since 2026-07-15 carry numeric IDs in the subject. New federated credentials can take a few minutes.',
	},
	{
		codes: [70025],
		meaning: 'the application has no federated credential',
		advice: 'New federated credentials can take a few minutes.',
	},
	{
		codes: [7002381],
		meaning: 'the tenant accepts ID tokens of GitHub only from the enterprises that its policy names',
		advice:
			"Ask an administrator of the tenant to allow this repository's enterprise, or set client-id and tenant-id to an application of another tenant.",
	},
	{
		codes: [501661, 50166, 90061],
		meaning: "Entra ID could not read the issuer's keys",
		advice:
			'The address ISSUER/.well-known/openid-configuration must be reachable from the internet, which a server behind a firewall is not. If it is, run the job again: this often passes.',
	},
	{
		codes: [700222, 700229],
		meaning: 'a token of Entra ID itself does not count as proof here',
		advice:
			'Use an ID token of another issuer, such as that of GitHub (auth-method: github-oidc), or a managed identity of the same tenant.',
	},
	{
		codes: [700024],
		meaning: 'the client assertion is outside its time',
		advice: "Set the runner's clock. An ID token of GitHub is valid for about five minutes.",
		adviceFor: {
			'azure-cli':
				'An ID token of GitHub is valid for about five minutes: run this step right after Azure/login, or sign in with github-oidc and without az.',
		},
	},
	{
		codes: [700027],
		meaning: 'the certificate is not one of the application',
		advice: 'Upload its public part under "Certificates & secrets" of the app registration.',
	},
	{
		codes: [50012, 50013, 5000811],
		meaning: 'the key that signed the assertion is not known to Entra ID',
		advice:
			'Upload the public part of the certificate under "Certificates & secrets" of the app registration. If another issuer signed, wait until its new key is published, then run the job again.',
	},
	{
		codes: [700021, 700023, 50027],
		meaning: 'the client assertion is malformed',
		advice: 'Report this as a bug of the action, with the correlation ID.',
	},
	{
		codes: [700030],
		meaning: "the certificate's subject is not authorized",
		advice:
			'Upload the certificate under "Certificates & secrets" of the app registration, or authorize its subject name and issuer there.',
	},
];
