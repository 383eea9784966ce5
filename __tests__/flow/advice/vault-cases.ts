// Codes of a vault: how each is met, and what a person does who follows the advice on it.
import { CLIENT_SECRET, OBJECT_ID } from '../../emulator/directory.js';
import type { DenialKind } from '../../emulator/stored-objects.js';
import { response } from '../../support/make-ports.js';
import type { AdviceStep, AdviceWorld, Obstacle } from './advice-world.js';

/** A code of a vault, how it is met, and what is done about it. */
export interface VaultCase {
	readonly codes: readonly string[];
	readonly arrange?: (world: AdviceWorld) => void;
	readonly step: (world: AdviceWorld) => AdviceStep;
	/** Left out if the emulator refuses by itself. */
	readonly obstacle?: (code: string) => Obstacle;
	/** The part of the annotation that is followed. */
	readonly says: RegExp;
	readonly follow: (world: AdviceWorld, annotation: string) => AdviceStep | undefined;
	/** Which one this is, if a code has several. */
	readonly by?: string;
}

const SECRET =
	(inputs: Readonly<Record<string, string>> = {}) =>
	(): AdviceStep => ({
		inputs: { 'client-secret': CLIENT_SECRET, ...inputs },
	});
const DB = SECRET();
const ofKind = (kind: string, name: string): AdviceStep => SECRET({ secrets: '', [kind]: name })();

const mend = (world: AdviceWorld): undefined => {
	world.mended = true;
};

/** A refusal by its inner code, until somebody has done as the advice says. */
const untilMended =
	(status: number) =>
	(code: string): Obstacle =>
	({ path }, { mended }) => {
		if (mended || !/^\/(?:secrets|keys)\//.test(path)) return undefined;
		const outer = { 429: code, 400: code }[status] ?? (status === 403 ? 'Forbidden' : 'Conflict');
		const innererror = outer === code ? undefined : { code };
		return response(status, { error: { code: outer, message: 'Words of the service.', innererror } });
	};

const denied = (kind: DenialKind) => (world: AdviceWorld) => world.vault.deny('*', kind);

const VAULT_ID =
	'/subscriptions/44444444-4444-4444-8444-444444444444/resourcegroups/emulator/providers/microsoft.keyvault/vaults/contoso';

// az, as far as it knows this one command.
const assignRole = ({ vault }: AdviceWorld, text: string): undefined => {
	const [, role, id, type, scope] =
		/`az role assignment create --role "([^"]+)" --assignee-object-id (\S+) --assignee-principal-type (\S+) --scope "([^"]+)"`/.exec(
			text,
		) ?? [];
	if (role === 'Key Vault Secrets User' && id === OBJECT_ID && type === 'ServicePrincipal' && scope === VAULT_ID)
		vault.allowAll();
};

const setPolicy = ({ vault }: AdviceWorld, text: string): undefined => {
	if (text.includes(`\`az keyvault set-policy --name contoso --object-id ${OBJECT_ID} --secret-permissions get\``))
		vault.allowAll();
};

const disabledOf = (secrets: string, certificates = '', keys = '') => SECRET({ secrets, certificates, keys });

export const VAULT_CASES: readonly VaultCase[] = [
	{
		codes: ['SecretNotFound'],
		step: SECRET({ secrets: 'no' }),
		says: /Compare the name/,
		follow: DB,
	},
	{
		codes: ['CertificateNotFound'],
		step: () => ofKind('certificates', 'no | public'),
		says: /Compare the name/,
		follow: () => ofKind('certificates', 'exo | public'),
	},
	{
		codes: ['KeyNotFound'],
		step: () => ofKind('keys', 'no'),
		says: /Compare the name/,
		follow: () => ofKind('keys', 'a-key'),
	},
	{
		codes: ['SecretDisabled'],
		arrange: ({ vault }) => vault.setSecret('off', 'x', { enabled: false }),
		step: disabledOf('off'),
		says: /Enable this version in the vault/,
		follow: ({ vault }) => {
			vault.setSecret('off', 'x');
			return undefined;
		},
	},
	{
		codes: ['KeyDisabled'],
		arrange: ({ vault }) => vault.setKey('off', { enabled: false }),
		step: () => ofKind('keys', 'off'),
		says: /Enable this version in the vault/,
		follow: ({ vault }) => {
			vault.setKey('off');
			return undefined;
		},
	},
	{
		codes: ['PendingCertificateNotFound'],
		step: DB,
		obstacle: untilMended(404),
		says: /nobody else/,
		follow: mend,
	},
	{
		codes: ['CertificateDisabled'],
		step: DB,
		obstacle: untilMended(403),
		says: /Enable this version in the vault/,
		follow: mend,
	},
	{
		codes: ['KeyOperationForbidden'],
		step: DB,
		obstacle: untilMended(403),
		says: /Issue a new version of the certificate with "digitalSignature"/,
		follow: mend,
	},
	{
		codes: ['ObjectIsDeletedButRecoverable'],
		step: DB,
		obstacle: untilMended(409),
		says: /Recover it \("az keyvault secret recover"\)/,
		follow: mend,
	},
	{
		codes: ['ObjectIsBeingDeleted'],
		step: DB,
		obstacle: untilMended(409),
		says: /Wait until that has ended/,
		follow: mend,
	},
	{
		codes: ['ObjectIsBeingRecovered'],
		step: DB,
		obstacle: untilMended(409),
		says: /Run the job again in a minute/,
		follow: mend,
	},
	{
		codes: ['Conflict'],
		step: DB,
		obstacle: untilMended(409),
		says: /Run the job again once it has ended/,
		follow: mend,
	},
	{
		codes: ['ForbiddenByRbac'],
		arrange: denied('rbac'),
		step: DB,
		says: /client ID 2222.*object ID 3333.*Assign it "Key Vault Secrets User"/,
		follow: assignRole,
	},
	{
		codes: ['ForbiddenByPolicy'],
		arrange: denied('policy'),
		step: DB,
		says: /Give it "get" of secrets/,
		follow: setPolicy,
	},
	{
		codes: ['AccessDenied'],
		arrange: denied('access-denied'),
		step: DB,
		says: /Give it "get" of secrets/,
		follow: setPolicy,
	},
	{
		codes: ['ForbiddenByFirewall'],
		arrange: denied('firewall'),
		step: DB,
		says: /whose address is 203\.0\.113\.7 .*Use a self-hosted runner/,
		follow: ({ vault }) => void vault.allowAll(),
	},
	{
		codes: ['ForbiddenByConnection'],
		arrange: denied('private-link'),
		step: DB,
		says: /Use a runner inside the virtual network/,
		follow: ({ vault }) => void vault.allowAll(),
	},
	{ codes: ['Throttled'], step: DB, obstacle: untilMended(429), says: /start fewer jobs at a time/, follow: mend },
	{
		codes: ['BadParameter'],
		step: DB,
		obstacle: untilMended(400),
		says: /Compare both with the identifier/,
		follow: mend,
	},
];
