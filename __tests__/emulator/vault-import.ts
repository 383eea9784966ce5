// Import of a certificate with its key: a PFX in the older protection, or PEM with an unencrypted key.
// https://learn.microsoft.com/rest/api/keyvault/certificates/import-certificate/import-certificate
import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import forge from 'node-forge';
import { pemOf } from './certificate-versions.js';
import { type Answer, jsonAnswer } from './exchange.js';
import { certificateBundle } from './vault-bundles.js';
import { readBody, type VaultCall } from './vault-call.js';
import { checkName, readVersionOptions } from './vault-certificates.js';
import { badParameter, VaultRefusal } from './vault-refusals.js';

const PEM_TYPE = 'application/x-pem-file';

/** Answers `POST /certificates/NAME/import`: what the certificate says of itself goes before the policy that is sent. */
export function importCertificate(call: VaultCall): Answer {
	const { store, origin, name } = call;
	const { value, pwd, policy = {} } = readBody(call);
	const wanted = readVersionOptions(call);
	if (typeof value !== 'string' || value === '') return badParameter('Property value has invalid value.');
	checkName(call);
	const isPem = policy.secret_props?.contentType === PEM_TYPE;
	const { key, certificates } = isPem ? readPem(value) : readPfx(value, pwd);
	const leaf = certificates.find((one) => one.checkPrivateKey(key));
	if (leaf === undefined) return unreadable(isPem).answer;
	if (Date.parse(leaf.validTo) <= store.nowMs()) return badParameter('The specified X.509 certificate is expired.');
	const issuers = certificates.filter((one) => one !== leaf).map(({ raw }) => raw);
	const parts = { der: leaf.raw, issuers, privateKeyPem: pemOf(key), asked: policy, wanted };
	const stored = store.certificates.import(name, parts);
	const record = store.certificates.record(name);
	return jsonAnswer(200, certificateBundle(origin, stored, { record, policy: true }));
}

interface Contents {
	readonly key: KeyObject;
	readonly certificates: readonly X509Certificate[];
}

function unreadable(isPem: boolean): VaultRefusal {
	const message = isPem
		? 'The specified PEM X.509 certificate content is in an unexpected format. Please check if certificate is in valid PEM format.'
		: 'The specified PKCS#12 X.509 certificate content can not be read. Please check if certificate is in valid PKCS#12 format.';
	return new VaultRefusal(badParameter(message));
}

const BLOCK = /-----BEGIN (CERTIFICATE|PRIVATE KEY)-----\n[A-Za-z0-9+/=\n]+-----END \1-----\n?/g;

// PKCS#8 alone, first or last, and line ends of Unix.
function readPem(text: string): Contents {
	const blocks = [...text.matchAll(BLOCK)];
	const places = blocks.flatMap(([, label], index) => (label === 'PRIVATE KEY' ? [index] : []));
	const isKeyAtEdge = places.length === 1 && [0, blocks.length - 1].includes(places[0] ?? -1);
	const rest = text.replace(BLOCK, '').trim();
	if (!isKeyAtEdge || rest !== '' || text.includes('\r')) throw unreadable(true);
	try {
		const key = createPrivateKey(blocks[places[0] ?? 0]?.[0] ?? '');
		const others = blocks.filter(([, label]) => label === 'CERTIFICATE');
		return { key, certificates: others.map(([block]) => new X509Certificate(block)) };
	} catch {
		throw unreadable(true);
	}
}

/** PBES2, by which AES protects: no vault has been seen to take it. */
const PBES2 = Buffer.from('06092a864886f70d01050d', 'hex');

function readPfx(base64: string, password: unknown): Contents {
	const bytes = Buffer.from(base64, 'base64');
	if (!/^[A-Za-z0-9+/]+={0,2}$/.test(base64) || bytes.includes(PBES2)) throw unreadable(false);
	// Without a password there are two: none at all, and the empty one.
	const passwords = typeof password === 'string' && password !== '' ? [password] : [undefined, ''];
	for (const one of passwords) {
		try {
			return readBags(forge.pkcs12.pkcs12FromAsn1(forge.asn1.fromDer(bytes.toString('binary')), one));
		} catch {
			// Refused below.
		}
	}
	throw unreadable(false);
}

function readBags({ safeContents }: forge.pkcs12.Pkcs12Pfx): Contents {
	const bags = safeContents.flatMap(({ safeBags }) => safeBags);
	const derOf = (asn1: forge.asn1.Asn1): Buffer => Buffer.from(forge.asn1.toDer(asn1).getBytes(), 'binary');
	const keys = bags.flatMap(({ type, key, asn1 }) => {
		if (type === forge.pki.oids['certBag']) return [];
		// Forge itself knows RSA alone.
		return [derOf(key ? forge.pki.wrapRsaPrivateKey(forge.pki.privateKeyToAsn1(key)) : asn1)];
	});
	const certificates = bags
		.filter(({ type }) => type === forge.pki.oids['certBag'])
		.map(({ cert, asn1 }) => new X509Certificate(derOf(cert ? forge.pki.certificateToAsn1(cert) : asn1)));
	const [key] = keys;
	if (key === undefined) throw new RangeError('the PFX holds no key');
	return { key: createPrivateKey({ key, format: 'der', type: 'pkcs8' }), certificates };
}
