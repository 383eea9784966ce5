// What the environment says of the network, put right before anything reads it.
import { readProxyVariables } from '../http/proxy-variables.js';
import type { Annotation, NetworkSettings } from '../ports.js';
import { extraCaWarning } from './extra-ca.js';

const NOT_OBEYED: Annotation = {
	title: 'TLS certificates are verified',
	text: 'NODE_TLS_REJECT_UNAUTHORIZED is set and is not obeyed: this action always verifies certificates. Remove the variable. If the runner must trust a private CA, set NODE_EXTRA_CA_CERTS to a file with its certificate in the env of the step.',
};

/** Changes the environment of this process, whose proxies the toolkit reads by itself. */
export function settleNetwork(): NetworkSettings {
	const isVerificationQuestioned = Boolean(process.env['NODE_TLS_REJECT_UNAUTHORIZED']);
	// Node looks at it for each connection.
	delete process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
	const { changes, secrets, error } = readProxyVariables(process.env);
	for (const [name, text] of Object.entries(changes)) {
		if (text === '') delete process.env[name];
		else process.env[name] = text;
	}
	const warnings = [...(isVerificationQuestioned ? [NOT_OBEYED] : []), ...(extraCaWarning ? [extraCaWarning] : [])];
	return { secrets, error, warnings };
}
