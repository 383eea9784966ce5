// Certificates by @azure/keyvault-certificates: made, requested, merged, imported, changed, deleted and recovered.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CertificateClient } from '@azure/keyvault-certificates';
import { SecretClient } from '@azure/keyvault-secrets';
import { collect, POLL, refusalOf } from './codes.js';

const UNKNOWN = { issuerName: 'Unknown', subject: 'CN=exo', exportable: false, keyUsage: ['digitalSignature'] };

export async function certificates({ vaultUrl, credential, options, config }) {
	const client = new CertificateClient(vaultUrl, credential, options);
	return {
		...(await issue(client)),
		...(await merge(client)),
		...(await change(client)),
		...(await importAll(client, config.imports)),
		...(await deleteAndRecover(client)),
	};
}

async function issue(client) {
	const policy = { issuerName: 'Self', subject: 'CN=self', validityInMonths: 6, keyType: 'EC', keyCurveName: 'P-256' };
	const poller = await client.beginCreateCertificate('self', policy, { ...POLL, tags: { made: 'here' } });
	const issued = await poller.pollUntilDone();
	return { issued: shown(issued), issuedPolicy: issued.policy };
}

function shown({ name, cer, properties, keyId, secretId }) {
	const { version, tags, enabled, x509Thumbprint } = properties;
	const thumbprint = Buffer.from(x509Thumbprint ?? []).toString('hex');
	return { name, version, tags, enabled, thumbprint, cer: Buffer.from(cer ?? []).toString('base64'), keyId, secretId };
}

async function merge(client) {
	const before = await client.getCertificate('exo');
	await client.beginCreateCertificate('exo', UNKNOWN, { ...POLL, tags: { asked: 'yes' } });
	const second = await refusalOf(() => client.beginCreateCertificate('exo', UNKNOWN, POLL));
	const poller = await client.getCertificateOperation('exo');
	const { csr, status } = poller.getOperationState().certificateOperation;
	const current = await client.getCertificate('exo');
	const der = signByOpenSsl(Buffer.from(csr));
	const foreign = await refusalOf(() => client.mergeCertificate('exo', [Buffer.from(before.cer)]));
	// This client sends no tags with a merge.
	const merged = await client.mergeCertificate('exo', [der]);
	const versions = await collect(client.listPropertiesOfCertificateVersions('exo'));
	return {
		second,
		pendingStatus: status,
		staysCurrent: current.properties.version === before.properties.version,
		foreign,
		merged: shown(merged),
		isMergedCurrent: (await client.getCertificate('exo')).properties.version === merged.properties.version,
		isSignedOne: Buffer.from(merged.cer).equals(der),
		versionCount: versions.length,
	};
}

// A CA of its own makes a certificate of the request.
function signByOpenSsl(csr) {
	const folder = mkdtempSync(join(tmpdir(), 'official-ca-'));
	const openssl = (...args) => execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' });
	try {
		writeFileSync(join(folder, 'csr.der'), csr);
		openssl('req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', 'ca.key', '-out', 'ca.crt', '-subj', '/CN=CA');
		const by = ['-CA', 'ca.crt', '-CAkey', 'ca.key', '-CAcreateserial', '-days', '90'];
		openssl('x509', '-req', '-inform', 'der', '-in', 'csr.der', ...by, '-outform', 'der', '-out', 'leaf.der');
		return readFileSync(join(folder, 'leaf.der'));
	} finally {
		rmSync(folder, { recursive: true });
	}
}

