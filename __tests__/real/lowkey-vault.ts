// Lowkey Vault, an independent implementation of Key Vault, started behind the emulator's CA and filled by REST.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ask, type Reply } from '../emulator/ask.js';
import { certificateAuthority } from '../emulator/certificate-authority.js';
import type { Emulator } from '../emulator/emulator.js';
import type { LowkeyVaultPart } from './real-parts.js';
import {
	type FilledVault,
	hiddenTexts,
	MULTI_LINE_VALUE,
	PEM_NAME,
	PFX_NAME,
	PLAIN_VALUE,
	thumbprintOf,
} from './vault-contents.js';

const START_TIMEOUT_MS = 60_000;
const KEYSTORE_PASSWORD = 'changeit';

/** A running Lowkey Vault. */
export interface LowkeyVault {
	/** https origin of the vault, and of the server. */
	readonly url: string;
	/** http origin of the identity endpoint that it plays. */
	readonly identityUrl: string;
	stop(): Promise<void>;
}

/**
 * Starts it on free ports of loopback, with a server certificate of the emulator's CA.
 * @throws Error with the end of its log if it does not come up
 */
export async function startLowkeyVault({ java, jar }: LowkeyVaultPart, emulator: Emulator): Promise<LowkeyVault> {
	const folder = mkdtempSync(join(tmpdir(), 'lowkey-vault-'));
	const [port, tokenPort] = await findFreePorts();
	const child = spawn(
		java,
		[
			...['-jar', jar, '--server.address=127.0.0.1', `--server.port=${port}`, `--app.token.port=${tokenPort}`],
			`--server.ssl.key-store=file:${makeKeystore(folder)}`,
			`--server.ssl.key-store-password=${KEYSTORE_PASSWORD}`,
		],
		{ cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] },
	);
	const kill = () => child.kill('SIGKILL');
	process.once('exit', kill);
	const readLog = collectLog(child);
	const stop = async () => {
		process.off('exit', kill);
		if (isRunning(child)) {
			const ended = new Promise((resolve) => child.once('close', resolve));
			kill();
			await ended;
		}
		rmSync(folder, { recursive: true, force: true });
	};
	const url = `https://localhost:${port}`;
	if (await comesUp(child, () => ask(emulator, { url: `${url}/ping` })))
		return { url, identityUrl: `http://127.0.0.1:${tokenPort}`, stop };
	await stop();
	throw new Error(`Lowkey Vault did not start:\n${readLog().slice(-3000)}`);
}

function collectLog(child: ChildProcess): () => string {
	let log = '';
	const add = (chunk: Buffer) => {
		log += chunk.toString();
	};
	child.stdout?.on('data', add);
	child.stderr?.on('data', add);
	child.on('error', (error) => {
		log += error.message;
	});
	return () => log;
}

function isRunning({ pid, exitCode, signalCode }: ChildProcess): boolean {
	return pid !== undefined && exitCode === null && signalCode === null;
}

async function comesUp(child: ChildProcess, ping: () => Promise<Reply>): Promise<boolean> {
	const deadlineMs = Date.now() + START_TIMEOUT_MS;
	while (isRunning(child) && Date.now() < deadlineMs) {
		const status = await ping().then(
			(reply) => reply.status,
			() => 0,
		);
		if (status === 200) return true;
		await sleep(250);
	}
	return false;
}

function makeKeystore(folder: string): string {
	const { cert, key } = certificateAuthority().vault;
	const pem = join(folder, 'server.pem');
	const keystore = join(folder, 'server.p12');
	writeFileSync(pem, `${key}${cert}`, { mode: 0o600 });
	const args = ['pkcs12', '-export', '-in', pem, '-out', keystore, '-passout', `pass:${KEYSTORE_PASSWORD}`];
	const { status } = spawnSync('openssl', args, { stdio: 'ignore' });
	if (status !== 0) throw new Error('openssl could not make the keystore of Lowkey Vault');
	return keystore;
}

// Both are held until both are known, so that they differ.
async function findFreePorts(): Promise<readonly [number, number]> {
	const servers = [createServer(), createServer()];
	const ports = await Promise.all(
		servers.map(
			(server) =>
				new Promise<number>((resolve, reject) => {
					server.once('error', reject);
					server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port));
				}),
		),
	);
	await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
	return ports as unknown as readonly [number, number];
}

/** Puts two secrets and two certificates into it, as a user would by REST. */
export async function fillLowkeyVault({ url }: LowkeyVault, emulator: Emulator): Promise<FilledVault> {
	const send = (method: string, path: string, body?: object) => sendTo({ emulator, url }, { method, path, body });
	await send('PUT', '/secrets/plain-value', { value: PLAIN_VALUE });
	await send('PUT', '/secrets/multi-line', { value: MULTI_LINE_VALUE });
	await send('POST', `/certificates/${PFX_NAME}/create`, certificatePolicy(PFX_NAME, 'application/x-pkcs12'));
	await send('POST', `/certificates/${PEM_NAME}/create`, certificatePolicy(PEM_NAME, 'application/x-pem-file'));
	const derOf = async (name: string) => Buffer.from((await send('GET', `/certificates/${name}`)).json.cer, 'base64');
	const secretOf = async (name: string): Promise<string> => (await send('GET', `/secrets/${name}`)).json.value;
	return {
		name: 'Lowkey Vault',
		url,
		pfxThumbprint: thumbprintOf(await derOf(PFX_NAME)),
		pemThumbprint: thumbprintOf(await derOf(PEM_NAME)),
		missingCode: 'HTTP 404',
		hidden: hiddenTexts(await secretOf(PFX_NAME), await secretOf(PEM_NAME)),
	};
}

function certificatePolicy(name: string, contentType: string): object {
	return {
		policy: {
			issuer: { name: 'Self' },
			key_props: { exportable: true, kty: 'RSA', key_size: 2048, reuse_key: false },
			secret_props: { contentType },
			x509_props: { subject: `CN=${name}`, sans: { dns_names: [`${name}.test`] }, validity_months: 12 },
		},
	};
}

interface Order {
	readonly method: string;
	readonly path: string;
	readonly body: object | undefined;
}

async function sendTo(
	{ emulator, url }: { readonly emulator: Emulator; readonly url: string },
	{ method, path, body }: Order,
): Promise<Reply> {
	// Any token will do: it only looks whether there is one.
	const headers = { authorization: 'Bearer any', 'content-type': 'application/json' };
	const text = body === undefined ? '' : JSON.stringify(body);
	const reply = await ask(emulator, { url: `${url}${path}?api-version=7.4`, method, headers, body: text });
	if (reply.status >= 300) throw new Error(`Lowkey Vault answered ${reply.status} to ${method} ${path}`);
	return reply;
}
