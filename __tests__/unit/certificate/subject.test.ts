// Names in the form of .NET's X509Certificate2.Subject (dotnet/runtime, X500NameEncoder).
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readElements } from '../../../src/certificate/der.js';
import { describeName } from '../../../src/certificate/describe.js';
import { type AttributeValue, attribute, element, name, OID } from './write-der.js';

function described(...parts: readonly (readonly Buffer[])[]): string {
	return describeName(readElements(name(...parts))[0]);
}

function describedValue(value: AttributeValue): string {
	return described([attribute(OID.commonName, value)]);
}

describe('describeName', () => {
	it('puts the last part first, as .NET does', () => {
		assert.equal(
			described(
				[attribute(OID.country, 'DE')],
				[attribute(OID.organization, 'Contoso')],
				[attribute(OID.commonName, 'exo')],
			),
			'CN=exo, O=Contoso, C=DE',
		);
	});

	it('joins the attributes of one part with " + ", in their order', () => {
		assert.equal(
			described(
				[attribute(OID.organization, 'Contoso')],
				[attribute(OID.commonName, 'exo'), attribute(OID.organizationalUnit, 'IT')],
			),
			'CN=exo + OU=IT, O=Contoso',
		);
	});

	it('is empty for an empty name', () => {
		assert.equal(described(), '');
	});

	it('prints the attributes that Windows knows by their short names', () => {
		const known: readonly (readonly [string, string])[] = [
			['0992268993f22c640119', 'DC'],
			['2a864886f70d010901', 'E'],
			['550403', 'CN'],
			['550404', 'SN'],
			['550405', 'SERIALNUMBER'],
			['550406', 'C'],
			['550407', 'L'],
			['550408', 'S'],
			['550409', 'STREET'],
			['55040a', 'O'],
			['55040b', 'OU'],
			['55040c', 'T'],
			['55040d', 'Description'],
			['550411', 'PostalCode'],
			['550412', 'POBox'],
			['550414', 'Phone'],
			['550418', 'X21Address'],
			['55042a', 'G'],
			['55042b', 'I'],
			['55042e', 'dnQualifier'],
		];
		for (const [hex, short] of known) {
			assert.equal(described([attribute(Buffer.from(hex, 'hex'), 'x')]), `${short}=x`);
		}
	});

	it('prints an attribute that it does not know as OID.DOTTED', () => {
		const jurisdictionCountry = Buffer.from('2b0601040182373c020103', 'hex');
		assert.equal(described([attribute(jurisdictionCountry, 'US')]), 'OID.1.3.6.1.4.1.311.60.2.1.3=US');
	});

	it('refuses what is not a name', () => {
		const unreadable = { code: 'CERTIFICATE_UNREADABLE' };
		assert.throws(() => describeName(undefined), unreadable);
		assert.throws(() => describeName(readElements(element(0x31))[0]), unreadable);
		assert.throws(() => describeName(readElements(element(0x30, element(0x30)))[0]), unreadable);
		assert.throws(() => describeName(readElements(element(0x30, element(0x31, element(0x0c, 'x'))))[0]), unreadable);
		assert.throws(() => describeName(readElements(element(0x30, element(0x31, element(0x30))))[0]), unreadable);
	});
});

describe("describeName's quotes", () => {
	for (const char of [',', '+', '=', '"', '\n', '<', '>', '#', ';']) {
		it(`stand around a value that holds ${JSON.stringify(char)}`, () => {
			assert.equal(describedValue(`a${char}b`), `CN="a${char === '"' ? '""' : char}b"`);
		});
	}

	for (const space of [' ', '\t', '\n', '\v', '\f', '\r']) {
		it(`stand around a value that begins or ends with ${JSON.stringify(space)}`, () => {
			assert.equal(describedValue(`${space}a`), `CN="${space}a"`);
			assert.equal(describedValue(`a${space}`), `CN="a${space}"`);
		});
	}

	it('stand around an empty value', () => {
		assert.equal(describedValue(''), 'CN=""');
	});

	it('are doubled within, each of them', () => {
		assert.equal(describedValue('the "best" one'), 'CN="the ""best"" one"');
	});

	for (const text of ['two words', 'a\tb', 'a\rb', "O'Neil", 'a\\b', 'a/b:c@d', '\u00a0a', 'Müller']) {
		it(`do not stand around ${JSON.stringify(text)}`, () => {
			assert.equal(describedValue(text), `CN=${text}`);
		});
	}
});

describe("describeName's values", () => {
	it('are read by their type', () => {
		const values: readonly (readonly [string, Buffer, string])[] = [
			['UTF8String', element(0x0c, 'Zoë 😀'), 'Zoë 😀'],
			['NumericString', element(0x12, '0815'), '0815'],
			['PrintableString', element(0x13, 'exo'), 'exo'],
			['TeletexString', element(0x14, Buffer.from('Müller', 'latin1')), 'Müller'],
			['IA5String', element(0x16, 'exo@contoso.com'), 'exo@contoso.com'],
			['VisibleString', element(0x1a, 'exo'), 'exo'],
			['BMPString', element(0x1e, Buffer.from('00450078006f4e2d', 'hex')), 'Exo中'],
			['BMPString with surrogates', element(0x1e, Buffer.from('d83dde00', 'hex')), '😀'],
			['UniversalString', element(0x1c, Buffer.from('000000410001f600', 'hex')), 'A😀'],
			['UniversalString beyond Unicode', element(0x1c, Buffer.from('0000004100110000', 'hex')), 'A\ufffd'],
			['BMPString of odd length', element(0x1e, Buffer.from('004100', 'hex')), 'A'],
		];
		for (const [type, value, text] of values) assert.equal(describedValue(value), `CN=${text}`, type);
	});

	it('of a TeletexString are UTF-8 if they can be, as .NET reads them', () => {
		assert.equal(describedValue(element(0x14, 'Müller')), 'CN=Müller');
	});

	it('lose the NULs at their end, as in .NET', () => {
		assert.equal(describedValue('exo\0\0'), 'CN=exo');
	});

	it('that are no text are # and the hex of their whole DER (RFC 4514 §2.4)', () => {
		assert.equal(describedValue(element(0x01, Buffer.from([0xff]))), 'CN=#0101ff');
	});

	it('must not be missing', () => {
		const withoutValue = name([element(0x30, element(0x06, OID.commonName))]);
		assert.throws(() => describeName(readElements(withoutValue)[0]), { code: 'CERTIFICATE_UNREADABLE' });
	});
});
