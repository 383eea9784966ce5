// A tenant and five vaults as a process of their own, for the bench of the expiry action: see expiry.ts.
import { fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { makeCertificate } from '../../__tests__/emulator/certificate-authority.js';
import { type Emulator, startEmulator } from '../../__tests__/emulator/emulator.js';
import { makeKeyPair } from '../../__tests__/emulator/key-pair.js';
import type { Network } from './cases.js';
import { startSlowLink } from './slow-link.js';

/** How much there is to list. */
export const EXPIRY_SIZE = { vaults: 5, secrets: 1_500, certificates: 200, keys: 300, applications: 10_000 } as const;

/** Where the services are. */
export interface ExpiryAddress {
	readonly caFile: string;
	readonly authorityHost: string;
	readonly graphHost: string;
	readonly vaultUrls: readonly string[];
}

/** Running services. */
export interface ExpiryService {
	readonly address: ExpiryAddress;
	/** Requests since this was called last. */
	count(): Promise<number>;
	close(): Promise<void>;
}

const PROGRAM = fileURLToPath(import.meta.url);

/** Starts them with the Node at `node`. */
export async function startExpiryService(node: string, network: Network): Promise<ExpiryService> {
	const child = fork(PROGRAM, [JSON.stringify(network)], { execPath: node });
	const ask = async <T>(message: string): Promise<T> => {
		const answer = once(child, 'message');
		child.send(message);
		return ((await answer) as [T])[0];
	};
	const [address] = (await once(child, 'message')) as [ExpiryAddress];
	return {
		address,
		count: () => ask<number>('count'),
		close: async () => {
			const exit = once(child, 'exit');
			child.send('close');
			await exit;
		},
	};
}

async function serve({ latencyMs, roundTripMs }: Network): Promise<void> {
	const emulator = await startEmulator({ latencyMs });
	emulator.entra.app().roles = ['Application.Read.All'];
	fillTenant(emulator);
	const atDistance = async (origin: string): Promise<string> =>
		`https://localhost:${await startSlowLink(Number(new URL(origin).port), roundTripMs)}`;
	const vaultUrls: string[] = [];
	// Links to one listener: what each leads to is a vault of its own, by the host that is asked for.
	for (let index = 0; index < EXPIRY_SIZE.vaults; index += 1) vaultUrls.push(await atDistance(emulator.vaultUrl));
	for (const url of vaultUrls) fillVault(emulator, url);
	const graphHost = await atDistance(emulator.graphHost);
	const authorityHost = await atDistance(emulator.authorityHost);
	let seen = 0;
	process.on('message', async (message) => {
		if (message === 'close') {
			await emulator.close();
			process.exit();
		}
		const count = emulator.requests.length - seen;
		seen = emulator.requests.length;
		process.send?.(count);
	});
	process.send?.({ caFile: emulator.caFile, authorityHost, graphHost, vaultUrls } satisfies ExpiryAddress);
}

const DAY_MS = 24 * 60 * 60 * 1000;

function fillTenant({ entra: { catalog } }: Emulator): void {
	for (let index = 0; index < EXPIRY_SIZE.applications; index += 1) {
		const endMs = Date.now() + (index % 700) * DAY_MS;
		const customKeyIdentifier = createHash('sha1').update(`${index}`).digest('base64');
		catalog.addApplication({
			displayName: `application ${index}`,
			passwords: [{ displayName: 'ci', endMs }],
			keys: index % 4 === 0 ? [{ displayName: `CN=app-${index}`, endMs, customKeyIdentifier }] : [],
		});
		catalog.addServicePrincipal({ displayName: `application ${index}` });
	}
}

function fillVault(emulator: Emulator, url: string): void {
	const vault = emulator.vault(url);
	const seconds = (index: number): number => Math.floor(Date.now() / 1000) + (index % 900) * (DAY_MS / 1000);
	for (let index = 0; index < EXPIRY_SIZE.secrets; index += 1)
		vault.setSecret(`secret-${index}`, 'never asked for', { expires: seconds(index), tags: { owner: 'team-a' } });
	const { publicKey } = makeKeyPair('ec');
	for (let index = 0; index < EXPIRY_SIZE.keys; index += 1)
		vault.setKey(`key-${index}`, { publicKey, expires: seconds(index) });
	const made = makeCertificate();
	for (let index = 0; index < EXPIRY_SIZE.certificates; index += 1)
		vault.setCertificate(`certificate-${index}`, { made });
}

if (process.argv[1] === PROGRAM) await serve(JSON.parse(process.argv[2] ?? '') as Network);
