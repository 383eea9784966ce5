// Certificate files that Java's keytool, node-forge and .NET make.
import forge from 'node-forge';
import { toPem } from '../../src/certificate/pem.js';
import { issue } from '../support/certificates.js';
import { noDotnet } from '../support/dotnet.js';
import {
	type CorpusFile,
	chained,
	ISSUERS,
	type Kit,
	pemOf,
	type ReadAs,
	type Refused,
	rsa,
} from './certificate-corpus.js';
import { noKeytool, noOpenSsl } from './judge-programs.js';

const PASSWORD = 'Rnd-Pass_123';

interface KeytoolOptions {
	/** Properties of Java's security. */
	readonly properties?: Readonly<Record<string, string>>;
	readonly type?: string;
	readonly expected?: ReadAs | Refused;
}

/** A key store that keytool makes of a PFX of OpenSSL. */
function keystore(
	name: string,
	{ properties = {}, type = 'PKCS12', expected = chained(rsa) }: KeytoolOptions = {},
): CorpusFile {
	return {
		name: `keytool: ${name}`,
		password: PASSWORD,
		skip: noKeytool || noOpenSsl,
		expected,
		...(type === 'PKCS12' && { openssl: ['pkcs12', ...('keystore.pkcs12.legacy' in properties ? ['-legacy'] : [])] }),
		make: async (kit) => {
			const file = await kit.save(pemOf(rsa, ISSUERS));
			const pfx = await kit.run('openssl', 'pkcs12', '-export', '-in', file, '-name', 'exo', '-passout', 'pass:source');
			const source = await kit.save(pfx);
			const from = ['-srckeystore', source, '-srcstoretype', 'PKCS12', '-srcstorepass', 'source'];
			const to = ['-destkeystore', `${source}.store`, '-deststoretype', type, '-deststorepass', PASSWORD];
			const options = Object.entries(properties).map(([key, value]) => `-J-D${key}=${value}`);
			await kit.run('keytool', '-importkeystore', '-noprompt', ...from, ...to, ...options, ...FAST);
			return kit.read(`${source}.store`);
		},
	};
}

// A program that lives for a second gains nothing by being compiled.
const FAST = ['-J-XX:TieredStopAtLevel=1', '-J-Xshare:auto'];

const KEYTOOL: readonly CorpusFile[] = [
	keystore('as it comes'),
	keystore('as Java 8 wrote it', { properties: { 'keystore.pkcs12.legacy': 'true' } }),
	keystore('SHA-512 in the MAC, AES-128 around the key, bare certificates', {
		properties: {
			'keystore.pkcs12.macAlgorithm': 'HmacPBESHA512',
			'keystore.pkcs12.keyProtectionAlgorithm': 'PBEWithHmacSHA512AndAES_128',
			'keystore.pkcs12.certProtectionAlgorithm': 'NONE',
		},
	}),
	keystore('SHA-224 in the MAC, 50,000 iterations', {
		properties: {
			'keystore.pkcs12.macAlgorithm': 'HmacPBESHA224',
			'keystore.pkcs12.macIterationCount': '50000',
			'keystore.pkcs12.keyProtectionAlgorithm': 'PBEWithHmacSHA384AndAES_256',
		},
	}),
	keystore('a key store of the old kind (JKS)', {
		type: 'JKS',
		expected: { code: 'CLIENT_CERTIFICATE_NOT_TAKEN', problem: /a key store of Java \(JKS\)/ },
	}),
];

/** It reads certificates of RSA keys alone, signed by RSA. */
const own = issue('Own', { kind: 'rsa', isAuthority: false });

type ForgeOptions = NonNullable<Parameters<typeof forge.pkcs12.toPkcs12Asn1>[3]> & { readonly prfAlgorithm?: string };

