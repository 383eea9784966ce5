// Workload identity: a token file that the platform keeps fresh, such as on runners in Azure Kubernetes Service.
// https://azure.github.io/azure-workload-identity
import { ActionError, checkAll } from '../../errors.js';
import { requiredClientId } from '../../input/sign-in-inputs.js';
import type { Machine } from '../../ports.js';
import type { SecretText } from '../../secret-text.js';
import { type Credential, type CredentialSource, describeWay } from '../credential.js';
import { exchangeFederatedToken } from '../federated-token.js';
import { asToken } from '../token-request.js';

const VARIABLE = 'AZURE_FEDERATED_TOKEN_FILE';

/**
 * The credential of an application that trusts the cluster's tokens. The file is read anew for each exchange, since the
 * platform replaces it.
 * @throws ActionErrors that name each input that is missing, and the file if it cannot be read
 */
export function makeWorkloadIdentity(source: CredentialSource): Credential {
	const { inputs, variable, machine } = source;
	const { clientId, tokenFile } = checkAll({
		clientId: () => requiredClientId(inputs),
		tokenFile: () => {
			const path = variable(VARIABLE);
			if (path === undefined) throw tokenFileError('the variable is not set.');
			readTokenFile(machine, path);
			return path;
		},
	});
	const way = describeWay('workload-identity', source, { tenantId: inputs.tenantId, clientId: inputs.clientId });
	return {
		...way,
		tenantId: inputs.tenantId?.value,
		clientId,
		secrets: [],
		needsTenant: true,
		isRenewable: true,
		waitsForPerson: false,
		getToken: (target, context) => {
			const getProof = async (): Promise<SecretText> => readTokenFile(context.machine, tokenFile);
			return exchangeFederatedToken({ clientId, getProof, way }, target, context);
		},
	};
}

function readTokenFile(machine: Machine, path: string): SecretText {
	const token = asToken(readText(machine, path).trim());
	if (token === undefined) throw tokenFileError('the variable names a file that holds no token.');
	return token;
}

function readText(machine: Machine, path: string): string {
	try {
		return machine.readFile(path, 64 * 1024).toString('utf8');
	} catch (error) {
		throw tokenFileError('the variable names a file that cannot be read.', error);
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
