// PFX files that OpenSSL makes: every protection, MAC, password, kind of key and order, and what may follow or surround them.
import { toPem } from '../../src/certificate/pem.js';
import type { KeyKind } from '../emulator/key-pair.js';
import {
	type CorpusFile,
	chained,
	type Kit,
	leafOf,
	middle,
	type Owner,
	pemOf,
	type ReadAs,
	type Refused,
	root,
	rsa,
} from './certificate-corpus.js';
import { noLegacy, noOpenSsl } from './judge-programs.js';

const PASSWORD = 'Rnd-Pass_123';

interface Options {
	readonly leaf?: Owner;
	readonly password?: string;
	readonly options?: readonly string[];
	readonly expected?: ReadAs | Refused;
	/** Done to the bytes afterwards. */
	readonly change?: (pfx: Buffer) => Buffer;
	/** Whether OpenSSL still opens it then. */
	readonly isJudged?: boolean;
}

function pfx(name: string, wanted: Options = {}): CorpusFile {
	const { leaf = rsa, password = PASSWORD, options = [], expected = chained(leaf), change, isJudged = true } = wanted;
	const isLegacy = options.includes('-legacy');
	return {
		name: `OpenSSL: ${name}`,
		...(password !== '' && { password }),
		skip: isLegacy ? noLegacy : noOpenSsl,
		expected,
		...(isJudged && { openssl: ['pkcs12', ...(isLegacy ? ['-legacy'] : [])] }),
		make: async (kit) => {
			const made = await exportPfx(kit, leaf, [...options, '-passout', `pass:${password}`]);
			return change === undefined ? made : change(made);
		},
	};
}

async function exportPfx(kit: Kit, leaf: Owner, options: readonly string[]): Promise<Buffer> {
	const file = await kit.save(pemOf(leaf, [root.certificate, middle.certificate]));
	return kit.run('openssl', 'pkcs12', '-export', '-in', file, ...options);
}

const both = (pbe: string): readonly string[] => ['-certpbe', pbe, '-keypbe', pbe];
const refused = (reason: string, problem: RegExp): Refused => ({ code: `PFX_${reason}`, problem });
const unsupported = (problem: RegExp): Refused => refused('UNSUPPORTED', problem);

/** The same file, opened with another password, or with none. */
function given(password: string | undefined, { password: _, ...file }: CorpusFile): CorpusFile {
	return { ...file, ...(password !== undefined && { password }) };
}

const PROTECTIONS: readonly CorpusFile[] = [
	pfx('as it comes'),
	...['PBE-SHA1-3DES', 'PBE-SHA1-2DES', 'aes-128-cbc', 'aes-192-cbc', 'aes-256-cbc', 'des-ede3-cbc'].map((pbe) =>
		pfx(pbe, { options: both(pbe) }),
	),
	...['camellia-128-cbc', 'camellia-256-cbc', 'aria-128-cbc', 'aria-192-cbc', 'aria-256-cbc', 'sm4-cbc'].map((pbe) =>
		pfx(pbe, { options: both(pbe) }),
	),
	pfx('RC2-40, as OpenSSL 1 wrote it', { options: ['-legacy'] }),
	pfx('RC2-128', { options: ['-legacy', ...both('PBE-SHA1-RC2-128')] }),
	pfx('Triple DES for certificates too', { options: ['-legacy', '-descert'] }),
	pfx('RC4', {
		options: ['-legacy', ...both('PBE-SHA1-RC4-128')],
		expected: unsupported(/the encryption 128-bit RC4 \(PBE-SHA1-RC4-128\)/),
	}),
	pfx('RC4 of 40 bits', {
		options: ['-legacy', ...both('PBE-SHA1-RC4-40')],
		expected: unsupported(/the encryption 40-bit RC4 \(PBE-SHA1-RC4-40\)/),
	}),
	pfx('DES', { options: ['-legacy', ...both('des-cbc')], expected: unsupported(/the encryption DES \(DES-CBC\)/) }),
	pfx('Blowfish', { options: ['-legacy', ...both('bf-cbc')], expected: unsupported(/the encryption Blowfish/) }),
	pfx('AES-256-CFB', { options: both('aes-256-cfb'), expected: unsupported(/the encryption AES-256-CFB/) }),
	pfx('no encryption', { options: both('NONE') }),
	pfx('the key alone encrypted', { options: ['-certpbe', 'NONE'] }),
	pfx('certificates alone encrypted', { options: ['-keypbe', 'NONE'] }),
];

