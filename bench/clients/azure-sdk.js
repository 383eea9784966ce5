// The same step as an action on GitHub's toolkit and the Azure SDK for JavaScript; `in-sequence` as its argument reads one
// secret after the other.
import { getInput, setOutput, setSecret } from '@actions/core';
import { ClientSecretCredential } from '@azure/identity';
import { SecretClient } from '@azure/keyvault-secrets';

const [tenantId, clientId, clientSecret] = ['tenant-id', 'client-id', 'client-secret'].map((name) => getInput(name));
const [authorityHost, vaultUrl] = ['authority-host', 'keyvault'].map((name) => getInput(name));
const names = getInput('secrets').split(',').filter(Boolean);

// The SDK has the public cloud's endpoints built in and asks any other authority for its own: it believes that it speaks
// to the public cloud, so that it sends what it would send there.
const toEmulator = {
	name: 'toEmulator',
	sendRequest: (request, next) => {
		request.url = request.url.replace('https://login.microsoftonline.com', authorityHost);
		return next(request);
	},
};
const credential = new ClientSecretCredential(tenantId, clientId, clientSecret, {
	additionalPolicies: [{ policy: toEmulator, position: 'perCall' }],
});
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
