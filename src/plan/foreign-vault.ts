// What a text is that names no vault of the cloud, though it was meant to: a private link name, another cloud's vault, a page
// of the portal.
import { type Cloud, cloudOfVaultSuffix } from './cloud.js';

/** What is wrong with a text, and what to write instead. */
export interface ForeignVault {
	/** A clause that begins with a verb. */
	readonly problem: string;
	/** One or more sentences. */
	readonly hint: string;
}

/** The zones of private endpoints, which only name servers use: https://learn.microsoft.com/azure/private-link/private-endpoint-dns */
const PRIVATE_LINK =
	/^([a-z0-9-]+)\.(?:privatelink\.)?(?:vaultcore\.(?:azure\.net|usgovcloudapi\.net|azure\.cn)|privatelink\.vault\.(?:azure\.net|usgovcloudapi\.net|azure\.cn))$/;

const MANAGED_HSM = /^[a-z0-9.-]+\.managedhsm\.(?:azure\.net|usgovcloudapi\.net|azure\.cn)$/;

const NOTHING_SENT = 'Nothing was sent there.';

/** Says what a host is that is no vault of the cloud. */
export function explainForeignHost(hostname: string, cloud: Cloud): ForeignVault {
	const [, name] = PRIVATE_LINK.exec(hostname) ?? [];
	if (name !== undefined) {
		return {
			problem: `is the private link name ${hostname}, for which no vault has a certificate.`,
			hint: `${NOTHING_SENT} Write https://${name}.${cloud.vaultSuffix} instead: the public name leads to the private endpoint as well.`,
		};
	}
	if (MANAGED_HSM.test(hostname)) {
		return {
			problem: `is ${hostname}, a managed HSM, which this action does not support.`,
			hint: `${NOTHING_SENT} A managed HSM holds keys only, no secrets and no certificates: name a vault.`,
		};
	}
	if (hostname.endsWith(`.${cloud.vaultSuffix}`)) {
		return {
			problem: `is at ${hostname}, which cannot be the host of a vault.`,
			hint: `${NOTHING_SENT} A vault's name has 3 to 24 letters, digits and hyphens: compare it with the portal.`,
		};
	}
	const owner = cloudOfVaultSuffix(hostname);
	if (owner !== undefined && !cloud.vaultSuffixIsGiven) {
		return {
			problem: `is at ${hostname}, which is not a vault under ${cloud.vaultSuffix}, but one of another cloud.`,
			hint: `${NOTHING_SENT} Set cloud to ${owner}, if the identity that signs in belongs to that cloud as well.`,
		};
	}
	return {
		problem: `is at ${hostname}, which is not a vault under ${cloud.vaultSuffix}.`,
		hint: `${NOTHING_SENT} For another cloud set "cloud", for a private one "vault-suffix".`,
	};
}

const ARM_VAULT = /\/providers\/Microsoft\.KeyVault\/(vaults|managedHSMs)\/([a-z][a-z0-9-]{1,22}[a-z0-9])(?:[/?#]|$)/i;

/** Says what a text is that is neither a vault's name nor an https origin; undefined if that cannot be told. */
export function explainForeignText(text: string, cloud: Cloud): ForeignVault | undefined {
	const [, kind, name = ''] = ARM_VAULT.exec(decodePercent(text)) ?? [];
	if (kind !== undefined && /^vaults$/i.test(kind)) {
		const what = text.startsWith('/') ? 'resource ID of a vault' : 'address of a page about a vault';
		return { problem: `is the ${what}, not its name.`, hint: `Set it to ${name.toLowerCase()}.` };
	}
	if (kind !== undefined) {
		return {
			problem: 'is a managed HSM, which this action does not support.',
			hint: 'A managed HSM holds keys only, no secrets and no certificates: name a vault.',
		};
	}
	const [, host = '', path = ''] =
		/^(?:https?:\/\/)?([a-z0-9][a-z0-9.-]*\.[a-z]{2,})(?::\d+)?(\/.*)?$/i.exec(text) ?? [];
	const hostname = host.toLowerCase();
	if (!hostname.endsWith(`.${cloud.vaultSuffix}`))
		return isOfAzure(hostname) ? explainForeignHost(hostname, cloud) : undefined;
	const what = path.length > 1 ? 'has more than the address of the vault' : 'is not an https address';
	return { problem: `${what}.`, hint: `Set it to https://${hostname}.` };
}

// Anything else may be a misplaced secret, which no message repeats.
function isOfAzure(hostname: string): boolean {
	return PRIVATE_LINK.test(hostname) || MANAGED_HSM.test(hostname) || cloudOfVaultSuffix(hostname) !== undefined;
}

function decodePercent(text: string): string {
	return text.replace(/%2f/gi, '/');
}
