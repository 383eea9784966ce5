// The official clients for JavaScript at work against the services whose addresses they are given:
// `node run.js SCENARIO CONFIGURATION`. Prints what they found, as JSON.
import { ClientSecretCredential } from '@azure/identity';
import { certificates, held, merged, requested, rotated } from './certificates.js';
import { keys } from './keys.js';
import { list, secrets } from './secrets.js';
import { signIn } from './sign-in.js';

const [scenario, configuration] = process.argv.slice(2);
const config = JSON.parse(configuration);
const { tenantId, clientId, clientSecret, authorityHost, vaultUrl } = config;
const ofOwnAuthority = { authorityHost, disableInstanceDiscovery: true };
const credential = new ClientSecretCredential(tenantId, clientId, clientSecret, ofOwnAuthority);
// Retries would hide what is wrong; a vault on localhost is none of Microsoft's.
const options = { disableChallengeResourceVerification: true, retryOptions: { maxRetries: 0 } };
const found = await { secrets, list, certificates, held, merged, requested, rotated, keys, signIn }[scenario]({
	vaultUrl,
	credential,
	options,
	config,
});
process.stdout.write(JSON.stringify(found));