const MACS: readonly CorpusFile[] = [
	...['md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512', 'sha512-224', 'sha512-256'].map((mac) =>
		pfx(`MAC ${mac}`, { options: ['-macalg', mac] }),
	),
	...['sha3-224', 'sha3-256', 'sha3-384', 'sha3-512', 'sm3', 'ripemd160'].map((mac) =>
		pfx(`MAC ${mac}`, { options: ['-macalg', mac] }),
	),
	pfx('no MAC', { options: ['-nomac'] }),
	pfx('one iteration', { options: ['-noiter', '-nomaciter'] }),
	pfx('600,000 iterations', { options: ['-iter', '600000'] }),
];

const PASSWORDS: readonly CorpusFile[] = [
	...Object.entries({ umlauts: 'p\u00e5ss w\u20acrd', 'a smiley': '\u{1f600}', '100 characters': 'x'.repeat(100) }).map(
		([what, password]) => pfx(`a password with ${what}`, { password }),
	),
	pfx('an empty password', { password: '' }),
	pfx('an empty password, 3DES', { password: '', options: both('PBE-SHA1-3DES') }),
	given(undefined, pfx('none given', { isJudged: false, expected: refused('PASSWORD_NEEDED', /none was given/) })),
	given('x', pfx('another given', { isJudged: false, expected: refused('WRONG_PASSWORD', /does not open/) })),
	given(
		'x',
		pfx('one given for nothing', {
			password: '',
			isJudged: false,
			expected: refused('PASSWORD_NOT_NEEDED', /has no password/),
		}),
	),
];

const KEYS: readonly CorpusFile[] = (['rsa-4096', 'ec', 'ec-384', 'ec-k256', 'ed25519'] as readonly KeyKind[]).map(
	(kind) => pfx(`a key of the kind ${kind}`, { leaf: leafOf(kind) }),
);

const PARTS: readonly CorpusFile[] = [
	pfx('with a name and a provider', { options: ['-name', 'exo', '-CSP', 'Microsoft Software Key Storage Provider'] }),
	pfx('with names of the issuers', { options: ['-caname', 'middle', '-caname', 'root'] }),
	pfx('certificates without a key', {
		options: ['-nokeys'],
		expected: refused('NO_KEY', /no private key; it holds 3 certificates/),
		isJudged: false,
	}),
	{
		...pfx('a key without certificates', {
			expected: refused('NO_CERTIFICATE', /and no certificate/),
			isJudged: false,
		}),
		make: async (kit) => {
			const file = await kit.save(pemOf(rsa, []));
			return kit.run(
				'openssl',
				'pkcs12',
				'-export',
				'-nocerts',
				'-inkey',
				file,
				'-in',
				file,
				'-passout',
				`pass:${PASSWORD}`,
			);
		},
	},
];

const SURROUNDED: readonly CorpusFile[] = [
	pfx('8 zeros after its end', { change: (bytes) => Buffer.concat([bytes, Buffer.alloc(8)]) }),
	pfx('text after its end', { change: (bytes) => Buffer.concat([bytes, Buffer.from('\r\n; end of file')]) }),
	pfx('itself after its end', { change: (bytes) => Buffer.concat([bytes, bytes]) }),
	pfx('base64', { change: (bytes) => Buffer.from(bytes.toString('base64')), isJudged: false }),
	pfx('between CERTIFICATE armour', { change: (bytes) => Buffer.from(toPem('CERTIFICATE', bytes)), isJudged: false }),
	pfx('between PKCS12 armour', { change: (bytes) => Buffer.from(toPem('PKCS12', bytes)), isJudged: false }),
	pfx('without its last bytes', {
		change: (bytes) => bytes.subarray(0, -9),
		expected: refused('CUT_OFF', /last 9 bytes are missing/),
		isJudged: false,
	}),
	pfx('with a byte changed', {
		change: (bytes) => Buffer.from(bytes).fill(0, 900, 901).fill(1, 901, 902),
		expected: refused('WRONG_PASSWORD', /does not open/),
		isJudged: false,
	}),
];

export const OPENSSL_PFX: readonly CorpusFile[] = [
	...PROTECTIONS,
	...MACS,
	...PASSWORDS,
	...KEYS,
	...PARTS,
	...SURROUNDED,
];
