// PEM and DER files that OpenSSL and ssh-keygen make: every encryption of a key, every label, and what holds no key pair.
import { spawnSync } from 'node:child_process';
import { toPem } from '../../src/certificate/pem.js';
import {
	type CorpusFile,
	type Kit,
	middle,
	pemOf,
	type ReadAs,
	type Refused,
	root,
	rsa,
} from './certificate-corpus.js';
import { noLegacy, noOpenSsl } from './judge-programs.js';

const PASSWORD = 'Rnd-Pass_123';
const ALONE: ReadAs = { leaf: rsa, chain: [] };
const CERTIFICATE = toPem('CERTIFICATE', rsa.certificate);
const LEGACY = ['-provider', 'legacy', '-provider', 'default'];

const unsupported = (problem: RegExp): Refused => ({ code: 'PEM_UNSUPPORTED', problem });

interface Options {
	/** Arguments of a command that reads a PEM key on -in; the certificate is added to what it prints. */
	readonly command: readonly string[];
	readonly isLegacy?: boolean;
	readonly expected?: ReadAs | Refused;
}

/** A key that OpenSSL encrypts, with its certificate. */
function key(name: string, { command, isLegacy = false, expected = ALONE }: Options): CorpusFile {
	return {
		name: `OpenSSL: a key in PEM, ${name}`,
		password: PASSWORD,
		skip: isLegacy ? noLegacy : noOpenSsl,
		expected,
		openssl: ['pkey', ...(isLegacy ? LEGACY : [])],
		make: async (kit) => {
			const file = await kit.save(toPem('PRIVATE KEY', rsa.pkcs8));
			const [program = '', ...options] = command;
			const all = [...options, '-in', file, '-passout', `pass:${PASSWORD}`, ...(isLegacy ? LEGACY : [])];
			return Buffer.concat([await kit.run('openssl', program, ...all), Buffer.from(CERTIFICATE)]);
		},
	};
}

const topk8 = (...options: readonly string[]): readonly string[] => ['pkcs8', '-topk8', ...options];
const old = (cipher: string): readonly string[] => ['rsa', '-traditional', cipher];

const KEYS: readonly CorpusFile[] = [
	...['aes-128-cbc', 'aes-192-cbc', 'aes-256-cbc', 'des3', 'camellia-256-cbc', 'aria-256-cbc'].map((cipher) =>
		key(cipher, { command: topk8('-v2', cipher) }),
	),
	...['MD5', 'SHA1', 'SHA224', 'SHA256', 'SHA384', 'SHA512', 'SHA512-224', 'SHA512-256'].map((digest) =>
		key(`HMAC with ${digest}`, { command: topk8('-v2', 'aes-256-cbc', '-v2prf', `hmacWith${digest}`) }),
	),
	key('scrypt', { command: topk8('-scrypt') }),
	key('scrypt with other numbers', {
		command: topk8('-scrypt', '-scrypt_N', '4096', '-scrypt_r', '4', '-scrypt_p', '2'),
	}),
	key('the 3DES of PKCS #12', { command: topk8('-v1', 'PBE-SHA1-3DES') }),
	key('the RC2-40 of PKCS #12', { command: topk8('-v1', 'PBE-SHA1-RC2-40'), isLegacy: true }),
	key('the RC4-128 of PKCS #12', {
		command: topk8('-v1', 'PBE-SHA1-RC4-128'),
		isLegacy: true,
		expected: unsupported(/the encryption 128-bit RC4 \(PBE-SHA1-RC4-128\)/),
	}),
	key('MD5 and DES', {
		command: topk8('-v1', 'PBE-MD5-DES'),
		isLegacy: true,
		expected: unsupported(/the encryption MD5 and DES \(PBE-MD5-DES\)/),
	}),
	...['-aes128', '-aes256', '-des3', '-camellia192', '-aria256'].map((cipher) =>
		key(`the old way, ${cipher}`, { command: old(cipher) }),
	),
	key('the old way, DES', {
		command: old('-des'),
		isLegacy: true,
		expected: unsupported(/the encryption DES \(DES-CBC\)/),
	}),
];

interface OtherOptions {
	readonly make: (kit: Kit) => Promise<Buffer>;
	readonly expected: ReadAs | Refused;
	readonly skip?: string | false;
}

function other(name: string, { make, expected, skip = noOpenSsl }: OtherOptions): CorpusFile {
	return { name: `OpenSSL: ${name}`, skip, expected, make };
}

