// What of longer values is structure, in the files that people keep in a vault.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { maskSecret } from '../../../src/masks/masks.js';
import { isStructure, secretLines } from '../../../src/masks/structure.js';
import { handedTo, handMasks, print } from '../../support/print-masked.js';

/** Files whose lines begin with what a log must show of them: "-" for visible, "*" for hidden. */
const FILES: Readonly<Record<string, string>> = {
	kubeconfig: `
* apiVersion: v1
- clusters:
- - cluster:
*     certificate-authority-data: LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0t
*     server: https://contoso-aks.hcp.westeurope.azmk8s.io:443
*   name: contoso-aks
- contexts:
- - context:
*     cluster: contoso-aks
*     user: clusterUser_contoso
*   name: contoso-aks
* current-context: contoso-aks
* kind: Config
- preferences: {}
- users:
* - name: clusterUser_contoso
-   user:
-     exec:
-       args:
-       - get
*       - get-token
*       - --login
-       env: null-value
*     token: 0123456789abcdef
`.replace('-       env: null-value\n', ''),
	ini: `
- [default]
* aws_access_key_id = AKIA0123456789EXAMPLE
* aws_secret_access_key=wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
- [profile prod-eu1]
- region =
- [remote "origin"]
* url = https://user:hunter2@github.com/contoso/x.git
- [[servers]]
- [servers.alpha]
`,
	'.env': `
- PASSWORD=
- export TOKEN=
- API_KEY=""
- KEY=
* DB_PASSWORD=hunter2hunter2
* export SECRET="hunter2"
- $env:OTHER =
`,
	YAML: `
- ---
- database:
*   host: db.contoso.com
-   credentials: {}
-   replicas: []
-   pem: |-
-     -----BEGIN PRIVATE KEY-----
*     MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7
-     -----END PRIVATE KEY-----
-   folded: >
-   empty: ''
-   none: ~
-   "quoted key":
- - true
- - 8080
- - "production"
* - hunter2
- ...
`,
	XML: `
- <?xml version="1.0" encoding="utf-8"?>
- <configuration>
-   <connectionStrings>
*     <add name="db" connectionString="Server=db;Password=hunter2" />
*     <password>hunter2</password>
-     <empty></empty>
-     <empty/>
-   </connectionStrings>
- </configuration>
`,
	'service account': `
- {
*   "type": "service_account",
*   "private_key_id": "0123456789abcdef",
*   "client_email": "x@contoso.iam.gserviceaccount.com",
-   "scopes": [
*     "https://www.googleapis.com/auth/cloud-platform",
-     "main",
-     12345,
-     null
-   ],
-   "options": {
-     "empty": "",
-     "nested": {},
-     "list": []
-   },
- }
`,
	'user and password': `
- admin
* hunter2
`,
	HCL: `
- provider "azurerm" {
-   features {}
*   client_secret = "hunter2"
- }
- server {
`,
};

function linesOfFile(file: string): readonly { readonly isHidden: boolean; readonly text: string }[] {
	const lines = file.split('\n').filter((line) => line !== '');
	return lines.map((line) => ({ isHidden: line.startsWith('*'), text: line.slice(2) }));
}

describe('a file that is a secret', () => {
	for (const [name, file] of Object.entries(FILES)) {
		// Promise: P7
		it(`has the lines of ${name} hidden that may hold a secret, and no others`, () => {
			const lines = linesOfFile(file);
			for (const newline of ['\n', '\r\n']) {
				const log = handMasks(maskSecret(lines.map(({ text }) => text).join(newline)));
				for (const { text, isHidden } of lines) {
					assert.equal(print(log, text), isHidden ? `⟦${/^\s*/.exec(text)?.[0]}***⟧` : `⟦${text}⟧`, `${name}: ${text}`);
				}
			}
		});
	}

	it('never hands over structure as a part of something longer', () => {
		const file = fc.constantFrom(...Object.values(FILES));
		fc.assert(
			fc.property(file, file, fc.array(fc.nat(60)), (one, other, chosen) => {
				const lines = [...linesOfFile(one), ...linesOfFile(other)].filter((_, index) => !chosen.includes(index));
				fc.pre(lines.length > 1);
				const handed = handedTo(handMasks(maskSecret(lines.map(({ text }) => text).join('\n'))));
				const structure = lines.filter(({ isHidden }) => !isHidden).map(({ text }) => text.trim());
				assert.deepEqual(
					handed.filter((text) => structure.includes(text)),
					[],
				);
			}),
			{ numRuns: 500 },
		);
	});
});

describe('isStructure', () => {
	it('does not take for a key, heading or tag what may be a secret', () => {
		for (const line of [
			'S3cr3tPassw0rd:',
			'hunter2hunter2=',
			'aGVsbG8gd29ybGQ=',
			'QUJDREVGR0g=',
			'YWJj',
			'["hunter2hunter2"]',
			'[S3cr3tPassw0rd]',
			'[12345678]',
			'[one, two]',
			'<S3cr3tPassw0rd>',
			'<a>hunter2</b>',
			'<a></b>',
			'key: value',
			'key = {"a": 1}',
			'https://contoso.com',
			'user:hunter2',
			`${'a'.repeat(41)}:`,
			'12345678:',
			'::error::',
			'="hunter2"',
			'pass word!:',
		])
			assert.equal(isStructure(line), false, line);
	});

	it('knows the end of base64 from a key without a value', () => {
		const before = 'MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7';
		assert.deepEqual(secretLines([before, 'KEYS', 'ABC=', before, 'PASSWRD=']), [before, 'KEYS', before, 'PASSWRD=']);
		assert.deepEqual(secretLines(['KEY=', 'PASSWRD=', 'PASSWORD=']), []);
	});

	it('takes a byte order mark for no part of a line', () => {
		assert.equal(isStructure('\ufeff[default]'), true);
		assert.equal(isStructure('\ufeffhunter2'), false);
	});
});
