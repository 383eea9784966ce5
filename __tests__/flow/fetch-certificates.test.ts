// Certificates through the whole story, from the line to what the post step leaves.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readPfx } from '../../src/certificate/pfx-read.js';
import { cleanUp } from '../../src/flow/clean-up.js';
import type { Machine, ProgramStart } from '../../src/ports.js';
import { issue } from '../support/certificates.js';
import { assertCodes } from '../support/error-codes.js';
import { makeInputs, makeMachine, response } from '../support/make-ports.js';
import { certificatePem, pemValueOf, pfxValueOf, thumbprintOf } from '../support/vault-certificate.js';
import { certificateAnswers } from './scripted-certificate.js';
import { assertNothingExported, runAction, VAULT_URL, VERSION } from './scripted-vault.js';

const root = issue('Root');
const EXO = { leaf: issue('exo', { issuer: root, kind: 'rsa' }), issuers: [root] };
const EC = { leaf: issue('ec'), issuers: [] };
const THUMBPRINT = thumbprintOf(EXO.leaf);
const STORE = '/home/runner/.dotnet/corefx/cryptography/x509stores/my';
const answers = { ...certificateAnswers('exo', EXO), ...certificateAnswers('ec', EC, pemValueOf(EC)) };
const variables = { HOME: '/home/runner' };

async function runCleanUp(run: Awaited<ReturnType<typeof runAction>>): Promise<void> {
	const { variable } = makeInputs({}, variables);
	await cleanUp({ ...run.ports, savedState: (name) => run.files.state.get(name), variable });
}

describe('certificates', () => {
	it('with every step give their outputs, a file and an entry of the store, and the post step leaves nothing', async () => {
		const certificates = 'exo | file | store, ec | pem | file, KEY = exo | pem, PUBLIC = exo | public';
		const run = await runAction({ certificates }, { answers, variables });
		assert.deepEqual(run.errors, []);
		const outputs = Object.fromEntries(run.files.outputs);
		const [folder = ''] = run.folders.folders.keys();
		assert.equal(outputs['exo-path'], `/runner/_temp/${folder}/exo.pfx`);
		assert.equal(outputs['ec-path'], `/runner/_temp/${folder}/ec.pem`);
		const written = run.folders.folders.get(folder);
		const opened = readPfx(written?.get('exo.pfx') ?? Buffer.alloc(0), outputs['exo-password']);
		assert.deepEqual(opened.privateKeys[0]?.pkcs8, EXO.leaf.pkcs8);
		assert.equal(written?.get('ec.pem')?.toString(), pemValueOf(EC));
		assert.match(outputs['KEY-private-key'] ?? '', /^-----BEGIN PRIVATE KEY-----\n/);
		assert.equal(outputs['PUBLIC-thumbprint'], THUMBPRINT);
		assert.ok(!('PUBLIC' in outputs) && !('ec-password' in outputs));
		assert.ok(run.user.files.has(`${STORE}/${THUMBPRINT}.pfx`));
		assert.ok(
			run.log.lines.some((line) => line.includes('certificate exo ') && line.endsWith('exo-path, CurrentUser\\My')),
		);
		assert.equal(run.requests.length, 5);
		await runCleanUp(run);
		assert.deepEqual([...run.folders.folders, ...run.user.files], []);
		assert.deepEqual(
			[...run.user.folders].filter((one) => one.startsWith('/home/runner/')),
			[],
		);
	});

	// Promise: L11
	it('are masked, their files too, before anything is written', async () => {
		const run = await runAction({ certificates: 'exo | file | pem, TWO = exo | file | store' }, { answers, variables });
		const first = run.events.findIndex(({ kind }) => ['state', 'folder', 'file', 'output'].includes(kind));
		assert.ok(run.events.slice(first).every(({ kind }) => kind !== 'mask'));
		const masks = new Set(run.log.masks);
		const outputs = Object.fromEntries(run.files.outputs);
		assert.ok(masks.has(outputs['TWO-password'] ?? ''));
		const [files] = run.folders.folders.values();
		const pfx = [files?.get('TWO.pfx'), run.user.files.get(`${STORE}/${THUMBPRINT}.pfx`)];
		for (const bytes of pfx) assert.ok(masks.has(bytes?.toString('base64') ?? ''));
		for (const line of (outputs['exo-private-key'] ?? '').trim().split('\n'))
			assert.equal(masks.has(line), !line.startsWith('-----'), line);
	});

	it('that go to the store twice are there once', async () => {
		const run = await runAction({ certificates: 'A = exo | store, B = exo | store' }, { answers, variables });
		assert.deepEqual(
			run.user.userFiles.list(STORE).filter((name) => name.endsWith('.pfx')),
			[`${THUMBPRINT}.pfx`],
		);
	});

	it('with an EC key draw a warning where Exchange may get them', async () => {
		const run = await runAction({ certificates: 'ec | file' }, { answers });
		assert.deepEqual(
			run.warnings.map(({ title }) => title),
			['Not an RSA key: certificate ec'],
		);
	});

	it('are said to have ended, or not to have begun', async () => {
		const day = 86_400_000;
		const at = (ms: number): number => Math.floor((Date.UTC(2026, 0, 1) + ms) / 1000);
		const lives = { over: { exp: at(-day) }, early: { nbf: at(day) } };
		const made = Object.entries(lives).map(([name, attributes]) =>
			certificateAnswers(name, EC, pfxValueOf(EC), attributes),
		);
		const run = await runAction({ certificates: 'over, early | public' }, { answers: Object.assign({}, ...made) });
		assert.deepEqual(
			run.warnings.map(({ text }) => text),
			[
				'certificate over expired on 2025-12-31T00:00:00Z. Renew it.',
				'certificate early is valid from 2026-01-02T00:00:00Z.',
			],
		);
		assert.equal(run.files.outputs.get('expiring'), '["over"]');
	});
});

