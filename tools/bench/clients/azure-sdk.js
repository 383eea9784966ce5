// The same step as an action on GitHub's toolkit and the Azure SDK for JavaScript. With the argument `in-sequence` it reads
// one secret after the other, with `own-authority` it signs in to an authority that the SDK does not know.
import { getInput, setOutput, setSecret } from '@actions/core';
import { ClientSecretCredential } from '@azure/identity';
import { SecretClient } from '@azure/keyvault-secrets';

const [tenantId, clientId, clientSecret] = ['tenant-id', 'client-id', 'client-secret'].map((name) => getInput(name));
const [authorityHost, vaultUrl] = ['authority-host', 'keyvault'].map((name) => getInput(name));
const names = getInput('secrets').split(',').filter(Boolean);

// The SDK has the endpoints of Microsoft's own clouds built in. It believes that it speaks to the public one, so that it
// sends what it would send there; told of an authority that it does not know, it asks that for its endpoints first.
const toEmulator = {
	name: 'toEmulator',
	sendRequest: (request, next) => {
		request.url = request.url.replace('https://login.microsoftonline.com', authorityHost);
		return next(request);
	},
};
const ofPublicCloud = { additionalPolicies: [{ policy: toEmulator, position: 'perCall' }] };
const ofOwnAuthority = { authorityHost, disableInstanceDiscovery: true };
const options = process.argv[2] === 'own-authority' ? ofOwnAuthority : ofPublicCloud;
const credential = new ClientSecretCredential(tenantId, clientId, clientSecret, options);
const client = new SecretClient(vaultUrl, credential, { disableChallengeResourceVerification: true });
const secrets = process.argv[2] === 'in-sequence' ? await readInSequence() : await Promise.all(names.map(read));
for (const { value } of secrets) setSecret(value);
for (const { name, value } of secrets) setOutput(name, value);

async function readInSequence() {
	const secrets = [];
	for (const name of names) secrets.push(await read(name));
	return secrets;
}

async function read(name) {
	const { value } = await client.getSecret(name);
	return { name, value };
}
