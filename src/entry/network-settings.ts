// Network settings of the environment, put right before anything reads it: programs import this file first.
import { X509Certificate } from 'node:crypto';
import { closeSync, openSync, readFileSync, statSync } from 'node:fs';
import { devNull } from 'node:os';
import { PROXY_VARIABLES, type ProxyVariables, readProxyVariables } from '../http/proxy-variables.js';
import type { Annotation, NetworkSettings } from '../ports.js';

const STDERR = 2;

/**
 * The warning about a file of NODE_EXTRA_CA_CERTS that Node skips; undefined if there is none. It is looked at here, before
 * Node does: Node loads the file together with its TLS, and complains on stderr alone, of which a user of a step sees neither
 * the place nor the consequence.
 */
const extraCaWarning: Annotation | undefined = lookAtExtraCa(process.env['NODE_EXTRA_CA_CERTS']);

function lookAtExtraCa(path: string | undefined): Annotation | undefined {
	if (path === undefined || path === '') return undefined;
	const problem = findProblem(path);
	if (problem === undefined) return undefined;
	silenceStderr();
	return {
		title: 'A private CA is not trusted',
		text: `NODE_EXTRA_CA_CERTS: ${path} ${problem}, so Node ignores it. Set the variable to the path of a PEM file with the CA's certificates on this runner.`,
	};
}

function findProblem(path: string): string | undefined {
	try {
		if (!statSync(path).isFile()) return 'is not a file';
		const blocks = readFileSync(path, 'latin1').split(/(?=-----BEGIN )/);
		const certificates = blocks.filter((block) => /^-----BEGIN (?:TRUSTED |X509 )?CERTIFICATE-----/.test(block));
		for (const certificate of certificates) new X509Certificate(certificate);
		return certificates.length === 0 ? 'holds no certificate in PEM' : undefined;
	} catch (error) {
		const { code } = error as NodeJS.ErrnoException;
		if (code === 'ENOENT') return 'does not exist';
		return /^E[A-Z]+$/.test(String(code)) ? `cannot be read (${code})` : 'holds a certificate that is damaged';
	}
}

// Node writes there by other means than its own streams. Nothing else of the step does, so nothing is lost.
function silenceStderr(): void {
	try {
		closeSync(STDERR);
		openSync(devNull, 'w');
	} catch {
		// It is closed already.
	}
}

const NOT_OBEYED: Annotation = {
	title: 'TLS certificates are verified',
	text: 'NODE_TLS_REJECT_UNAUTHORIZED is set, but this action ignores it and always verifies certificates. Remove the variable. If the runner must trust a private CA, set NODE_EXTRA_CA_CERTS to a file with its certificate in the env of the step.',
};

const NO_PROXY: ProxyVariables = { changes: {}, secrets: [], error: undefined };

/** Changes the environment of this process, whose proxies the toolkit reads by itself. */
export function settleNetwork(): NetworkSettings {
	const isVerificationQuestioned = Boolean(process.env['NODE_TLS_REJECT_UNAUTHORIZED']);
	// Node looks at it for each connection.
	delete process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
	const isProxySet = PROXY_VARIABLES.some((name) => process.env[name]);
	const { changes, secrets, error } = isProxySet ? readProxyVariables(process.env) : NO_PROXY;
	for (const [name, text] of Object.entries(changes)) {
		if (text === '') delete process.env[name];
		else process.env[name] = text;
	}
	const warnings = [...(isVerificationQuestioned ? [NOT_OBEYED] : []), ...(extraCaWarning ? [extraCaWarning] : [])];
	return { secrets, error, warnings };
}
