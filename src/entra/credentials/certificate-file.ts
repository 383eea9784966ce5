// The file that `client-certificate` names, or why there is none: no such file, no path that a shell has not read before, no path.
import { looksLikeBase64 } from '../../certificate/source.js';
import type { ErrorCode } from '../../error-codes.js';
import { ActionError } from '../../errors.js';
import { CLIENT_CERTIFICATE } from '../../input/sign-in-inputs.js';
import { FILE_TOO_LARGE, type Machine } from '../../ports.js';

/** Shorter than any PFX, longer than a path that consists of letters, digits and slashes and begins as one does. */
const MIN_BASE64_LENGTH = 200;

/**
 * Whether a text is the certificate itself rather than a path, which has one line.
 *
 * Base64 of a PFX begins with MI, that of PEM with LS0t (or QmFn, for "Bag Attributes"), that of base64 with TUl; //4 and
 * 77u are byte order marks. No file of such a name is meant.
 */
export function looksLikeContent(text: string): boolean {
	if (text.includes('-----BEGIN ') || /[\r\n]/.test(text)) return true;
	const begins = /^["']?(?:MI|LS0t|QmFn|TUl|\/\/4|77u)/.test(text);
	return begins && text.length >= MIN_BASE64_LENGTH && looksLikeBase64(text);
}

/** A vault holds 25 kB, and a chain takes less. */
const MAX_FILE_BYTES = 1024 * 1024;

/**
 * Returns the file's content, or the text itself if it is base64 after all.
 * @throws ActionError that says why there is no such file; never with the path, which may be a misplaced secret
 */
export function readCertificateFile(path: string, machine: Machine): Buffer | string {
	try {
		return machine.readFile(path, MAX_FILE_BYTES);
	} catch (error) {
		if (path.length >= MIN_BASE64_LENGTH && looksLikeBase64(path)) return path;
		const code = error instanceof Error && 'code' in error ? error.code : undefined;
		const reason = ofSystem(code) ?? ofText(path, machine.platform) ?? NOT_FOUND;
		throw new ActionError({ ...reason, title: 'Unusable client certificate', subject: CLIENT_CERTIFICATE });
	}
}

interface Reason {
	readonly code: ErrorCode;
	readonly problem: string;
	readonly hint: string;
}

const PATH_HINT = 'Write the absolute path, or one that starts at the workspace.';

const NOT_FOUND: Reason = {
	code: 'CLIENT_CERTIFICATE_FILE_NOT_FOUND',
	problem: 'it is neither PEM nor base64, and no file has this path.',
	hint: 'A path starts at the workspace. Check that the file exists before this step, and that upper and lower case match.',
};

// The file is there, and cannot be read for a reason of its own.
function ofSystem(code: unknown): Reason | undefined {
	switch (code) {
		case 'EISDIR':
			return {
				code: 'CLIENT_CERTIFICATE_FILE_IS_FOLDER',
				problem: 'the path leads to a folder.',
				hint: 'Write the path of the file in it.',
			};
		case 'EACCES':
		case 'EPERM':
			return {
				code: 'CLIENT_CERTIFICATE_FILE_FORBIDDEN',
				problem: "the runner's user may not read the file of this path.",
				hint: 'Give that user the right to read it.',
			};
		case FILE_TOO_LARGE:
			return {
				code: 'CLIENT_CERTIFICATE_FILE_TOO_LARGE',
				problem: 'the file is larger than 1 MiB, which no certificate is.',
				hint: 'Export one private key with its own certificate and its issuers, and nothing else.',
			};
		default:
			return undefined;
	}
}

const VARIABLE =
	/\$(?:\{|env:|HOME|PWD|GITHUB_WORKSPACE|RUNNER_TEMP)|%(?:USERPROFILE|HOMEPATH|TEMP|GITHUB_WORKSPACE|RUNNER_TEMP)%/i;

function ofText(text: string, platform: string): Reason | undefined {
	if (text.startsWith('~')) {
		const hint = 'Write the absolute path, such as /home/runner/app.pem, or one that starts at the workspace.';
		return {
			code: 'CLIENT_CERTIFICATE_PATH_NOT_EXPANDED',
			problem: 'the path begins with ~, which only a shell expands.',
			hint,
		};
	}
	if (VARIABLE.test(text)) {
		const problem = 'the path holds a variable, which only a shell expands.';
		return { code: 'CLIENT_CERTIFICATE_PATH_NOT_EXPANDED', problem, hint: PATH_HINT };
	}
	if (/^(["']).*\1$/.test(text)) {
		const problem = 'the path is in quotes, which count as part of it, and there is no such file.';
		return { code: 'CLIENT_CERTIFICATE_PATH_QUOTED', problem, hint: 'Remove the quotes.' };
	}
	if (/^[a-z]{2,10}:\/\//i.test(text)) {
		const hint =
			'Fetch it in an earlier step, and write the path of the file. To fetch a certificate from the vault, name it in `certificates`.';
		return { code: 'CLIENT_CERTIFICATE_IS_ADDRESS', problem: 'it is the address of a resource, not a path.', hint };
	}
	return ofShape(text) ?? (platform === 'win32' ? undefined : ofWindows(text));
}

function ofShape(text: string): Reason | undefined {
	if (/^(?:[0-9a-f]{2}[: ]?){20}$/i.test(text)) {
		const hint = 'Set the certificate itself with its private key: PEM, or a PFX as base64 or as a file.';
		return { code: 'CLIENT_CERTIFICATE_IS_THUMBPRINT', problem: 'it is the thumbprint of a certificate.', hint };
	}
	if (text.length >= 24 && /^(?:MI|LS0t|TUl)/.test(text) && looksLikeBase64(text)) {
		const problem = `it begins as base64 of a certificate does, and is cut off after ${text.length} characters.`;
		return {
			code: 'CLIENT_CERTIFICATE_CUT_OFF',
			problem,
			hint: 'Copy it again, from its first to its last character.',
		};
	}
	return undefined;
}

function ofWindows(text: string): Reason | undefined {
	if (!/^[a-z]:[\\/]|^\\\\|^[^\s/]+\\[^\s/]+$/i.test(text)) return undefined;
	const problem = 'it is a Windows path, and this runner does not run Windows.';
	return { code: 'CLIENT_CERTIFICATE_PATH_OF_WINDOWS', problem, hint: `${PATH_HINT} Separate folders with /.` };
}
