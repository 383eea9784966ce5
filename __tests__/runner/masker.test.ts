// The texts that the model hides, against those that a runner was seen to hide.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { deriveForms } from './derived-forms.js';
import { Masker } from './masker.js';

function maskerOf(...values: readonly string[]): Masker {
	const masker = new Masker();
	for (const value of values) masker.add(value);
	return masker;
}

describe('masking', () => {
	test('has no minimum length: one character garbles every text, and so does its base64', () => {
		const masker = maskerOf('{');
		assert.equal(masker.mask('{ "a": 1 } ew== ew'), '*** "a": 1 } *** ew');
	});

	test('tells upper from lower case', () => {
		assert.equal(maskerOf('Secret').mask('Secret secret SECRET'), '*** secret SECRET');
	});

	test('merges overlapping hits into one', () => {
		assert.equal(maskerOf('abcd', 'cdef').mask('-abcdef-'), '-***-');
		assert.equal(maskerOf('aba').mask('-ababa-'), '-***-');
	});

	test('merges adjacent hits into one', () => {
		assert.equal(maskerOf('abcd', 'efgh').mask('-abcdefgh-abcd.efgh'), '-***-***.***');
	});

	test('takes the longest of the texts that begin at one place', () => {
		assert.equal(maskerOf('abcdefgh', 'abcdefghij', 'abc').mask('abcdefghijk'), '***k');
	});

	test('hides at the very start and end', () => {
		assert.equal(maskerOf('secret').mask('secret'), '***');
		assert.equal(maskerOf('secret').mask('secre'), 'secre');
	});

	test('hides nothing for an empty value', () => {
		const masker = maskerOf('');
		assert.deepEqual(masker.registered, []);
		assert.equal(masker.mask('abc'), 'abc');
	});

	test('remembers what was registered, each once', () => {
		assert.deepEqual(maskerOf('one', 'two', 'one').registered, ['one', 'two']);
	});

	test('knows which texts it would change', () => {
		const masker = maskerOf('secret');
		assert.equal(masker.hides('a secret'), true);
		assert.equal(masker.hides('nothing'), false);
	});

	test('masks a megabyte with a thousand masks in reasonable time', () => {
		const masker = new Masker();
		for (let index = 0; index < 1000; index += 1) masker.add(`secret-${index}-${'x'.repeat(index % 90)}`);
		const line = `${'the quick brown fox '.repeat(5)}secret-999-`;
		const start = process.cpuUsage();
		for (let index = 0; index < 1e6 / line.length; index += 1) masker.mask(line);
		const { user, system } = process.cpuUsage(start);
		// A search for each form in turn takes minutes.
		assert.ok(user + system < 20e6, `${(user + system) / 1e6} s`);
	});
});

describe('what a runner was seen to do with a secret of 13 bytes', () => {
	const secret = 'correct-horse';
	const masker = maskerOf(secret);
	const visible = (text: string) => assert.equal(masker.mask(text), text);

	test('its base64 is hidden', () => {
		assert.equal(masker.mask(Buffer.from(secret).toString('base64')), '***');
	});

	test('its base64 with a newline is not', () => {
		visible(Buffer.from(`${secret}\n`).toString('base64'));
	});

	test('its base64url without padding is not', () => {
		visible(Buffer.from(secret).toString('base64url'));
	});

	test('its hexadecimal form is not', () => {
		visible(Buffer.from(secret).toString('hex'));
	});

	test('base64 of "user:" and it is hidden but for the first 8 characters', () => {
		const text = Buffer.from(`user:${secret}`).toString('base64');
		assert.equal(masker.mask(text), `${text.slice(0, 8)}***`);
	});

	test('base64 of one more or one less before it keeps 4 to 8 characters', () => {
		for (const prefix of ['use:', 'users:']) {
			const text = Buffer.from(prefix + secret).toString('base64');
			assert.match(masker.mask(text), /^.{4,8}\*\*\*$/);
		}
	});
});

test('base64 that is wrapped at 64 columns is not hidden', () => {
	const text = Buffer.from('0123456789'.repeat(10)).toString('base64');
	const masker = maskerOf(text);
	for (const line of text.match(/.{1,64}/g) ?? []) assert.equal(masker.mask(line), line);
});

describe('derived forms', () => {
	const cases: Readonly<Record<string, readonly [value: string, form: string]>> = {
		base64: ['sécret', 'c8OpY3JldA=='],
		'base64 without the first byte': ['secret', 'ZWNyZXQ='],
		'base64 without the first two bytes': ['secret', 'Y3JldA=='],
		'the command line': ['say "hi"', 'say \\"hi\\"'],
		'workflow expressions': ["it's", "it''s"],
		JSON: ['a"b\\c\nd\te\u0001', 'a\\"b\\\\c\\nd\\te\\u0001'],
		'JSON as Newtonsoft writes it': ['a\u0085b\u2028c\u2029d\u007fé', 'a\\u0085b\\u2028c\\u2029d\u007fé'],
		URLs: ["a b/ü!'()*~-_.", 'a%20b%2F%C3%BC%21%27%28%29%2A~-_.'],
		'URLs, half a surrogate pair': ['a\ud83d', 'a%EF%BF%BD'],
		XML: [`<a href='b'>"&`, '&lt;a href=&apos;b&apos;&gt;&quot;&amp;'],
		'double quotes trimmed': ['"seven77"', 'seven77'],
		'PowerShell, up to the last ampersand': ['abcd&efgh&ijklmn', 'abcd&efgh&'],
		'PowerShell, after the last ampersand': ['abcd&efgh&ijklmn', 'ijklmn'],
		'PowerShell, up to the first &+': ['abcd&+efgh&ijklmn', 'abcd&+'],
		'PowerShell, after the first &+ and the coloured letter': ['abcd&+efgh&ijklmn', 'fgh&ijklmn'],
	};
	for (const [name, [value, form]] of Object.entries(cases)) {
		test(name, () => {
			assert.ok(deriveForms(value).includes(form), JSON.stringify(deriveForms(value)));
			assert.equal(maskerOf(value).mask(`<${form}>`), '<***>');
		});
	}

	test('of a value shorter than the shift are its plain base64', () => {
		assert.deepEqual(deriveForms('a').slice(0, 3), ['YQ==', 'YQ==', 'YQ==']);
		assert.deepEqual(deriveForms('ab').slice(0, 3), ['YWI=', 'Yg==', 'YWI=']);
	});

	test('keep double quotes around at most six characters', () => {
		assert.ok(!deriveForms('"sixsix"').includes('sixsix'));
		assert.ok(!deriveForms('"not quoted').includes('not quoted'));
	});

	test('leave out PowerShell parts of fewer than six characters', () => {
		assert.deepEqual(deriveForms('abcd&efghi').slice(-2), ['', '']);
		assert.deepEqual(deriveForms('abcde&fghij').slice(-2), ['abcde&', '']);
		assert.deepEqual(deriveForms('ab&+').slice(-2), ['', '']);
		assert.deepEqual(deriveForms('no ampersand').slice(-2), ['', '']);
	});
});
