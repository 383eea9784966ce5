// Every way to sign in, to fetch and to mint, with step debug logging: if it succeeds, if Entra refuses and where the
// vault does, nothing that proves who the step is can be seen anywhere.
import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, beforeEach, describe, it } from 'node:test';
import { AUTH_METHODS } from '../../src/entra/credential.js';
import { CLIENT_ID, CLIENT_SECRET, TENANT_ID } from '../emulator/directory.js';
import type { Emulator } from '../emulator/emulator.js';
import type { StepResult } from '../runner/run-step.js';
import { issued, PASSWORD, PEM, pfx } from '../support/given-certificate.js';
import { runAction } from '../support/run-action.js';
import { SCOPES } from '../support/run-token.js';
import { AUDIENCE, startTrustingEmulator } from '../support/sign-in-as.js';

type Texts = Readonly<Record<string, string>>;

/** A step that signs in, and what it may not show beside what the emulator has given and received. */
interface Way {
	readonly name: string;
	readonly inputs?: Texts;
	readonly env?: Texts;
	readonly secrets?: readonly string[];
	/** False if Entra is not asked for this token, so that it cannot refuse. */
	readonly asksEntra?: boolean;
}

const folder = mkdtempSync(join(tmpdir(), 'sign-in-'));
const azLog = join(folder, 'az.log');
after(() => rmSync(folder, { recursive: true }));

let emulator: Emulator;
beforeEach(async () => {
	emulator = await startTrustingEmulator();
	const { der } = emulator.vault().setCertificate('exo', { exportable: false }).certificate;
	Object.assign(emulator.entra.app(), { publicClient: true, certificates: [issued.certificate, der] });
});
afterEach(() => emulator.close());

/** Purpose that a step signs in for. */
interface Purpose {
	readonly action: string;
	readonly inputs: Texts;
	/** Whether Entra has to know the vault's certificate. */
	readonly proves: boolean;
}

const PURPOSES: Readonly<Record<string, Purpose>> = {
	'to fetch': { action: 'action.yml', inputs: { secrets: 'db' }, proves: false },
	'to mint tokens': {
		action: 'token/action.yml',
		inputs: { certificate: 'exo', scopes: SCOPES, 'app-id': CLIENT_ID },
		proves: true,
	},
};

// One by one, since each holds what is made for this emulator alone.
const WAYS: Readonly<Record<string, () => Way>> = {
	'client-secret': () => ({ name: 'client-secret', inputs: { 'client-secret': CLIENT_SECRET } }),
	creds: () => {
		const creds = { tenantId: TENANT_ID, clientId: CLIENT_ID, clientSecret: CLIENT_SECRET };
		return { name: 'client-secret', inputs: { creds: JSON.stringify(creds) } };
	},
	AZURE_CLIENT_SECRET: () => ({ name: 'client-secret', env: { AZURE_CLIENT_SECRET: CLIENT_SECRET } }),
	'client-certificate in PEM': () => ({
		name: 'client-certificate',
		inputs: { 'client-certificate': PEM },
		secrets: [...keyLines(PEM), issued.pkcs8.toString('base64')],
	}),
	'client-certificate in a PFX': () => {
		const base64 = pfx(PASSWORD).toString('base64');
		const inputs = { 'client-certificate': base64, 'client-certificate-password': PASSWORD };
		const key = issued.privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
		return { name: 'client-certificate', inputs, secrets: [base64, PASSWORD, ...keyLines(key)] };
	},
	'client-certificate in a file': () => {
		const path = join(folder, 'automation.pfx');
		const bytes = pfx(PASSWORD);
		writeFileSync(path, bytes);
		const inputs = { 'client-certificate': path, 'client-certificate-password': PASSWORD };
		return { name: 'client-certificate', inputs, secrets: [bytes.toString('base64'), PASSWORD] };
	},
	'github-oidc': () => ({ name: 'github-oidc', env: emulator.idTokenVariables }),
	'workload-identity': () => {
		const path = join(folder, 'token');
		writeFileSync(path, emulator.idTokens.issue(AUDIENCE));
		return { name: 'workload-identity', env: { AZURE_FEDERATED_TOKEN_FILE: path } };
	},
	'managed-identity of a virtual machine': () => ({
		...machine({ AZURE_POD_IDENTITY_AUTHORITY_HOST: emulator.listener('imds').origin }),
	}),
	'managed-identity of App Service': () => machine(emulator.appServiceVariables),
	'azure-cli': () => ({
		name: 'azure-cli',
		inputs: { 'auth-method': 'azure-cli' },
		env: installAz(emulator.entra.issue()),
		asksEntra: false,
	}),
	'device-code': () => ({ name: 'device-code', inputs: { 'auth-method': 'device-code' } }),
	'access-token': () => ({
		name: 'access-token',
		inputs: { 'access-token': emulator.entra.issue() },
		asksEntra: false,
	}),
};

function keyLines(pem: string): readonly string[] {
	const [, lines = ''] = /-----BEGIN PRIVATE KEY-----\n([^-]*)\n-/.exec(pem) ?? [];
	return lines.split('\n');
}

