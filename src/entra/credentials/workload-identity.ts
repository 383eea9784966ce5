// Workload identity: a token file that the platform keeps fresh, such as on runners in Azure Kubernetes Service.
// https://azure.github.io/azure-workload-identity
import { ActionError, checkAll } from '../../errors.js';
import type { Machine } from '../../ports.js';
import type { SecretText } from '../../secret-text.js';
import { type CredentialBase, requiredClientId, type SignInMethod } from '../credential.js';
import { exchangeFederatedToken } from '../federated-token.js';
import { asToken } from '../token-request.js';

const VARIABLE = 'AZURE_FEDERATED_TOKEN_FILE';

/** An application that trusts the cluster's tokens, and the file that holds one. */
export interface WorkloadIdentityCredential extends CredentialBase {
	readonly kind: 'workload-identity';
	readonly clientId: string;
	readonly tokenFile: string;
}

/** The file is read anew for each exchange, since the platform replaces it. */
export const workloadIdentityMethod: SignInMethod<WorkloadIdentityCredential> = {
	needsTenant: true,
	isRenewable: true,
	waitsForPerson: false,
	makeCredential: ({ inputs, reason, variable, machine }) => ({
		kind: 'workload-identity',
		reason,
		tenantId: inputs.tenantId?.value,
		...checkAll({
			clientId: () => requiredClientId(inputs),
			tokenFile: () => {
				const tokenFile = variable(VARIABLE);
				if (tokenFile === undefined) throw tokenFileError('is not set.');
				readTokenFile(machine, tokenFile);
				return tokenFile;
			},
		}),
	}),
	secretsOf: () => [],
	getToken: (credential, target, context) => {
		const { clientId, tokenFile } = credential;
		const getProof = async (): Promise<SecretText> => readTokenFile(context.machine, tokenFile);
		return exchangeFederatedToken({ clientId, getProof, way: credential }, target, context);
	},
};

function readTokenFile(machine: Machine, path: string): SecretText {
	const token = asToken(readText(machine, path).trim());
	if (token === undefined) throw tokenFileError('names a file that holds no token.');
	return token;
}

function readText(machine: Machine, path: string): string {
	try {
		return machine.readFile(path, 64 * 1024).toString('utf8');
	} catch (error) {
		throw tokenFileError('names a file that cannot be read.', error);
	}
}

function tokenFileError(problem: string, cause?: unknown): ActionError {
	return new ActionError({
		code: 'TOKEN_FILE_UNUSABLE',
		title: 'No workload identity here',
		subject: VARIABLE,
		problem,
		hint: 'The webhook of Microsoft Entra Workload ID sets it in pods that carry its label and service account.',
		cause,
	});
}