describe("the user's store", () => {
	function windows(): { readonly machine: Machine; readonly starts: ProgramStart[] } {
		const starts: ProgramStart[] = [];
		const run: Machine['runProgram'] = async (start) => {
			starts.push(start);
			return { exitCode: 0, stdout: `${THUMBPRINT} none\r\n`, stderr: '' };
		};
		return { machine: makeMachine({}, { platform: 'win32', run }), starts };
	}

	// Promise: H9
	it('of Windows is filled and emptied by its own PowerShell', async () => {
		const { machine, starts } = windows();
		const run = await runAction({ certificates: 'exo | store' }, { answers, machine });
		assert.deepEqual(run.errors, []);
		const [look, fill] = starts;
		assert.equal(starts.length, 2);
		assert.equal(look?.variables?.['STORE_THUMBPRINTS'], THUMBPRINT);
		assert.ok(run.log.masks.includes(fill?.variables?.['STORE_PFX_PASSWORD'] ?? ''));
		await runCleanUp(run);
		assert.ok(starts.at(-1)?.args.at(-1)?.includes('Remove-Item'));
		assert.equal(run.folders.folders.size, 0);
		assert.deepEqual(run.log.lines.slice(-2), [
			"Removed the step's certificates from the user's certificate store.",
			'Removed the files that the step wrote.',
		]);
	});

	const refused: readonly (readonly [string, Partial<Parameters<typeof runAction>[1]>, RegExp])[] = [
		['of macOS', { machine: makeMachine({}, { platform: 'darwin' }), variables }, /not on macOS\. Write \| file/],
		['without HOME', {}, /HOME, below which \.NET keeps the store, is not set/],
	];
	for (const [what, options, message] of refused) {
		it(`${what} is refused before any request, with every other bad line`, async () => {
			const certificates = 'exo | store\nbad_name\n* | store';
			const run = await runAction({ certificates }, { answers, ...options });
			assertNothingExported(run);
			assert.deepEqual(run.requests, []);
			assert.deepEqual(
				run.errors.map(({ text }) => text.slice(0, 20)),
				['certificates line 1:', 'certificates line 2:', 'certificates line 3:'],
			);
			for (const index of [0, 2]) assert.match(run.errors[index]?.text ?? '', message);
		});
	}

	it('keeps what a user has there', async () => {
		const first = await runAction({ certificates: 'exo | store' }, { answers, variables });
		const own = first.user.files.get(`${STORE}/${THUMBPRINT}.pfx`) ?? assert.fail();
		const run = await runAction(
			{ certificates: 'exo | store' },
			{ answers, variables, userFiles: { [`${STORE}/${THUMBPRINT}.pfx`]: own } },
		);
		assert.deepEqual(run.errors, []);
		await runCleanUp(run);
		assert.deepEqual([...run.user.files], [[`${STORE}/${THUMBPRINT}.pfx`, own]]);
	});

	it('and the folder are as before if an output cannot be written', async () => {
		const run = await runAction({ certificates: 'exo | store | file' }, { answers, variables, failAtOutput: 4 });
		assertNothingExported(run);
		assert.deepEqual([...run.user.files, ...run.folders.folders, ...run.files.state], []);
	});
});

describe('a certificate without its private key', () => {
	it('is an error that points to | public and the token action, and with | public is none', async () => {
		const value = [EXO.leaf, root].map(certificatePem).join('');
		const without = certificateAnswers('exo', EXO, value);
		const run = await runAction({ certificates: 'exo' }, { answers: without });
		assertNothingExported(run);
		assertCodes(run.errors, ['CERTIFICATE_NOT_EXPORTABLE']);
		assert.match(run.errors[0]?.text ?? '', /^certificate exo: .*private key.*"\| public".* token action/);
		const open = await runAction({ certificates: 'exo | public' }, { answers: without });
		assert.deepEqual(open.errors, []);
		assert.equal(open.requests.length, 2);
	});
});

describe('a certificate that cannot be used', () => {
	for (const line of ['exo', 'exo | public', `exo/${VERSION}`, `exo/${VERSION} | public`, 'exo | pem | file']) {
		it(`is an error if it is disabled: ${line}`, async () => {
			const disabled = certificateAnswers('exo', EXO, undefined, { enabled: false });
			const run = await runAction({ certificates: line }, { answers: disabled });
			assertNothingExported(run);
			assert.match(run.errors[0]?.text ?? '', /^certificate exo\S*: it is disabled\. Enable this version/);
			assert.ok(run.requests.every(({ url }) => !url.includes('/secrets/')));
		});

		it(`is an error if its request is pending: ${line}`, async () => {
			const id = `${VAULT_URL}/certificates/exo/${VERSION}`;
			const pending = line.includes(VERSION) ? {} : { pending: { id: `${VAULT_URL}/certificates/exo/pending` } };
			const answer = response(200, { id, attributes: { enabled: false }, ...pending });
			const run = await runAction({ certificates: line }, { answers: { '/certificates/exo': answer } });
			assertNothingExported(run);
			assert.match(run.errors[0]?.text ?? '', /^certificate exo\S*: it is not issued yet: its request is pending/);
		});
	}

	it('is not covered by ignore-missing', async () => {
		const disabled = certificateAnswers('exo', EXO, undefined, { enabled: false });
		const run = await runAction({ certificates: 'exo', 'ignore-missing': 'true' }, { answers: disabled });
		assert.match(run.errors[0]?.text ?? '', /it is disabled/);
	});
});
