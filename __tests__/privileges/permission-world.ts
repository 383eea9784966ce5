// Entra ID, Microsoft Graph and a vault in memory that allow what they are told to allow, and remember what they were asked.

import { toPem } from '../../src/certificate/pem.js';
import type { HttpRequest, HttpResponse, Ports } from '../../src/ports.js';
import { rotate } from '../../src/rotate/rotate.js';
import { setObjects } from '../../src/set/set-objects.js';
import { AppPasswords } from '../emulator/app-passwords.js';
import { DeviceCodes } from '../emulator/device-code.js';
import { CLIENT_ID, CLIENT_SECRET, Directory, TENANT_DOMAIN, TENANT_ID } from '../emulator/directory.js';
import { type Answer, jsonAnswer, type ReceivedRequest } from '../emulator/exchange.js';
import { serveGraph } from '../emulator/graph-endpoint.js';
import { serveInMemory } from '../emulator/in-memory.js';
import type { MadeCertificate } from '../emulator/made-certificate.js';
import { serveLogin } from '../emulator/token-endpoint.js';
import { serveVault } from '../emulator/vault-endpoint.js';
import { VaultStore } from '../emulator/vault-store.js';
import { type Issued, issue } from '../support/certificates.js';
import { makeClock, makeInputs, makePorts } from '../support/make-ports.js';

const VAULT_HOST = 'contoso.vault.azure.net';
const APP_ID = '77777777-7777-4777-8777-777777777777';
/** An application without any role, whose certificate is due. */
const ROTATED_APP_ID = '88888888-8888-4888-8888-888888888888';

/** A flow with the inputs that choose what it does. */
export interface Feature {
	readonly flow: (ports: Ports) => Promise<boolean>;
	readonly inputs: Readonly<Record<string, string>>;
	/** Tags that a certificate has which is rotated. */
	readonly tags?: Readonly<Record<string, string>>;
}

/** The inputs of the token action that a feature of it begins with. */
export const TOKEN_INPUTS = { certificate: 'exo', scopes: 'EXO = https://outlook.office365.com/.default' };

/** Variables that the set action writes: every run finds another value in the vault. */
export const SET_VARIABLES = { VALUE: 'another value', PEM: pemOf(issue('exo', { kind: 'ec' })) };

function pemOf({ pkcs8, certificate }: Issued): string {
	return `${toPem('PRIVATE KEY', pkcs8)}${toPem('CERTIFICATE', certificate)}`;
}

/** Those of the rotate action beside the object's name, of which a certificate needs more. */
export const ROTATE_INPUTS = { secret: { 'app-id': APP_ID }, certificate: rotatedInputs() };

function rotatedInputs(): Readonly<Record<string, string>> {
	return { 'app-id': ROTATED_APP_ID, 'app-object-id': '99999999-9999-4999-8999-999999999999' };
}

const EXO = new VaultStore().setCertificate('exo');
const [BEFORE, DUE] = [400, 5].map((days) => new VaultStore().setCertificate('exo', endingIn(days)).certificate) as [
	MadeCertificate,
	MadeCertificate,
];

function endingIn(days: number): { readonly notAfter: Date } {
	return { notAfter: new Date(Date.now() + days * 24 * 60 * 60 * 1000) };
}

function fillVault(): VaultStore {
	const vault = new VaultStore();
	vault.setSecret('sql-password', 'the value', { tags: { env: 'prod' } });
	for (const name of ['team-a', 'team-b']) vault.setSecret(name, `the value of ${name}`);
	vault.setKey('signing');
	vault.setCertificate('exo', { made: EXO.certificate });
	return vault;
}

// Runs share these contents unless they write: each of those gets a vault of its own.
const FILLED = fillVault();

/** A world of its own for each run. */
class PermissionWorld {
	readonly time = makeClock(Date.now());
	readonly asked = new Set<string>();
	readonly #allowed: readonly string[];
	readonly #directory = new Directory();
	readonly #vault: VaultStore;

	constructor(allowed: readonly string[], vault: VaultStore) {
		this.#allowed = allowed;
		this.#vault = vault;
		this.#directory.nowMs = this.time.clock.nowMs;
		vault.nowMs = this.time.clock.nowMs;
		this.#directory.addTenant(TENANT_ID, TENANT_DOMAIN);
		// A permission without a slash is one of the application itself.
		const roles = allowed.filter((permission) => !permission.includes('/'));
		const certificates = [EXO.certificate.der];
		this.#directory.addApp(TENANT_ID, { clientId: CLIENT_ID, secret: CLIENT_SECRET, roles, certificates });
		this.#directory.catalog.addApplication({ keys: [{ der: EXO.certificate.der }] });
		const passwords = new AppPasswords(this.time.clock.nowMs);
		this.#directory.addApp(TENANT_ID, { clientId: APP_ID, secret: 'not-used', owners: [CLIENT_ID], passwords });
		this.#addRotated();
	}

