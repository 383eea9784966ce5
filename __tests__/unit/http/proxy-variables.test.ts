// What the proxy variables mean as people write them.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readProxyVariables } from '../../../src/http/proxy-variables.js';

/** The address that the toolkit is to read. */
function proxyOf(variables: Record<string, string>): string | undefined {
	const { changes, error } = readProxyVariables(variables);
	assert.equal(error, undefined);
	assert.equal(changes['https_proxy'], changes['HTTPS_PROXY']);
	return changes['https_proxy'];
}

describe('the proxy', () => {
	const readable: readonly [string, string][] = [
		['http://proxy.contoso.com:8080', 'http://proxy.contoso.com:8080/'],
		['http://proxy.contoso.com:8080/', 'http://proxy.contoso.com:8080/'],
		['HTTP://Proxy.Contoso.com:8080', 'http://proxy.contoso.com:8080/'],
		['https://proxy.contoso.com', 'https://proxy.contoso.com/'],
		['proxy.contoso.com:8080', 'http://proxy.contoso.com:8080/'],
		['proxy.contoso.com', 'http://proxy.contoso.com/'],
		['proxy', 'http://proxy/'],
		['squid_1:3128', 'http://squid_1:3128/'],
		['10.0.0.1:3128', 'http://10.0.0.1:3128/'],
		['[fd00::1]:3128', 'http://[fd00::1]:3128/'],
		['user:password@proxy.contoso.com:8080', 'http://user:password@proxy.contoso.com:8080/'],
		['user@proxy.contoso.com:8080', 'http://user@proxy.contoso.com:8080/'],
		['http://svc:50%25off@proxy.contoso.com:8080', 'http://svc:50%25off@proxy.contoso.com:8080/'],
		['http://svc:p@ss@proxy.contoso.com:8080', 'http://svc:p%40ss@proxy.contoso.com:8080/'],
		['  http://proxy.contoso.com:8080\n', 'http://proxy.contoso.com:8080/'],
	];
	for (const [text, expected] of readable) {
		it(`is read as ${expected} from ${JSON.stringify(text)}`, () => {
			assert.equal(proxyOf({ HTTPS_PROXY: text }), expected);
		});
	}

	it('is that of the lower-case name if both are set, and that of the other if one is blank', () => {
		assert.equal(proxyOf({ https_proxy: 'http://low:1', HTTPS_PROXY: 'http://up:1' }), 'http://low:1/');
		assert.equal(proxyOf({ https_proxy: '  ', HTTPS_PROXY: 'http://up:1' }), 'http://up:1/');
		assert.equal(proxyOf({ https_proxy: 'http://low:1', HTTPS_PROXY: '' }), 'http://low:1/');
		assert.equal(proxyOf({ https_proxy: 'http://low:1', HTTPS_PROXY: 'socks5://up:1' }), 'http://low:1/');
	});

	it('is none if nothing is set, or only what has no say', () => {
		for (const variables of [
			{},
			{ HTTPS_PROXY: '' },
			{ https_proxy: ' ' },
			{ HTTP_PROXY: 'socks5://a', ALL_PROXY: 'b' },
		]) {
			assert.equal(proxyOf(variables), '');
		}
	});

	for (const [text, scheme] of [
		['socks5://proxy.contoso.com:1080', 'socks5'],
		['socks5h://user:p4ssw0rd@proxy.contoso.com:1080', 'socks5h'],
		['socks4a://proxy:1080', 'socks4a'],
		['ftp://proxy.contoso.com', 'ftp'],
		['file:///proxy.pac', 'file'],
	] as const) {
		it(`cannot be one with the scheme ${scheme}`, () => {
			const { error, changes } = readProxyVariables({ HTTPS_PROXY: text });
			assert.equal(error?.code, 'PROXY_NOT_SUPPORTED');
			assert.match(error.message, new RegExp(`^HTTPS_PROXY: a proxy with the scheme ${scheme} is not supported`));
			assert.doesNotMatch(error.message, /p4ssw0rd/);
			assert.equal(changes['HTTPS_PROXY'], undefined);
		});
	}

	for (const text of [
		'http://svc:50%off-p4ssw0rd@proxy.contoso.com:8080',
		'http://50%off-p4ssw0rd:a@proxy.contoso.com:8080',
		'http://svc:p4ssw0rd#1@proxy.contoso.com:8080',
		'http://svc:12/p4ssw0rd@proxy.contoso.com:8080',
		'http://svc:12?p4ssw0rd@proxy.contoso.com:8080',
		'http://svc:12#p4ssw0rd@proxy.contoso.com:8080',
		'svc:p4ssw0rd/1@proxy.contoso.com:8080',
		'svc:p4ssw0rd@proxy.contoso.com:port',
		'http://svc:p4ssw0rd@proxy.contoso.com:80800',
		'"http://svc:p4ssw0rd@proxy.contoso.com:8080"',
		'http://',
		'http:///',
		':8080',
		'p4ssw0rd has blanks',
		'socks5:p4ssw0rd:1080',
	]) {
		it(`is an error that holds no part of it: ${text}`, () => {
			const { error } = readProxyVariables({ https_proxy: text });
			assert.equal(error?.code, 'PROXY_NOT_READABLE');
			assert.match(error.message, /^https_proxy: the value is not a readable proxy address/);
			assert.doesNotMatch(error.message, /p4ssw0rd|50%off|svc/);
		});
	}

	it('has its password hidden, as it is written, as it is meant and as it is sent', () => {
		const passwords = (text: string) => readProxyVariables({ HTTPS_PROXY: text }).secrets.map((one) => one.reveal());
		assert.deepEqual(passwords('http://user:50%25off@proxy:1'), ['50%off', '50%25off', 'user:50%off']);
		assert.deepEqual(passwords('http://us%C3%A9r:p@ss@proxy:1'), ['p@ss', 'p%40ss', 'usér:p@ss']);
		assert.deepEqual(passwords('user:a b%20c@proxy:1'), ['a b c', 'a%20b%20c', 'a b%20c', 'user:a b c']);
		assert.deepEqual(passwords('http://user@proxy:1'), []);
		assert.deepEqual(passwords('proxy:1'), []);
	});
});

