// Addresses of vaults: names and URLs, and that a host outside the cloud is refused wherever it is written.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Cloud } from '../../../src/plan/cloud.js';
import { parseKeyvault, parseReference } from '../../../src/plan/identifier.js';
import { type Mistake, testMistakes } from '../../support/mistakes.js';

const PUBLIC: Cloud = {
	authorityHost: 'https://login.microsoftonline.com',
	vaultSuffix: 'vault.azure.net',
	vaultSuffixIsGiven: false,
	vaultScope: 'https://vault.azure.net/.default',
	oidcAudience: 'api://AzureADTokenExchange',
	graphHost: 'https://graph.microsoft.com',
	graphScope: 'https://graph.microsoft.com/.default',
	portalHost: 'https://portal.azure.com',
};
const EMULATOR: Cloud = { ...PUBLIC, vaultSuffix: 'localhost', vaultSuffixIsGiven: true };

function parse(reference: string, cloud: Cloud) {
	return parseReference({ input: 'secrets', number: 3, reference }, cloud);
}

const vaults: Readonly<Record<string, string>> = {
	'contoso-automation': 'https://contoso-automation.vault.azure.net',
	Contoso: 'https://contoso.vault.azure.net',
	abc: 'https://abc.vault.azure.net',
	[`a${'b'.repeat(23)}`]: `https://a${'b'.repeat(23)}.vault.azure.net`,
	'https://contoso.vault.azure.net': 'https://contoso.vault.azure.net',
	'https://contoso.vault.azure.net/': 'https://contoso.vault.azure.net',
	'HTTPS://CONTOSO.VAULT.AZURE.NET:443': 'https://contoso.vault.azure.net',
};

for (const [text, vaultUrl] of Object.entries(vaults)) {
	test(`keyvault ${text} is ${vaultUrl}`, () => {
		assert.equal(parseKeyvault(text, PUBLIC), vaultUrl);
	});
}

// Mistakes in a text that is no name of a vault.
const NO_VAULTS: readonly Mistake[] = [
	{ facts: ['3 to 24'], texts: ['ab'] },
	{ facts: ['3 to 24'], texts: ['a'.repeat(25)] },
	{ facts: ['letter'], texts: ['1contoso', '-contoso'] },
	{ facts: ['hyphen'], texts: ['contoso-'] },
	{ facts: ['two hyphens'], texts: ['con--toso'] },
	{ facts: ['underscore'], texts: ['con_toso', 'CON_TOSO_2'] },
	{ facts: ['full identifiers'], texts: ['contoso, fabrikam', 'contoso\nfabrikam', 'contoso;fabrikam'] },
	{ facts: ['space'], texts: ['contoso automation'] },
	{ facts: ['quotes'], texts: ['"contoso"', "'https://contoso.vault.azure.net'"] },
	{ facts: ['expression'], texts: ['\x24{{ vars.VAULT }}', '{{ vault }}'] },
	{ facts: ['https'], texts: ['http://contoso'] },
	{ facts: ['.vault.azure.net.'], texts: ['https://user@contoso.vault.azure.net', 'contoso/x', '*'] },
];

for (const [which, cloud] of [
	['a cloud', PUBLIC],
	['no cloud', undefined],
] as const)
	describe(`a text that is no name of a vault, with ${which}`, () => {
		testMistakes(NO_VAULTS, (text) => parseKeyvault(text, cloud), { code: 'INPUT_INVALID', subject: 'keyvault' });
	});

test('nothing of a text that is no name of a vault is repeated', () => {
	for (const text of ['Tr0ub4dor_and_3', 'hunter2-'.repeat(5), '0correct-horse', 'pass word', 'a,b-secret']) {
		assert.throws(
			() => parseKeyvault(text, PUBLIC),
			({ message }: Error) => !message.includes(text.slice(0, 6)),
		);
	}
});

// Hosts that look like a vault to a careless check.
const foreign = [
	'contoso.vault.azure.cn',
	'vault.azure.net',
	'.vault.azure.net',
	'evilvault.azure.net',
	'a.b.vault.azure.net',
	'contoso.vault.azure.net.',
	'contoso.vault.azure.net.evil.example',
	'evil.example',
	'127.0.0.1',
	'[::1]',
	'con_toso.vault.azure.net',
	'xn--nxasmq6b.vault.azure.net',
	'contoso.vault.azure.net:8443',
	'contoso.vault.azure.net%2eevil.example',
];

for (const host of foreign) {
	// Promise: N2
	test(`https://${host} is not a vault of the public cloud, and the error says that nothing was sent there`, () => {
		const message = /Nothing was sent there/;
		assert.throws(() => parseKeyvault(`https://${host}`, PUBLIC), {
			name: 'ActionError',
			subject: 'keyvault',
			message,
		});
		assert.throws(() => parse(`https://${host}/secrets/db`, PUBLIC), {
			name: 'ActionError',
			subject: 'secrets line 3',
			message,
		});
	});
}

test('a port is refused where vault-suffix is not given', () => {
	const message = 'keyvault: the value has a port, which vaults of this cloud do not have. Nothing was sent there.';
	assert.throws(
		() => parseKeyvault('https://contoso.vault.azure.net:8443', PUBLIC),
		(error: Error) => error.message.startsWith(message),
	);
});

test('a host may equal the suffix, have more labels, and carry a port, only where vault-suffix is given', () => {
	for (const host of ['localhost', 'localhost:8443', 'contoso.localhost:8443', 'a.b.localhost']) {
		assert.equal(parseKeyvault(`https://${host}`, EMULATOR), `https://${host}`);
		assert.equal(parse(`https://${host}/secrets/db`, EMULATOR).vaultUrl, `https://${host}`);
	}
	for (const host of ['evillocalhost', 'localhost.example', 'contoso.vault.azure.net']) {
		assert.throws(() => parseKeyvault(`https://${host}`, EMULATOR), /is not a vault under localhost/);
	}
});
