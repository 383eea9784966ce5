// The subject of a certificate's policy, e.g. `CN=exo, O=Contoso`, as DER (RFC 5280 section 4.1.2.4).
import { der, oid, sequence, set, text } from './der.js';

const ATTRIBUTES: Readonly<Record<string, string>> = {
	CN: '2.5.4.3',
	SN: '2.5.4.4',
	SERIALNUMBER: '2.5.4.5',
	C: '2.5.4.6',
	L: '2.5.4.7',
	S: '2.5.4.8',
	ST: '2.5.4.8',
	STREET: '2.5.4.9',
	O: '2.5.4.10',
	OU: '2.5.4.11',
	T: '2.5.4.12',
	G: '2.5.4.42',
	I: '2.5.4.43',
	DC: '0.9.2342.19200300.100.1.25',
	E: '1.2.840.113549.1.9.1',
};

const IA5_NAMES = ['DC', 'E'];

// An attribute: its name, `=`, and a value that is quoted or holds no separator.
const ATTRIBUTE = /^\s*(?:OID\.)?([A-Za-z]+|\d+(?:\.\d+)+)\s*=\s*("(?:[^"]|"")*"|[^,;+"\r\n]*?)\s*([,;+\r\n]|$)/i;

/**
 * A distinguished name in DER. As Windows does, the last attribute of the text is the first of the name.
 * @throws RangeError if the text is none
 */
export function encodeName(subject: string): Buffer {
	const names: Buffer[][] = [[]];
	let rest = subject;
	for (let separator = ','; separator !== ''; ) {
		const match = ATTRIBUTE.exec(rest);
		if (match === null) throw new RangeError('Invalid X.500 distinguished name');
		const [whole, type = '', value = '', next = ''] = match;
		if (separator !== '+' && names.at(-1)?.length !== 0) names.push([]);
		names.at(-1)?.push(encodeAttribute(type.toUpperCase(), unquote(value)));
		rest = rest.slice(whole.length);
		separator = next;
	}
	return sequence(...names.reverse().map((attributes) => set(...attributes)));
}

function unquote(value: string): string {
	return value.startsWith('"') ? value.slice(1, -1).replaceAll('""', '"') : value;
}

function encodeAttribute(type: string, value: string): Buffer {
	const dotted = ATTRIBUTES[type] ?? (/^\d/.test(type) ? type : undefined);
	if (dotted === undefined || value === '') throw new RangeError('Invalid X.500 distinguished name');
	return sequence(oid(dotted), IA5_NAMES.includes(type) ? der(0x16, Buffer.from(value)) : text(value));
}