function machine(env: Texts): Way {
	return { name: 'managed-identity', inputs: { 'auth-method': 'managed-identity', 'client-id': '' }, env };
}

// Stands in for az: writes down its arguments and prints a token.
function installAz(token: string): Texts {
	const program = join(folder, 'az');
	const answer = JSON.stringify({ accessToken: token, expires_on: 1_999_999_999, tokenType: 'Bearer' });
	writeFileSync(program, `#!/bin/sh\necho "$@" > '${azLog}'\necho '${answer}'\n`);
	chmodSync(program, 0o755);
	return { PATH: `${folder}:/usr/bin:/bin` };
}

function run({ inputs, env }: Way, purpose: Purpose): Promise<StepResult> {
	const given = { 'client-secret': '', ...purpose.inputs, ...inputs };
	return runAction(emulator, given, { action: purpose.action, env: env ?? {}, debug: true });
}

/** All that was sent and given in this run, and what the step was handed: each as a whole. */
function proofs({ secrets = [] }: Way): readonly string[] {
	const forms = emulator.requests.map(({ body }) => new URLSearchParams(body));
	const assertions = forms.flatMap((form) => form.get('client_assertion') ?? []);
	const tokens = [
		...assertions,
		...emulator.idTokens.idTokens,
		...emulator.entra.tokens.map(({ token }) => token),
		emulator.idTokens.requestToken,
	];
	return [...tokens, ...emulator.deviceCodes.codes, CLIENT_SECRET, emulator.identities.header, ...secrets];
}

function assertSecret(result: StepResult, way: Way): void {
	const printed = result.stdout.split('\n').filter((line) => !line.startsWith('::add-mask::'));
	const places: Texts = {
		'the output before masking': printed.join('\n'),
		'the log': result.log.join('\n'),
		'an annotation': result.annotations.map(({ title, message }) => `${title}\n${message}`).join('\n'),
		'the summary': result.summary,
		stderr: result.stderr,
		'the outputs': result.rawOutputFile,
		'the arguments of az': existsSync(azLog) ? readFileSync(azLog, 'utf8') : '',
	};
	for (const proof of proofs(way)) {
		// The claims of a token are not secret, and the log shows some: its signature makes it a proof.
		const [, , signature = proof] = proof.split('.');
		const forms = [proof, signature, encodeURIComponent(proof), Buffer.from(proof).toString('base64')];
		const isExported = Object.values(result.outputs).includes(proof);
		for (const [place, text] of Object.entries(places)) {
			if (isExported && place === 'the outputs') continue;
			assert.ok(!forms.some((form) => text.includes(form)), `a proof of ${way.name} is in ${place}`);
		}
		const isOwn = isExported || way.secrets?.includes(proof) || wasUsed(proof);
		assert.ok(result.masker.hides(proof) || !isOwn, `${way.name}: a later step could print a proof`);
	}
}

// Whether this run has sent the proof: it has seen no other, although the emulator holds proofs for all ways.
function wasUsed(proof: string): boolean {
	return emulator.requests.some(({ body, headers }) =>
		[...new URLSearchParams(body).values(), ...Object.values(headers)].some((text) => text.includes(proof)),
	);
}

const combinations = Object.entries(PURPOSES).flatMap(([what, purpose]) =>
	Object.entries(WAYS).map(([title, makeWay]) => ({ title: `${title} ${what}`, makeWay, purpose })),
);

for (const { title, makeWay, purpose } of combinations) {
	const skip = title.startsWith('azure-cli') && process.platform === 'win32' && 'the stand-in for az is a shell script';
	describe(title, { skip }, () => {
		// Promise: H1
		it('shows no proof if it succeeds', async () => {
			const way = makeWay();
			const result = await run(way, purpose);
			assert.equal(result.exitCode, 0, result.log.join('\n'));
			assert.ok(result.log.some((line) => line.startsWith(`Signed in with ${way.name} (`)));
			assertSecret(result, way);
		});

		// Promise: L2
		it('shows no proof if it is refused', async () => {
			const way = makeWay();
			Object.assign(emulator.entra.app(), { federated: [], certificates: [], publicClient: false, secret: 'another' });
			Object.assign(emulator.identities, { system: undefined, assigned: [] });
			const result = await run(way, purpose);
			assert.equal(result.exitCode, way.asksEntra === false && !purpose.proves ? 0 : 1, result.log.join('\n'));
			assertSecret(result, way);
		});

		// Promise: P4
		it('shows no proof if the vault refuses', async () => {
			const way = makeWay();
			emulator.vault().deny('*', 'rbac');
			const result = await run(way, purpose);
			assert.equal(result.exitCode, 1);
			assert.match(result.annotations.at(-1)?.message ?? '', /ForbiddenByRbac/);
			assertSecret(result, way);
		});
	});
}

it('these are all ways that there are', async () => {
	const names = Object.values(WAYS).map((makeWay) => makeWay().name);
	assert.deepEqual([...new Set(names)].sort(), [...AUTH_METHODS].sort());
});