	// It was rotated before, so there is a key credential that goes.
	#addRotated(): void {
		const objectId = ROTATE_INPUTS.certificate['app-object-id'] ?? '';
		const app = this.#directory.addApp(TENANT_ID, { clientId: ROTATED_APP_ID, objectId, secret: 'not-used' });
		const [previous, current] = [BEFORE, DUE].map(({ der }) => app.keys.add(der).keyId);
		this.time.advance(60_000);
		const stored = this.#vault.findCertificate('exo');
		if (stored === undefined || !stored.certificate.der.equals(DUE.der)) return;
		const tags = { ...stored.tags, CredentialId: `${current}`, PreviousCredentialId: `${previous}` };
		this.#vault.certificates.shelf.update(stored, { tags });
	}

	serve(request: HttpRequest): HttpResponse {
		return serveInMemory(request, (received) => this.#dispatch(received), this.time.clock.nowMs());
	}

	#dispatch(request: ReceivedRequest): Answer {
		switch (request.host) {
			case 'login.microsoftonline.com':
				return serveLogin({ directory: this.#directory, deviceCodes: new DeviceCodes() }, request);
			case 'graph.microsoft.com':
				// Graph decides by the roles in the token.
				if (!isOwnKey(request)) this.asked.add(permissionOfGraph(request));
				return serveGraph(this.#directory, request);
			case VAULT_HOST:
				return this.#askVault(request);
			default:
				throw new Error(`nothing is at ${request.host}`);
		}
	}

	#askVault(request: ReceivedRequest): Answer {
		if (request.headers['authorization'] === undefined) return serveVault(this.#directory, this.#vault, request);
		const permission = permissionOf(request);
		this.asked.add(permission);
		if (this.#allowed.includes(permission)) return serveVault(this.#directory, this.#vault, request);
		const innererror = { code: 'ForbiddenByRbac' };
		return jsonAnswer(403, { error: { code: 'Forbidden', message: 'no role', innererror } });
	}
}

function permissionOfGraph({ path }: ReceivedRequest): string {
	const isList = /^\/v1\.0\/(?:applications|servicePrincipals)$/.test(path);
	return isList ? 'Application.Read.All' : 'Application.ReadWrite.OwnedBy';
}

// An application that proves itself needs no permission, and the emulator gives its token none:
// https://learn.microsoft.com/graph/api/application-addkey
function isOwnKey({ path }: ReceivedRequest): boolean {
	return /\/(?:addKey|removeKey)$/.test(path);
}

// https://learn.microsoft.com/azure/key-vault/general/rbac-guide and the reference of each operation
function permissionOf({ method, path }: ReceivedRequest): string {
	const [, collection, name, last] = path.split('/');
	if (method === 'POST' && path.endsWith('/sign')) return `${collection}/sign`;
	if (method === 'PUT') return `${collection}/set`;
	if (method === 'PATCH') return collection === 'secrets' ? 'secrets/set' : `${collection}/update`;
	// A pending operation is completed by who may create one, and deleted by who may update.
	if (path.endsWith('/pending/merge')) return `${collection}/create`;
	if (method === 'DELETE' && last === 'pending') return `${collection}/update`;
	const [, done] = /\/(create|import|recover)$/.exec(path) ?? [];
	if (method === 'POST' && done !== undefined) return `${collection?.replace(/^deleted/, '')}/${done}`;
	if (method !== 'GET') throw new Error(`no feature sends ${method} ${path}`);
	return name === undefined || last === 'versions' ? `${collection}/list` : `${collection}/get`;
}

// Without the secret, which is made then, and with a certificate that is due.
function vaultToRotate(tags: Readonly<Record<string, string>>): VaultStore {
	const vault = new VaultStore();
	vault.setCertificate('exo', { made: DUE, tags });
	return vault;
}

function vaultFor({ flow, inputs, tags = {} }: Feature): VaultStore {
	if (flow === rotate) return vaultToRotate(tags);
	if (flow !== setObjects) return FILLED;
	const vault = fillVault();
	if (inputs['recover'] === undefined) return vault;
	if (inputs['secrets'] === undefined) vault.setCertificate('gone');
	else vault.setSecret('gone', 'the value');
	if (inputs['secrets'] === undefined) vault.certificates.shelf.delete('gone', 0);
	else vault.deleteSecret('gone');
	return vault;
}

/** Runs a feature for an identity that has these permissions and no others. */
export async function runWith(feature: Feature, allowed: readonly string[]) {
	const { flow, inputs } = feature;
	const world = new PermissionWorld(allowed, vaultFor(feature));
	const signIn = { 'tenant-id': TENANT_ID, 'client-id': CLIENT_ID, 'client-secret': CLIENT_SECRET };
	const { ports, log } = makePorts({
		inputs: makeInputs({ ...signIn, keyvault: 'contoso', ...inputs }, SET_VARIABLES),
		clock: world.time.clock,
		transport: async (request) => world.serve(request),
	});
	const succeeded = await flow(ports);
	const errors = log.annotations.filter(({ level }) => level === 'error').map(({ text }) => text);
	return { succeeded, errors, asked: [...world.asked].sort() };
}
