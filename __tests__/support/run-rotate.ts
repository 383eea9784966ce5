// The rotate action through the committed bundle, against an emulator: an application that the identity that signs in owns,
// and one that renews its own certificate.
import { type App, CLIENT_ID, TENANT_ID } from '../emulator/directory.js';
import { type Emulator, startEmulator } from '../emulator/emulator.js';
import type { StoredSecret } from '../emulator/stored-objects.js';
import type { Step, StepResult } from '../runner/run-step.js';
import { assertNoLeak, runAction } from './run-action.js';

export const APP_ID = '77777777-7777-4777-8777-777777777777';
export const SECRET = 'api-client-secret';
const OBJECT_ID = '88888888-8888-4888-8888-888888888888';
const CERTIFICATE = 'api-certificate';
const DAY_MS = 24 * 60 * 60 * 1000;

/** An emulator with an application, and what becomes of its client secret. */
export class RotateWorld {
	readonly emulator: Emulator;
	readonly app: App;

	constructor(emulator: Emulator) {
		this.emulator = emulator;
		emulator.entra.app().roles = ['Application.ReadWrite.OwnedBy'];
		this.app = emulator.entra.addApp(TENANT_ID, { clientId: APP_ID, secret: 'not-in-use', owners: [CLIENT_ID] });
	}

	static async start(): Promise<RotateWorld> {
		return new RotateWorld(await startEmulator());
	}

	/** A password of the action, made so long ago, under the name that a run gives. */
	addOwn(ageDays: number, lifeDays = 90): { readonly keyId: string; readonly secret: string } {
		const startMs = Date.now() - ageDays * DAY_MS;
		const { host } = new URL(this.emulator.vaultUrl);
		const displayName = `azure-key-vault-action ${host}/${SECRET} 00000000`;
		return this.app.passwords.add({ displayName, startMs, endMs: startMs + lifeDays * DAY_MS });
	}

	/** Has the vault hold a password that ends in so many days. */
	store(password: { readonly keyId: string; readonly secret: string }, endDays: number): string {
		const expires = Math.floor((Date.now() + endDays * DAY_MS) / 1000);
		return this.emulator
			.vault()
			.setSecret(SECRET, password.secret, { expires, tags: { CredentialId: password.keyId } });
	}

	get stored(): StoredSecret | undefined {
		return this.emulator.vault().findSecret(SECRET);
	}

	/** Whether the application signs in with what the vault holds. */
	get storedWorks(): boolean {
		return this.app.passwords.judge(this.stored?.value ?? '') === 'valid';
	}

	/** A step of the rotate action. */
	async run(
		inputs: Readonly<Record<string, string>> = {},
		step: Partial<Omit<Step, 'inputs'>> = {},
	): Promise<StepResult> {
		const { emulator } = this;
		const given = { secret: SECRET, 'app-id': APP_ID, 'graph-host': emulator.graphHost, ...inputs };
		const result = await runAction(emulator, given, { action: 'rotate/action.yml', ...step });
		assertNoLeak(
			result,
			this.app.passwords.all.map(({ secret }) => secret),
		);
		return result;
	}
}

/** An emulator whose vault holds a certificate of an application that ends in ten days. */
export class DueCertificate {
	readonly emulator: Emulator;
	readonly app: App;

	constructor(emulator: Emulator) {
		this.emulator = emulator;
		const notAfter = new Date(Date.now() + 10 * DAY_MS);
		const { certificate } = emulator.vault().setCertificate(CERTIFICATE, { notAfter });
		const app = { clientId: APP_ID, objectId: OBJECT_ID, secret: 'not-in-use', certificates: [certificate.der] };
		this.app = emulator.entra.addApp(TENANT_ID, app);
	}

	/** Whether the application knows the vault's current version. */
	get storedWorks(): boolean {
		const current = this.emulator.vault().findCertificate(CERTIFICATE)?.certificate.der;
		return this.app.keys.all.some(({ der }) => current?.equals(der));
	}

	/** A step of the rotate action; one that renews waits for a minute. */
	run(inputs: Readonly<Record<string, string>> = {}, step: Partial<Omit<Step, 'inputs'>> = {}): Promise<StepResult> {
		const { emulator } = this;
		const given = { certificate: CERTIFICATE, 'app-id': APP_ID, 'app-object-id': OBJECT_ID, ...inputs };
		const all = { ...given, 'graph-host': emulator.graphHost };
		return runAction(emulator, all, { action: 'rotate/action.yml', timeoutMs: 240_000, ...step });
	}
}
