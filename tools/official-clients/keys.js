// Keys by @azure/keyvault-keys: those of certificates sign, and what they sign verifies.
import { createHash } from 'node:crypto';
import { CryptographyClient, KeyClient } from '@azure/keyvault-keys';
import { collect, refusalOf } from './codes.js';

export async function keys({ vaultUrl, credential, options, config }) {
	const client = new KeyClient(vaultUrl, credential, options);
	const digest = createHash('sha256').update('text').digest();
	const verified = {};
	for (const version of config.versions) {
		const key = await client.getKey('exo', { version });
		const crypto = new CryptographyClient(key, credential, options);
		for (const algorithm of ['RS256', 'PS256']) {
			const { result, keyID } = await crypto.sign(algorithm, digest);
			const isGood = (await crypto.verify(algorithm, digest, result)).result;
			verified[`${version} ${algorithm}`] = isGood && keyID === key.id;
		}
	}
	const made = await client.createEcKey('made', { curve: 'P-256', tags: { a: 'b' } });
	const listed = await collect(client.listPropertiesOfKeys());
	const encrypting = new CryptographyClient(await client.getKey('decrypts'), credential, options);
	return {
		verified,
		made: { type: made.keyType, operations: made.keyOperations, tags: made.properties.tags },
		names: listed.map(({ name, managed }) => [name, managed ?? false]).sort(),
		missing: await refusalOf(() => client.getKey('nowhere')),
		forbidden: await refusalOf(() => encrypting.sign('RS256', digest)),
	};
}