describe('the exceptions', () => {
	const cases: readonly [string, string][] = [
		['*.vault.azure.net', '.vault.azure.net'],
		['.vault.azure.net', '.vault.azure.net'],
		['vault.azure.net', 'vault.azure.net'],
		['*vault.azure.net', 'vault.azure.net'],
		['*.Vault.Azure.NET', '.Vault.Azure.NET'],
		['*.vault.azure.net:443', '.vault.azure.net:443'],
		['*.vault.azure.net.', '.vault.azure.net'],
		['vault.azure.net.:443', 'vault.azure.net:443'],
		['*', '*'],
		['contoso.vault.azure.net:443', 'contoso.vault.azure.net:443'],
		['10.0.0.1', '10.0.0.1'],
		['fd00::1', '[fd00::1]'],
		['[fd00::1]:8443', '[fd00::1]:8443'],
		[' *.vault.azure.net , localhost ,, ', '.vault.azure.net,localhost'],
		['a.example b.example\n*.c.example;d.example', 'a.example,b.example,.c.example,d.example'],
		['.', ''],
		['', ''],
	];
	for (const [text, expected] of cases) {
		it(`are ${JSON.stringify(expected)} for ${JSON.stringify(text)}`, () => {
			const { changes } = readProxyVariables({ NO_PROXY: text });
			assert.deepEqual([changes['NO_PROXY'], changes['no_proxy']], [expected, expected]);
		});
	}

	it('are those of the lower-case name if both are set', () => {
		assert.equal(readProxyVariables({ no_proxy: '*.a', NO_PROXY: '*.b' }).changes['NO_PROXY'], '.a');
		assert.equal(readProxyVariables({ no_proxy: ' ', NO_PROXY: '*.b' }).changes['no_proxy'], '.b');
	});

	it('are read beside a proxy that cannot be', () => {
		const { changes, error } = readProxyVariables({ HTTPS_PROXY: 'socks5://a', NO_PROXY: '*.b' });
		assert.ok(error !== undefined);
		assert.deepEqual(changes, { no_proxy: '.b', NO_PROXY: '.b' });
	});
});
