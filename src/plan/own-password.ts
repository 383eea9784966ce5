// How the passwords that this action made are told from all others: by a display name that says whose they are.
import { createHash } from 'node:crypto';
import { type Identifier, vaultHost } from './identifier.js';

const MARK = 'azure-key-vault-action';

/** What this action allows itself: Microsoft documents no limit of a display name, but the portal's list is narrow. */
const MAX_NAME_LENGTH = 120;

/** Of the run's own sign, in characters: by it a run knows the password again whose answer it never saw. */
const SIGN_LENGTH = 8;

const MAX_ADDRESS_LENGTH = MAX_NAME_LENGTH - MARK.length - SIGN_LENGTH - 2;

/**
 * The display name of a password for this secret, e.g. `azure-key-vault-action contoso.vault.azure.net/api-secret 0f3a9c1e`.
 * @param sign four random bytes, the same for every password that one run makes
 */
export function ownPasswordName(secret: Identifier, sign: Buffer): string {
	return `${MARK} ${describeAddress(secret)} ${sign.toString('hex')}`;
}

/** Whether a password of this display name was made by this action, in any run, for this secret. */
export function isOwnPassword(displayName: string | undefined, secret: Identifier): boolean {
	const [, address] = /^azure-key-vault-action (\S+) [0-9a-f]{8}$/.exec(displayName ?? '') ?? [];
	return address?.toLowerCase() === describeAddress(secret).toLowerCase();
}

// The vault compares names without regard to case, and so must a digest of them.
function describeAddress({ vaultUrl, name }: Identifier): string {
	const address = `${vaultHost(vaultUrl)}/${name}`;
	if (address.length <= MAX_ADDRESS_LENGTH) return address;
	const digest = createHash('sha256').update(address.toLowerCase()).digest('hex').slice(0, 16);
	return `${address.slice(0, MAX_ADDRESS_LENGTH - digest.length - 1)}~${digest}`;
}
