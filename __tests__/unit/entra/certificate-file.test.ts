// The path of a client certificate that names no file that can be read: the reason is the true one, and the text is never repeated.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { looksLikeContent, readCertificateFile } from '../../../src/entra/credentials/certificate-file.js';
import { ActionError } from '../../../src/errors.js';
import type { Machine } from '../../../src/ports.js';
import { pfx } from '../../support/given-certificate.js';
import { makeMachine } from '../../support/make-ports.js';

const BASE64 = pfx(null).toString('base64');

function refusingWith(code: string): Machine {
	const readFile = (path: string): never => {
		throw Object.assign(new Error(`${code}: ${path}`), { code });
	};
	return { ...makeMachine(), readFile };
}

describe('a client certificate that is no readable file is refused:', () => {
	const NOT_EXPANDED = 'CLIENT_CERTIFICATE_PATH_NOT_EXPANDED';
	const WINDOWS = 'CLIENT_CERTIFICATE_PATH_OF_WINDOWS';
	const ADDRESS = 'CLIENT_CERTIFICATE_IS_ADDRESS';
	const CUT_OFF = 'CLIENT_CERTIFICATE_CUT_OFF';
	const cases: Readonly<Record<string, readonly [string, string, RegExp]>> = {
		'a path that does not exist': ['certs/none.pfx', 'CLIENT_CERTIFICATE_FILE_NOT_FOUND', /no file/],
		'a home folder': ['~/cert.pem', NOT_EXPANDED, /~.*shell/],
		"somebody's home folder": ['~runner/cert.pem', NOT_EXPANDED, /~/],
		'a home folder, the Windows way': ['~\\cert.pem', NOT_EXPANDED, /~/],
		'a variable': ['$HOME/cert.pem', NOT_EXPANDED, /variable.*shell/],
		'a variable in braces': ['$'.concat('{RUNNER_TEMP}/cert.pem'), NOT_EXPANDED, /variable/],
		'a variable of PowerShell': ['$env:TEMP\\cert.pem', NOT_EXPANDED, /variable/],
		'a variable of Windows': ['%USERPROFILE%\\cert.pfx', NOT_EXPANDED, /variable/],
		'a path in quotes': ['"certs/app.pfx"', 'CLIENT_CERTIFICATE_PATH_QUOTED', /quotes/],
		'a path in single quotes': ["'certs/app.pfx'", 'CLIENT_CERTIFICATE_PATH_QUOTED', /quotes/],
		'a path of Windows': ['C:\\certs\\app.pfx', WINDOWS, /Windows/],
		'a path of Windows with slashes': ['D:/certs/app.pfx', WINDOWS, /Windows/],
		'a share of Windows': ['\\\\server\\share\\app.pfx', WINDOWS, /Windows/],
		'a path with backslashes': ['certs\\app.pfx', WINDOWS, /Windows/],
		'an address': ['https://contoso.vault.azure.net/certificates/app', ADDRESS, /address/],
		'a file by its address': ['file:///home/runner/app.pfx', ADDRESS, /address/],
		'a thumbprint': ['CDDB30FE1D3C2A1724B80DCE93724D155C65DD5C', 'CLIENT_CERTIFICATE_IS_THUMBPRINT', /thumbprint/],
		'a thumbprint as Windows shows it': [
			'cd db 30 fe 1d 3c 2a 17 24 b8 0d ce 93 72 4d 15 5c 65 dd 5c',
			'CLIENT_CERTIFICATE_IS_THUMBPRINT',
			/thumbprint/,
		],
		'base64 that was cut off': [BASE64.slice(0, 64), CUT_OFF, /64 characters/],
		'base64 of PEM that was cut off': ['LS0tLS1CRUdJTiBQUklWQVRFIEtFWS0t', CUT_OFF, /32 characters/],
	};
	for (const [what, [text, code, problem]] of Object.entries(cases)) {
		it(what, () => {
			assert.throws(
				() => readCertificateFile(text, makeMachine()),
				(error) => {
					assert.ok(error instanceof ActionError && error.subject === 'client-certificate');
					assert.equal(error.code, code);
					assert.match(error.problem, problem);
					assert.equal(error.cause, undefined);
					assert.ok(!error.message.includes(text));
					return true;
				},
			);
		});
	}

	it('a folder, a file that may not be read, one that is too large', () => {
		const refuses = (systemCode: string, code: string): void =>
			assert.throws(() => readCertificateFile('~/"certs"', refusingWith(systemCode)), { code });
		refuses('EISDIR', 'CLIENT_CERTIFICATE_FILE_IS_FOLDER');
		refuses('EACCES', 'CLIENT_CERTIFICATE_FILE_FORBIDDEN');
		refuses('EPERM', 'CLIENT_CERTIFICATE_FILE_FORBIDDEN');
		refuses('ERR_FS_FILE_TOO_LARGE', 'CLIENT_CERTIFICATE_FILE_TOO_LARGE');
		refuses('ENOTDIR', 'CLIENT_CERTIFICATE_PATH_NOT_EXPANDED');
	});

	it('by the text alone if the system gives no code', () => {
		const readFile = (): never => {
			throw new Error('no code');
		};
		const code = 'CLIENT_CERTIFICATE_FILE_NOT_FOUND';
		assert.throws(() => readCertificateFile('app.pfx', { ...makeMachine(), readFile }), { code });
	});

	it('on Windows, if its own paths are right, as one that does not exist', () => {
		const machine = makeMachine({}, { platform: 'win32' });
		const code = 'CLIENT_CERTIFICATE_FILE_NOT_FOUND';
		assert.throws(() => readCertificateFile('C:\\certs\\app.pfx', machine), { code });
	});
});

describe('a file goes before what its name looks like', () => {
	for (const path of ['~/cert.pem', '"quoted"', 'C:\\app.pfx', '$HOME', 'MIIKOAIBAzCCCfQGCSqGSIb3DQEHAaCCCeUEggnh']) {
		it(path, () => {
			assert.equal(readCertificateFile(path, makeMachine({ [path]: 'content' })).toString(), 'content');
		});
	}
});

describe('looksLikeContent', () => {
	it('tells content from a path', () => {
		for (const text of [BASE64, `"${BASE64}"`, 'a\nb', '-----BEGIN X-----', Buffer.from(BASE64).toString('base64')])
			assert.ok(looksLikeContent(text), text.slice(0, 20));
		for (const text of [
			'certs/app.pfx',
			'MI/app',
			`MI${'/folder'.repeat(40)}/app.pfx`,
			'/home/runner/app',
			BASE64.slice(0, 199),
		])
			assert.ok(!looksLikeContent(text), text.slice(0, 20));
	});
});
