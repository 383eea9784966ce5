// Lowkey Vault plays the identity endpoint of a machine as well: the action signs in there, with no credential at all.

import type { Emulator } from '../emulator/emulator.js';
import type { Checks } from '../support/checks.js';
import { runAction } from '../support/run-action.js';
import type { LowkeyVault } from './lowkey-vault.js';
import { PLAIN_VALUE } from './vault-contents.js';

/** Fetches a secret with a token of that endpoint. */
export async function runManagedIdentity(checks: Checks, server: LowkeyVault, emulator: Emulator): Promise<void> {
	const inputs = { 'auth-method': 'managed-identity', 'client-secret': '', 'client-id': '', 'tenant-id': '' };
	const result = await runAction(
		emulator,
		{ ...inputs, keyvault: server.url, secrets: 'plain-value' },
		{ env: { AZURE_POD_IDENTITY_AUTHORITY_HOST: server.identityUrl } },
	);
	if (result.exitCode !== 0) console.log(result.log.join('\n'));
	checks.check('Lowkey Vault: its managed identity signs in', result.exitCode === 0);
	checks.check('Lowkey Vault: a secret comes by managed identity', result.outputs['plain-value'] === PLAIN_VALUE);
}
