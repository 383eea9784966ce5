// Names that people give to inputs, and what they are called here. A runner hands on inputs that an action does not declare.
import type { StepInputs } from '../ports.js';
import { readText } from './scalars.js';

/** An input of this action that others are mistaken for. */
type Meant = 'keyvault' | 'secrets' | 'certificates' | 'keys';

/** By the input that is meant. No name here is an input of the action. */
export const MISPLACED: Readonly<Record<Meant, readonly string[]>> = {
	keyvault: [
		...['vault', 'vault-name', 'vault_name', 'vaultname', 'vault-url', 'vault_url', 'vaulturl', 'vaults', 'keyvaults'],
		...['key-vault', 'key_vault', 'keyvault-name', 'keyvault_name', 'keyvaultname', 'key-vault-name', 'key_vault_name'],
		...['keyvault-url', 'keyvault_url', 'keyvaulturl', 'key-vault-url', 'key-vault-uri', 'keyvault-uri', 'akv'],
	],
	secrets: [
		...['secret', 'secret-name', 'secret_name', 'secretname', 'secret-names', 'secret_names', 'secretnames'],
		...['names', 'name', 'secrets-filter', 'secretsfilter', 'secret-list', 'keyvault-secrets'],
	],
	certificates: [
		...['certificate', 'certificate-name', 'certificate_name', 'certificatename', 'certificate-names'],
		...['cert', 'certs', 'cert-name', 'pfx'],
	],
	keys: ['key', 'key-name', 'key_name', 'keyname', 'key-names'],
};

/** Inputs of the other actions of this repository that are easily taken for one of this action. */
const ELSEWHERE: ReadonlyMap<string, string> = new Map([
	['certificate', 'the token and the rotate action'],
	['secret', 'the rotate action'],
]);

/** Says that an input of another name was given for one of these; undefined if none was. Its text is not repeated. */
export function adviseOnMisplaced(inputs: StepInputs, meant: readonly Meant[]): string | undefined {
	for (const one of meant) {
		const given = MISPLACED[one].find((name) => readText(inputs, name) !== undefined);
		if (given === undefined) continue;
		const owner = ELSEWHERE.get(given);
		const why = owner === undefined ? 'is not an input of this action' : `is an input of ${owner}, not of this one`;
		return `The input ${given} ${why}: write ${one}.`;
	}
	return undefined;
}
