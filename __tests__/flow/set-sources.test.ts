// Where values come from: variables, files and chance, read before the first request, hidden, and sent to the vault alone.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { toPem } from '../../src/certificate/pem.js';
import type { ProgramStart } from '../../src/ports.js';
import { issue } from '../support/certificates.js';
import { type SetRunOptions, SetWorld, VAULT_HOST } from '../support/set-world.js';

const SECRET = 'S3cret-value/with+signs';
const PEM = (({ pkcs8, certificate }) => `${toPem('PRIVATE KEY', pkcs8)}${toPem('CERTIFICATE', certificate)}`)(
	issue('www', { kind: 'ec' }),
);

interface Source {
	readonly name: string;
	readonly inputs: Readonly<Record<string, string>>;
	readonly options: SetRunOptions;
	/** Texts that must be seen nowhere. */
	readonly hidden: readonly string[];
}

const base64 = (text: string): string => Buffer.from(text).toString('base64');

const SOURCES: readonly Source[] = [
	{
		name: 'variable',
		inputs: { secrets: 'db < env DB' },
		options: { variables: { DB: SECRET, OTHER: 'untouched' } },
		hidden: [SECRET, base64(SECRET), encodeURIComponent(SECRET)],
	},
	{
		name: 'file',
		inputs: { secrets: 'db < file db.txt' },
		options: { files: { 'db.txt': `${SECRET}\nand a second line` } },
		hidden: [SECRET, 'and a second line', base64(SECRET)],
	},
	{
		name: 'bytes of a file',
		inputs: { secrets: 'db < file db.bin | base64' },
		options: { files: { 'db.bin': Buffer.from(`${SECRET}\xff\xfe`, 'latin1') } },
		hidden: [SECRET, Buffer.from(`${SECRET}\xff\xfe`, 'latin1').toString('base64')],
	},
	{
		name: 'certificate and its password',
		inputs: { certificates: 'www < env TLS', 'certificate-password': SECRET },
		options: { variables: { TLS: PEM } },
		hidden: [SECRET, ...(/KEY-----\n(.*?)\n-----END/s.exec(PEM)?.[1]?.split('\n') ?? [])],
	},
];