async function change(client) {
	const { properties } = await client.getCertificate('exo');
	const tagged = await client.updateCertificateProperties('exo', properties.version, { tags: { a: 'b' } });
	const off = await client.updateCertificateProperties('exo', properties.version, { enabled: false });
	const policy = await client.getCertificatePolicy('exo');
	await client.updateCertificatePolicy('exo', { ...policy, validityInMonths: 24 });
	const changed = await client.getCertificatePolicy('exo');
	await client.beginCreateCertificate('stopped', UNKNOWN, POLL);
	await client.deleteCertificateOperation('stopped');
	const stopped = await refusalOf(() => client.getCertificateOperation('stopped'));
	await client.beginCreateCertificate('cancelled', UNKNOWN, POLL);
	await (await client.getCertificateOperation('cancelled')).cancelOperation();
	const listed = await collect(client.listPropertiesOfCertificates());
	return {
		tags: tagged.properties.tags,
		offStaysTagged: [off.properties.enabled, off.properties.tags],
		policy: { subject: policy.subject, issuerName: policy.issuerName, exportable: policy.exportable },
		changedMonths: changed.validityInMonths,
		stopped,
		names: listed.map(({ name }) => name).sort(),
	};
}

/** Imports each PFX that it is given, and reads it back; this client sends no policy with an import. */
async function importAll(client, imports) {
	const imported = {};
	for (const { name, content, password } of imports) {
		const options = { password, tags: { from: 'file' } };
		const refused = await refusalOf(() => client.importCertificate(name, Buffer.from(content, 'base64'), options));
		imported[name] = refused ?? shown(await client.getCertificate(name));
	}
	return { imported };
}

async function deleteAndRecover(client) {
	const deleted = await (await client.beginDeleteCertificate('self', POLL)).pollUntilDone();
	const conflict = await refusalOf(() => client.beginCreateCertificate('self', UNKNOWN, POLL));
	const recovered = await (await client.beginRecoverDeletedCertificate('self', POLL)).pollUntilDone();
	return { deleted: deleted.name, conflict, recovered: recovered.name };
}

/** Reads certificates by their names, with what their secrets hold. */
export async function held({ vaultUrl, credential, options, config }) {
	const client = new CertificateClient(vaultUrl, credential, options);
	const secretClient = new SecretClient(vaultUrl, credential, options);
	const found = {};
	for (const name of config.names) {
		const { cer, policy, properties } = await client.getCertificate(name);
		const { value, properties: ofSecret } = await secretClient.getSecret(name);
		found[name] = {
			cer: Buffer.from(cer).toString('base64'),
			contentType: policy.contentType,
			exportable: policy.exportable,
			thumbprint: Buffer.from(properties.x509Thumbprint).toString('hex').toUpperCase(),
			secret: { value, contentType: ofSecret.contentType },
		};
	}
	return found;
}

/** Reads a certificate that was rotated: its current version with its key, all versions, the policy. */
export async function rotated({ vaultUrl, credential, options, config: { name } }) {
	const client = new CertificateClient(vaultUrl, credential, options);
	const { cer, properties } = await client.getCertificate(name);
	const { value } = await new SecretClient(vaultUrl, credential, options).getSecret(name);
	const { issuerName, reuseKey, lifetimeActions } = await client.getCertificatePolicy(name);
	const versions = await collect(client.listPropertiesOfCertificateVersions(name));
	return {
		[name]: {
			cer: Buffer.from(cer).toString('base64'),
			thumbprint: Buffer.from(properties.x509Thumbprint).toString('hex').toUpperCase(),
			version: properties.version,
			tags: properties.tags,
			expiresOnMs: properties.expiresOn.getTime(),
			secretValue: value,
			versions: versions.map(({ version }) => version),
			policy: { issuerName, reuseKey, actions: lifetimeActions.map(({ action }) => action) },
		},
	};
}

/** Requests a new version, and gives what is to be signed. */
export async function requested({ vaultUrl, credential, options, config: { name } }) {
	const client = new CertificateClient(vaultUrl, credential, options);
	await client.beginCreateCertificate(name, UNKNOWN, POLL);
	const { csr } = (await client.getCertificateOperation(name)).getOperationState().certificateOperation;
	return { csr: Buffer.from(csr).toString('base64') };
}

/** Completes the request with this certificate, and reads the new version. */
export async function merged({ vaultUrl, credential, options, config: { name, cer } }) {
	const client = new CertificateClient(vaultUrl, credential, options);
	await client.mergeCertificate(name, [Buffer.from(cer, 'base64')]);
	const current = shown(await client.getCertificate(name));
	return { cer: current.cer, thumbprint: current.thumbprint.toUpperCase() };
}