const PEM = pemOf(rsa, [middle.certificate, root.certificate]);

async function convert(kit: Kit, input: Buffer | string, ...command: readonly string[]): Promise<Buffer> {
	return kit.run('openssl', ...command, '-in', await kit.save(input));
}

const noSshKeygen =
	spawnSync('ssh-keygen', ['-?'], { stdio: 'ignore' }).error === undefined ? false : 'ssh-keygen is not here';

const OTHERS: readonly CorpusFile[] = [
	other('TRUSTED CERTIFICATE', {
		make: async (kit) => {
			const trusted = await convert(
				kit,
				CERTIFICATE,
				'x509',
				'-trustout',
				'-addtrust',
				'clientAuth',
				'-setalias',
				'exo',
			);
			return Buffer.concat([Buffer.from(toPem('PRIVATE KEY', rsa.pkcs8)), trusted]);
		},
		expected: ALONE,
	}),
	other('what pkcs12 -noenc prints, with its attributes', {
		make: async (kit) => {
			const pfx = await kit.save(await convert(kit, PEM, 'pkcs12', '-export', '-name', 'exo', '-passout', 'pass:x'));
			return kit.run('openssl', 'pkcs12', '-noenc', '-passin', 'pass:x', '-in', pfx);
		},
		expected: { leaf: rsa, chain: [middle.certificate, root.certificate] },
	}),
	other('a certificate with its text', {
		make: async (kit) =>
			Buffer.concat([await convert(kit, CERTIFICATE, 'x509', '-text'), Buffer.from(toPem('PRIVATE KEY', rsa.pkcs8))]),
		expected: ALONE,
	}),
	other('a request in place of the certificate', {
		make: async (kit) => {
			const file = await kit.save(toPem('PRIVATE KEY', rsa.pkcs8));
			const request = await kit.run('openssl', 'req', '-new', '-subj', '/CN=exo', '-key', file);
			return Buffer.concat([Buffer.from(toPem('PRIVATE KEY', rsa.pkcs8)), request]);
		},
		expected: { code: 'PEM_NO_CERTIFICATE', problem: /a block of the kind CERTIFICATE REQUEST, but no certificate/ },
	}),
	other('a public key', {
		make: async (kit) => convert(kit, toPem('PRIVATE KEY', rsa.pkcs8), 'pkey', '-pubout'),
		expected: { code: 'PEM_NOT_TAKEN', problem: /a block of the kind PUBLIC KEY/ },
	}),
	other('PKCS #7 in PEM', {
		make: async (kit) => kit.run('openssl', 'crl2pkcs7', '-nocrl', '-certfile', await kit.save(PEM)),
		expected: { code: 'PEM_NOT_TAKEN', problem: /a block of the kind PKCS7/ },
	}),
	other('PKCS #7 in DER', {
		make: async (kit) => kit.run('openssl', 'crl2pkcs7', '-nocrl', '-outform', 'DER', '-certfile', await kit.save(PEM)),
		expected: { code: 'CLIENT_CERTIFICATE_NO_KEY', problem: /certificates without a private key \(PKCS #7\)/ },
	}),
	other('a certificate in DER', {
		make: async (kit) => convert(kit, CERTIFICATE, 'x509', '-outform', 'DER'),
		expected: { code: 'CLIENT_CERTIFICATE_NO_KEY', problem: /a certificate without its private key/ },
	}),
	other('an encrypted key in DER', {
		make: async (kit) =>
			convert(kit, toPem('PRIVATE KEY', rsa.pkcs8), 'pkcs8', '-topk8', '-passout', 'pass:x', '-outform', 'DER'),
		expected: { code: 'CLIENT_CERTIFICATE_NO_CERTIFICATE', problem: /a private key without its certificate/ },
	}),
	other('a key of OpenSSH', {
		make: async (kit) => {
			const file = await kit.save('');
			await kit.run('ssh-keygen', '-q', '-t', 'ed25519', '-N', '', '-f', `${file}-ssh`);
			return kit.read(`${file}-ssh`);
		},
		expected: { code: 'PEM_NOT_TAKEN', problem: /a block of the kind OPENSSH PRIVATE KEY/ },
		skip: noSshKeygen,
	}),
];

export const OPENSSL_PEM: readonly CorpusFile[] = [...KEYS, ...OTHERS];
