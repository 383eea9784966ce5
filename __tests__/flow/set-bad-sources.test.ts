// Values that cannot be read: errors before the first request, all in one run, and none of them repeats anything.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { toPem } from '../../src/certificate/pem.js';
import { type Issued, issue } from '../support/certificates.js';
import { type SetRunOptions, SetWorld } from '../support/set-world.js';

const SECRET = 'S3cret-value/with+signs';

function pemOf({ pkcs8, certificate }: Issued): string {
	return `${toPem('PRIVATE KEY', pkcs8)}${toPem('CERTIFICATE', certificate)}`;
}

const PEM = pemOf(issue('www', { kind: 'ec' }));

const refuse = (code: string) => (): never => {
	throw Object.assign(new Error(`${SECRET}: ${code}`), { code });
};

const throwing = (error: unknown) => (): never => {
	throw error;
};

/** A line whose value cannot be read, and what is said of it. */
const BAD: readonly (readonly [string, string, SetRunOptions, RegExp, string?])[] = [
	['a variable that is not set', 'db < env DB', {}, /variable/],
	['a file that is not there', 'db < file x', {}, /\bno file\b/],
	['a path for a shell', 'db < file ~/x', {}, /shell.*"~"/],
	['a file that is empty', 'db < file f', { files: { f: '' } }, /empty/],
	['a file that is no text', 'db < file f', { files: { f: Buffer.from([0xff, 0x41]) } }, /UTF-8.*\| base64/],
	['a file that is too large', 'db < file f', { files: { f: 'x'.repeat(25_601) } }, /file.*25600 bytes/],
	['a value that is too large', 'db < env DB', { variables: { DB: 'é'.repeat(12_801) } }, /value.*25600 bytes/],
	['bytes that are too many', 'db < file f | base64', { files: { f: Buffer.alloc(19_201) } }, /base64.*25600 bytes/],
	['a folder', 'db < file f', { readFile: refuse('EISDIR') }, /folder/],
	['a file of somebody else', 'db < file f', { readFile: refuse('EACCES') }, /user.*read/],
	['a path that is none', 'db < file f', { readFile: refuse('ENAMETOOLONG') }, /too long/],
	['a failure of another kind', 'db < file f', { readFile: () => assert.fail(SECRET) }, /\bno file\b/],
	['a failure without a code', 'db < file f', { readFile: throwing(new Error(SECRET)) }, /\bno file\b/],
	['a failure that is no error', 'db < file f', { readFile: throwing(SECRET) }, /\bno file\b/],
	['a large file', 'www < file f', { files: { f: Buffer.alloc(1024 * 1024 + 1) } }, /1 MiB/, 'certificates'],
	['no certificate', 'www < env DB', { variables: { DB: SECRET } }, /base64.*PFX.*PEM/, 'certificates'],
	[
		'a key alone',
		'www < env DB',
		{ variables: { DB: PEM.slice(0, PEM.indexOf('-----BEGIN CERT')) } },
		/private key.*certificate/,
		'certificates',
	],
	[
		'a key that is too short for a vault',
		'www < env DB',
		{ variables: { DB: pemOf(issue('short', { kind: 'rsa-512' })) } },
		/Key Vault.*private key.*size/,
		'certificates',
	],
	[
		'a key that vaults do not take',
		'www < env DB',
		{
			variables: { DB: pemOf(issue('ed', { kind: 'ed25519' })) },
		},
		/Key Vault.*private key/,
		'certificates',
	],
];

describe('a value that cannot be read', () => {
	for (const [what, line, options, problem, input = 'secrets'] of BAD) {
		it(`is an error before the first request, which repeats nothing: ${what}`, async () => {
			const { succeeded, errors, requests, outputs } = await new SetWorld().run({ [input]: line }, options);
			assert.ok(!succeeded);
			assert.match(errors.join('\n'), problem);
			assert.ok(errors[0]?.startsWith(`${input} line 1: `), errors[0]);
			assert.ok(!errors.join('\n').includes(SECRET));
			assert.deepEqual([requests.length, outputs], [0, {}]);
		});
	}

	it('is told with all other mistakes', async () => {
		const { errors, requests } = await new SetWorld().run({
			secrets: 'a < env A\nb < hunter2\nc_d < generate 16',
			certificates: 'e < file e.pem | typo',
			keyvault: 'no vault',
			'dry-run': 'maybe',
			cloud: 'moon',
		});
		assert.equal(errors.length, 7, errors.join('\n'));
		assert.equal(requests.length, 0);
	});

	it('names the input that an encrypted key lacks, or that is wrong', async () => {
		const { privateKey, certificate } = issue('www', { kind: 'ec' });
		const key = privateKey.export({ format: 'pem', type: 'pkcs8', cipher: 'aes-256-cbc', passphrase: 'right' });
		const options = { variables: { TLS: `${key}${toPem('CERTIFICATE', certificate)}` } };
		const run = (password: string) =>
			new SetWorld().run({ certificates: 'www < env TLS', 'certificate-password': password }, options);
		assert.match((await run('')).errors[0] ?? '', /Set certificate-password\./);
		assert.match((await run('wrong')).errors[0] ?? '', /password.*PEM/);
		assert.ok((await run('right')).succeeded);
	});

	it('is none at all: an input without lines, or without a vault', async () => {
		const nothing = await new SetWorld().run({});
		assert.match(nothing.errors.join('\n'), /^secrets: /m);
		const misplaced = await new SetWorld().run({ secret: 'db', vault: 'contoso', keyvault: '' });
		assert.match(misplaced.errors.join('\n'), /input vault .*keyvault/);
		assert.match(misplaced.errors.join('\n'), /secret .*write secrets/);
		assert.match((await new SetWorld().run({ secrets: 'a < env A', keyvault: '' })).errors[0] ?? '', /^keyvault: /);
	});
});
