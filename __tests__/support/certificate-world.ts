// An application with a certificate of a vault in memory, whose key never leaves it, for whole runs of the rotate action.
import type { HttpRequest } from '../../src/ports.js';
import { makeCertificate } from '../emulator/certificate-authority.js';
import { type App, TENANT_ID } from '../emulator/directory.js';
import type { MadeCertificate } from '../emulator/made-certificate.js';
import type { PendingOperation } from '../emulator/pending-operation.js';
import type { StoredCertificate } from '../emulator/stored-objects.js';
import { APP_ID, DAY_MS, type Inputs, ServicesWorld, VAULT_HOST } from './services-world.js';

export const APP_OBJECT_ID = '88888888-8888-4888-8888-888888888888';
export const CERTIFICATE = 'exo';

/** The services, and the runs against them. */
export class CertificateWorld extends ServicesWorld {
	readonly app: App;
	protected readonly inputs: Inputs = {
		keyvault: 'contoso',
		certificate: CERTIFICATE,
		'app-id': APP_ID,
		'app-object-id': APP_OBJECT_ID,
	};
	/** What was wrong at any moment. */
	readonly wrongs: string[] = [];
	/** Key ID of a certificate that another person has uploaded. */
	readonly foreignId: string;

	constructor() {
		super([]);
		this.app = this.directory.addApp(TENANT_ID, { clientId: APP_ID, objectId: APP_OBJECT_ID, secret: 'unused' });
		this.foreignId = this.addKey(makeOnce(this.time.clock.nowMs(), 'foreign').der, 0);
	}

	/** The versions, the newest last. */
	get versions(): readonly StoredCertificate[] {
		return this.vault.certificates.shelf.versions(CERTIFICATE);
	}

	/** After whatever was served: each reader of the vault meets a version that all of Entra knows, as does one who has read before. */
	protected override served(request: HttpRequest): void {
		const [current, previous] = this.versions.slice(-2).reverse();
		const nowMs = this.directory.nowMs();
		const wrong = (what: string) => this.wrongs.push(`${describeCertificateStep(request)}: ${what}`);
		const keyOf = (version: StoredCertificate | undefined) =>
			this.app.keys.all.find(({ der }) => version?.certificate.der.equals(der));
		const key = keyOf(current);
		if (key === undefined) wrong('the application does not know the current version');
		else if (nowMs - key.addedMs < 60_000) wrong(`the current version was added ${nowMs - key.addedMs} ms ago`);
		if (previous !== undefined && keyOf(previous) === undefined) wrong('the previous version is not known any more');
		if (!this.app.keys.all.some(({ keyId }) => keyId === this.foreignId))
			wrong('a key credential of somebody else is gone');
		if (request.url.includes('/secrets/')) wrong('a secret was asked for');
	}

	/** A version that is current since so many days and lives for a year; its key credential, as if a person had uploaded it. */
	addVersion(ageDays: number, tags: Inputs = {}): string {
		const bornMs = this.time.clock.nowMs() - ageDays * DAY_MS;
		const stored = this.vault.setCertificate(CERTIFICATE, { made: makeOnce(bornMs), tags });
		return this.addKey(stored.certificate.der, bornMs);
	}

	/** One rotation after the other: the current version, so many days old, and the one before. */
	makeHistory(currentAgeDays: number): void {
		const previous = this.addVersion(currentAgeDays + 300, { owner: 'team-a' });
		this.tag({ owner: 'team-a', CredentialId: previous });
		const current = this.addVersion(currentAgeDays, {});
		this.tag({ owner: 'team-a', CredentialId: current, PreviousCredentialId: previous });
	}

	/** Sets the tags of the current version. */
	tag(tags: Inputs): void {
		this.vault.certificates.shelf.update(this.current, { tags });
	}

	/** Notes a key credential on the current version, as a run does. */
	note(keyId: string): void {
		this.tag({ ...this.current.tags, PendingCredentialId: keyId });
	}

	/** A certificate that no version of the vault has, DER. */
	makeStranger(): Buffer {
		return makeOnce(this.time.clock.nowMs(), 'stranger').der;
	}

	/** A request for a new version, as another run or an authority begins one. */
	begin(issuer = 'Unknown'): PendingOperation {
		this.vault.certificates.issuers.set(issuer, undefined);
		const { attributes: _attributes, lifetime_actions: _actions, ...policy } = this.policy;
		return this.vault.certificates.create(CERTIFICATE, { ...policy, issuer: { name: issuer } });
	}

	get pending() {
		return this.vault.certificates.record(CERTIFICATE)?.pending;
	}

	get policy() {
		const record = this.vault.certificates.record(CERTIFICATE);
		if (record === undefined) throw new Error('no certificate');
		return record.policy;
	}

	get keyIds(): readonly string[] {
		return this.app.keys.all.map(({ keyId }) => keyId);
	}

	hasKey(keyId: string | undefined): boolean {
		return keyId !== undefined && this.keyIds.includes(keyId);
	}

	/** Key IDs of certificates that no version of the vault has, and nobody else has uploaded. */
	get strayIds(): readonly string[] {
		const held = (der: Buffer) => this.versions.some(({ certificate }) => certificate.der.equals(der));
		return this.app.keys.all
			.filter(({ keyId, der }) => keyId !== this.foreignId && !held(der))
			.map(({ keyId }) => keyId);
	}

	/** Adds a certificate to the application, as its owner does in the portal. */
	addKey(der: Buffer, addedMs = this.time.clock.nowMs()): string {
		return this.app.keys.add(der, { addedMs }).keyId;
	}

	get current(): StoredCertificate {
		const found = this.vault.findCertificate(CERTIFICATE);
		if (found === undefined) throw new Error('no certificate');
		return found;
	}

	describe(request: HttpRequest): string {
		return describeCertificateStep(request);
	}
}

const made = new Map<string, MadeCertificate>();

// Signing takes a while, and the worlds of an enumeration are alike.
function makeOnce(bornMs: number, name = CERTIFICATE): MadeCertificate {
	const key = `${name} ${bornMs}`;
	const life = { notBefore: new Date(bornMs), notAfter: new Date(bornMs + 365 * DAY_MS) };
	const found = made.get(key) ?? makeCertificate({ subject: [{ shortName: 'CN', value: name }], ...life });
	made.set(key, found);
	return found;
}

/** What a request of the rotation is about. */
export function describeCertificateStep({ method, url, body }: HttpRequest): string {
	const { host, pathname } = new URL(url);
	if (host === 'login.microsoftonline.com') {
		const form = new URLSearchParams(body?.reveal());
		return form.get('client_id') === APP_ID ? 'sign in as the application' : 'sign in to the vault';
	}
	if (host !== VAULT_HOST) return /\/(addKey|removeKey)$/.exec(pathname)?.[1] ?? 'other';
	const path = pathname.replace(/[0-9a-f]{32}/, 'VERSION').replace(`/certificates/${CERTIFICATE}`, '');
	return `${method} ${path === '' ? 'current' : path}`;
}
