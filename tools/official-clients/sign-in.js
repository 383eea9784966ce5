// Ways to sign in by @azure/identity: a secret, a certificate, somebody else's token.
import { ClientAssertionCredential, ClientCertificateCredential, ClientSecretCredential } from '@azure/identity';
import { SecretClient } from '@azure/keyvault-secrets';

export async function signIn({ vaultUrl, options, config }) {
	const { tenantId, clientId, clientSecret, authorityHost, certificatePem, otherPem, idToken } = config;
	const own = { authorityHost, disableInstanceDiscovery: true };
	const getAssertion = async () => idToken;
	const ways = {
		secret: new ClientSecretCredential(tenantId, clientId, clientSecret, own),
		wrongSecret: new ClientSecretCredential(tenantId, clientId, 'wrong', own),
		certificate: new ClientCertificateCredential(tenantId, clientId, { certificate: certificatePem }, own),
		otherCertificate: new ClientCertificateCredential(tenantId, clientId, { certificate: otherPem }, own),
		idToken: new ClientAssertionCredential(tenantId, clientId, getAssertion, own),
	};
	const outcomes = {};
	for (const [name, credential] of Object.entries(ways)) {
		try {
			outcomes[name] = (await new SecretClient(vaultUrl, credential, options).getSecret('db')).value;
		} catch (error) {
			outcomes[name] = /AADSTS\d+/.exec(error.message)?.[0] ?? error.message;
		}
	}
	return outcomes;
}
