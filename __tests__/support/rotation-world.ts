// An application with passwords and a secret of a vault in memory, for whole runs of the rotate action.
import type { HttpRequest } from '../../src/ports.js';
import { AppPasswords } from '../emulator/app-passwords.js';
import { type App, CLIENT_ID, TENANT_ID } from '../emulator/directory.js';
import type { StoredSecret } from '../emulator/stored-objects.js';
import { APP_ID, DAY_MS, type Inputs, ServicesWorld, VAULT_HOST } from './services-world.js';

export { APP_ID, DAY_MS, type Interference, MINUTE_MS, type RunOptions, VAULT_HOST } from './services-world.js';

export const SECRET = 'api-client-secret';
export const OWN_NAME = `azure-key-vault-action ${VAULT_HOST}/${SECRET}`;

/** The services, and the runs against them. */
export class RotationWorld extends ServicesWorld {
	readonly app: App;
	/** Key ID of a password that a person has made. */
	readonly foreignId: string;
	protected readonly inputs: Inputs = { keyvault: 'contoso', secret: SECRET, 'app-id': APP_ID };

	constructor() {
		super(['Application.ReadWrite.OwnedBy']);
		const { nowMs } = this.directory;
		const passwords = new AppPasswords(nowMs);
		const app = { clientId: APP_ID, secret: 'unused-in-rotation', owners: [CLIENT_ID], passwords };
		this.app = this.directory.addApp(TENANT_ID, app);
		this.foreignId = passwords.add({ displayName: 'made by hand', endMs: nowMs() + 400 * DAY_MS }).keyId;
	}

	describe(request: HttpRequest): string {
		return describeStep(request);
	}

	/** What a run of the action would have left so long ago: a password of it, in the vault or not. */
	addOwnPassword(ageDays: number, sign = 'abcdef01'): string {
		const startMs = this.time.clock.nowMs() - ageDays * DAY_MS;
		return this.app.passwords.add({ displayName: `${OWN_NAME} ${sign}`, startMs, endMs: startMs + 90 * DAY_MS }).keyId;
	}

	/** Has the vault hold a password of the application. */
	store(keyId: string, tags: Readonly<Record<string, string>>, withExpiry = true): void {
		const { secret, endMs } = this.password(keyId);
		this.vault.setSecret(SECRET, secret, { tags, ...(withExpiry && { expires: endMs / 1000 }) });
	}

	/** One rotation after the other: an own password before the previous, the previous, and the vault's, made so long ago. */
	makeHistory(currentAgeDays: number): {
		readonly oldest: string;
		readonly previous: string;
		readonly current: string;
	} {
		const [oldest, previous, current] = [currentAgeDays + 120, currentAgeDays + 60, currentAgeDays].map((age) =>
			this.addOwnPassword(age),
		) as [string, string, string];
		this.store(previous, { CredentialId: previous, PreviousCredentialId: oldest, ValidityPeriodDays: '90' });
		this.store(current, {
			CredentialId: current,
			PreviousCredentialId: previous,
			ValidityPeriodDays: '90',
			owner: 'team-a',
		});
		return { oldest, previous, current };
	}

	password(keyId: string) {
		const found = this.app.passwords.all.find((one) => one.keyId === keyId);
		if (found === undefined) throw new Error(`no password ${keyId}`);
		return found;
	}

	/** The vault's current version. */
	get stored(): StoredSecret | undefined {
		return this.vault.findSecret(SECRET);
	}

	/** Whether the application signs in with what the vault holds, once all nodes have heard of it. */
	get storedWorks(): boolean {
		const nowMs = this.time.clock.nowMs();
		return this.app.passwords.all.some(({ secret, endMs }) => secret === this.stored?.value && endMs > nowMs);
	}

	/** Key IDs of this action's passwords. */
	get ownIds(): readonly string[] {
		return this.app.passwords.all
			.filter(({ displayName }) => displayName?.startsWith(`${OWN_NAME} `))
			.map(({ keyId }) => keyId);
	}
}

/** The step of the rotation that a request belongs to. */
export function describeStep({ method, url, body }: HttpRequest): string {
	const { host, pathname } = new URL(url);
	if (host === 'login.microsoftonline.com') {
		const form = new URLSearchParams(body?.reveal());
		if (form.get('client_id') === APP_ID) return 'prove';
		return form.get('scope')?.includes('graph') ? 'sign in to Graph' : 'sign in to the vault';
	}
	if (host === VAULT_HOST) return method === 'PUT' ? 'store' : 'read the vault';
	return /\/(addPassword|removePassword)$/.exec(pathname)?.[1] ?? 'list';
}
