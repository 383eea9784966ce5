// Secrets by @azure/keyvault-secrets: set, read, listed, changed, deleted and recovered.
import { SecretClient } from '@azure/keyvault-secrets';
import { collect, POLL, refusalOf } from './codes.js';

export async function secrets({ vaultUrl, credential, options }) {
	const client = new SecretClient(vaultUrl, credential, options);
	const expiresOn = new Date(Date.UTC(2030, 0, 1));
	const wish = { contentType: 'password', tags: { owner: 'a' }, expiresOn, enabled: true };
	const first = await client.setSecret('app', 'one', wish);
	const second = await client.setSecret('app', 'two');
	const before = await client.getSecret('app', { version: first.properties.version });
	const { version } = first.properties;
	const changed = await client.updateSecretProperties('app', version, { tags: { owner: 'b' }, enabled: false });
	const versions = await collect(client.listPropertiesOfSecretVersions('app'));
	const disabled = await refusalOf(() => client.getSecret('app', { version }));
	return {
		latest: (await client.getSecret('app')).value,
		isNewVersion: second.properties.version !== version,
		before: { ...before.properties, value: before.value },
		changed,
		versions: versions.map((one) => ({ version: one.version, enabled: one.enabled, tags: one.tags })),
		disabled,
		missing: await refusalOf(() => client.getSecret('nowhere')),
		tooLong: await refusalOf(() => client.setSecret('long', 'x'.repeat(25_601))),
		managed: await refusalOf(() => client.setSecret('exo', 'x')),
		...(await deleteAndRecover(client)),
	};
}

async function deleteAndRecover(client) {
	const poller = await client.beginDeleteSecret('app', POLL);
	const beingDeleted = await refusalOf(() => client.setSecret('app', 'three'));
	const deleted = await poller.pollUntilDone();
	const conflict = await refusalOf(() => client.setSecret('app', 'three'));
	const listed = await collect(client.listDeletedSecrets());
	const recovery = await client.beginRecoverDeletedSecret('app', POLL);
	const recovered = await recovery.pollUntilDone();
	const value = (await client.getSecret('app')).value;
	await (await client.beginDeleteSecret('app', POLL)).pollUntilDone();
	await client.purgeDeletedSecret('app');
	return {
		deleted: { name: deleted.name, hasPurgeDate: deleted.properties.scheduledPurgeDate instanceof Date },
		beingDeleted,
		conflict,
		deletedNames: listed.map(({ name }) => name),
		recovered: { name: recovered.name, value },
		afterPurge: (await client.setSecret('app', 'anew')).value,
	};
}

/** The names of all secrets, page by page. */
export async function list({ vaultUrl, credential, options }) {
	const client = new SecretClient(vaultUrl, credential, options);
	const pages = await collect(client.listPropertiesOfSecrets().byPage());
	return { sizes: pages.map((page) => page.length), names: pages.flat().map(({ name }) => name) };
}
