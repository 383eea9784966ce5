// What NODE_EXTRA_CA_CERTS names, looked at before Node does: programs import this file first. Node loads the file together
// with its TLS, and complains on stderr alone, of which a user of a step sees neither the place nor the consequence.
import { X509Certificate } from 'node:crypto';
import { closeSync, openSync, readFileSync, statSync } from 'node:fs';
import { devNull } from 'node:os';
import type { Annotation } from '../ports.js';

const STDERR = 2;

/** The warning about a file that Node passes over; undefined if there is none. */
export const extraCaWarning: Annotation | undefined = lookAtExtraCa(process.env['NODE_EXTRA_CA_CERTS']);

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