function forgePfx(name: string, options: ForgeOptions, password: string | null = PASSWORD): CorpusFile {
	return {
		name: `node-forge: ${name}`,
		...(password && { password }),
		skip: false,
		expected: { leaf: own, chain: [] },
		...(noOpenSsl === false && { openssl: ['pkcs12'] }),
		make: async () => {
			const key = forge.pki.privateKeyFromPem(own.privateKey.export({ format: 'pem', type: 'pkcs1' }).toString());
			const certificates = [forge.pki.certificateFromPem(toPem('CERTIFICATE', own.certificate))];
			const asn1 = forge.pkcs12.toPkcs12Asn1(key, certificates, password as string, options);
			return Buffer.from(forge.asn1.toDer(asn1).getBytes(), 'latin1');
		},
	};
}

const FORGE: readonly CorpusFile[] = [
	forgePfx('3DES', { algorithm: '3des' }),
	forgePfx('AES-128', { algorithm: 'aes128' }),
	forgePfx('AES-192', { algorithm: 'aes192' }),
	forgePfx('AES-256 and SHA-512', { algorithm: 'aes256', prfAlgorithm: 'sha512' }),
	forgePfx('no local key ID, a name', { algorithm: 'aes256', generateLocalKeyId: false, friendlyName: 'exo' }),
	forgePfx('one iteration', { algorithm: '3des', count: 1 }),
	forgePfx('an empty password', { algorithm: '3des' }, ''),
	forgePfx('the null password', { algorithm: '3des' }, null),
	forgePfx('no MAC', { algorithm: 'aes256', useMac: false }),
];

interface DotnetOptions {
	readonly ask: readonly [verb: string, item: object];
	readonly password?: string;
	readonly expected?: ReadAs | Refused;
	readonly openssl?: readonly string[];
	/** Makes the file of what .NET gave; left out, that is its base64. */
	readonly finish?: (given: string) => Buffer;
}

function dotnet(name: string, { ask, password, expected = chained(rsa), openssl, finish }: DotnetOptions): CorpusFile {
	return {
		name: `.NET: ${name}`,
		...(password !== undefined && { password }),
		skip: noDotnet,
		expected,
		...(openssl !== undefined && noOpenSsl === false && { openssl }),
		make: async ({ dotnet: judge }: Kit) => {
			const [given = ''] = (await judge?.ask<string>(ask[0], [ask[1]])) ?? [];
			return finish === undefined ? Buffer.from(given, 'base64') : finish(given);
		},
	};
}

const PEM = pemOf(rsa, []);
const ALL = { pem: PEM, certificates: ISSUERS.map((der) => der.toString('base64')) };
const CERTIFICATE = toPem('CERTIFICATE', rsa.certificate);

const encryptions = [
	['Aes128Cbc', 'SHA1'],
	['Aes192Cbc', 'SHA384'],
	['Aes256Cbc', 'SHA256'],
	['Aes256Cbc', 'SHA512'],
	['TripleDes3KeyPkcs12', 'SHA1'],
] as const;

const DOTNET: readonly CorpusFile[] = [
	dotnet('a PFX with a password', {
		ask: ['exportPfx', { ...ALL, password: PASSWORD }],
		password: PASSWORD,
		openssl: ['pkcs12'],
	}),
	dotnet('a PFX with an empty password', { ask: ['exportPfx', { ...ALL, password: '' }], openssl: ['pkcs12'] }),
	dotnet('a PFX without a password', { ask: ['exportPfx', { ...ALL, password: null }], openssl: ['pkcs12'] }),
	dotnet('a PFX of certificates alone', {
		ask: ['exportPfx', { ...ALL, pem: null, password: PASSWORD }],
		password: PASSWORD,
		expected: { code: 'PFX_NO_KEY', problem: /holds no private key; it holds 2 certificates/ },
	}),
	...encryptions.map(([algorithm, hash]) =>
		dotnet(`a key in PEM, ${algorithm} and ${hash}`, {
			ask: ['encryptKey', { pem: PEM, password: PASSWORD, algorithm, hash, iterations: 100_000 }],
			password: PASSWORD,
			expected: { leaf: rsa, chain: [] },
			openssl: ['pkey'],
			finish: (pem) => Buffer.from(`${pem}\n${CERTIFICATE}`),
		}),
	),
];

export const FROM_OTHERS: readonly CorpusFile[] = [...KEYTOOL, ...FORGE, ...DOTNET];