describe('a value', () => {
	for (const { name, inputs, options, hidden } of SOURCES) {
		// Promise: H10
		it(`is masked before the first request, and seen nowhere else: ${name}`, async () => {
			const { succeeded, errors, events, log, files } = await new SetWorld().run(inputs, options);
			assert.ok(succeeded, errors.join('\n'));
			const firstRequest = events.findIndex(({ kind }) => kind === 'request');
			const lastMask = events.map(({ kind }) => kind).lastIndexOf('mask', firstRequest);
			assert.ok(lastMask >= 0);
			assert.ok(log.masks.some((mask) => mask.includes(hidden[0] ?? assert.fail(name))));
			for (const text of hidden) {
				for (const event of events.filter(({ kind }) => kind !== 'mask'))
					assert.ok(!`${event.name} ${event.text}`.includes(text), `${text} in ${event.kind}`);
				assert.ok(!log.debugLines.join('\n').includes(text) && !files.summary().includes(text));
			}
		});

		// Promise: P12
		it(`is sent to the vault alone, and nothing else is read: ${name}`, async () => {
			const { requests } = await new SetWorld().run(inputs, options);
			for (const { url, body } of requests.filter((one) => new URL(one.url).host !== VAULT_HOST))
				for (const text of hidden) assert.ok(!`${url}${body?.reveal()}`.includes(text), url);
			assert.ok(!requests.some(({ body }) => body?.reveal().includes('untouched')));
		});
	}

	it('that is short or common is hidden, with a warning', async () => {
		for (const [value, warning] of [
			['abc', /Short or common: db: The value of db has fewer than 4 characters/],
			['test', /Short or common: db: The value of db is a common word/],
			['{\n}', /Not masked: db: The value of db has no line that can be masked/],
		] as const) {
			const { warnings } = await new SetWorld().run({ secrets: 'db < env DB' }, { variables: { DB: value } });
			assert.match(warnings.join('\n'), warning);
		}
	});

	it('keeps a line break at its end, with a warning', async () => {
		for (const value of [`${SECRET}\n`, `${SECRET}\r\n`, `first line\n${SECRET}\n`, ` ${SECRET}`]) {
			const world = new SetWorld();
			const { warnings } = await world.run({ secrets: 'db < file db.txt' }, { files: { 'db.txt': value } });
			assert.equal(world.secret('db')?.value, value);
			assert.match(warnings.join('\n'), /White space: secret db: secrets line 1: the value (?:begins|ends) with/);
		}
		const world = new SetWorld();
		const { warnings } = await world.run({ secrets: 'db < file db.txt' }, { files: { 'db.txt': 'a\nb-of-two-lines' } });
		assert.deepEqual(warnings, []);
	});

	it('may be text that is stored as base64, and is hidden in both forms', async () => {
		const world = new SetWorld();
		const { log } = await world.run({ secrets: 'db < file f | base64' }, { files: { f: `${SECRET}\n` } });
		assert.equal(world.secret('db')?.value, base64(`${SECRET}\n`));
		for (const text of [SECRET, base64(`${SECRET}\n`)])
			assert.ok(
				log.masks.some((mask) => mask.trim() === text),
				text,
			);
	});

	it('may be as long as a vault takes it, in bytes', async () => {
		const world = new SetWorld();
		const long = 'é'.repeat(12_800);
		assert.ok((await world.run({ secrets: 'db < env DB' }, { variables: { DB: long } })).succeeded);
		assert.equal(world.secret('db')?.value, long);
		const file = Buffer.alloc(19_200, 0xff);
		assert.ok((await world.run({ secrets: 'bytes < file f | base64' }, { files: { f: file } })).succeeded);
		assert.equal(world.secret('bytes')?.value.length, 25_600);
	});

	it('that is not signed in with is not asked for again: nobody reads the log, and nothing is sent', async () => {
		const { succeeded, requests } = await new SetWorld().run(
			{ secrets: 'db < env DB' },
			{ variables: { DB: SECRET }, unreadFrom: 2 },
		);
		assert.ok(!succeeded);
		assert.equal(requests.length, 0);
	});

	// Promise: L19
	it('is withheld from az, which signs the step in', async () => {
		const world = new SetWorld();
		const started: ProgramStart[] = [];
		const { succeeded, errors } = await world.run(
			{
				'auth-method': 'azure-cli',
				'client-id': '',
				'client-secret': '',
				secrets: 'db < env DB\nmade < generate 20',
				certificates: 'www < env TLS',
			},
			{
				variables: { DB: SECRET, TLS: PEM },
				runProgram: async (start) => {
					started.push(start);
					const answer = { accessToken: world.directory.issue(), expires_on: 1999999999, tokenType: 'Bearer' };
					return { exitCode: 0, stdout: JSON.stringify(answer), stderr: '' };
				},
			},
		);
		assert.ok(succeeded, errors.join('\n'));
		assert.deepEqual(
			started.map(({ file, withheld }) => [file, withheld]),
			[['az', ['DB', 'TLS']]],
		);
	});

	it('is drawn without bias: bytes that would favor some characters are skipped', async () => {
		const world = new SetWorld();
		let drawn = 0;
		await world.run(
			{ secrets: 'db < generate 62' },
			{ randomBytes: (length) => Buffer.from(Array.from({ length }, () => drawn++ % 256)) },
		);
		const text = world.secret('db')?.value ?? '';
		assert.equal(new Set(text).size, 62);
		drawn = 248;
		await world.run(
			{ secrets: 'db < generate 62' },
			{ randomBytes: (length) => Buffer.from(Array.from({ length }, () => drawn++ % 256)) },
		);
		assert.equal(world.secret('db')?.value, text);
	});
});
