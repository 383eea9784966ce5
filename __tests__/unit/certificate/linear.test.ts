// Hostile certificates, PEM and base64 cost time that grows with their size: never with its square.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readBer } from '../../../src/certificate/ber.js';
import { isPfx, missingBytes, readElements, readOid, TAG } from '../../../src/certificate/der.js';
import { writeElement } from '../../../src/certificate/der-write.js';
import { describeName } from '../../../src/certificate/describe.js';
import { parseClientCertificate } from '../../../src/certificate/key-pair.js';
import { readPem } from '../../../src/certificate/pem.js';
import { ActionError } from '../../../src/errors.js';
import { attribute, element, name, OID } from './write-der.js';

/** At this size, work that grows with the square takes ten seconds and more; what grows with the size, a tenth of one. */
const SIZE = 160_000;
const MAX_MS = 2_000;

/** Time of the processor, so that a busy machine counts for nothing. */
function costOf(act: () => unknown): number {
	const start = process.cpuUsage();
	act();
	const { user, system } = process.cpuUsage(start);
	return (user + system) / 1000;
}

/** Anything but an expected error fails the test. */
function attempt(act: () => unknown): void {
	try {
		act();
	} catch (error) {
		assert.ok(error instanceof ActionError, String(error));
	}
}

const subjectOf = (...values: readonly Buffer[]): (() => unknown) => {
	const der = name(...values.map((value) => [attribute(OID.commonName, value)]));
	return () => assert.match(describeName(readElements(der)[0]), /^CN=/);
};

const cases: Readonly<Record<string, (size: number) => () => unknown>> = {
	'a subject of NULs and a letter': (size) => subjectOf(element(0x0c, `${'\0'.repeat(size)}x`)),
	'a subject of NULs': (size) => subjectOf(element(0x0c, '\0'.repeat(size))),
	'a subject of NULs in UTF-16': (size) => subjectOf(element(0x1e, Buffer.alloc(2 * size))),
	'a subject of quotes': (size) => subjectOf(element(0x0c, '"'.repeat(size))),
	'a subject of blanks': (size) => subjectOf(element(0x0c, `${' '.repeat(size)}x`)),
	'a subject of line breaks': (size) => subjectOf(element(0x14, Buffer.alloc(size, 0x0a))),
	'a subject of Latin-1': (size) => subjectOf(element(0x14, Buffer.alloc(size, 0xff))),
	'a subject of characters of four bytes': (size) => subjectOf(element(0x1c, Buffer.alloc(4 * size))),
	'a subject of many parts': (size) => subjectOf(...Array.from({ length: size / 10 }, () => element(0x0c, 'x'))),
	'an identifier without end': (size) => () =>
		readOid({ tag: TAG.oid, contents: Buffer.alloc(size, 0xff), raw: Buffer.alloc(0) }),
	'elements in a row': (size) => () => readElements(Buffer.alloc(2 * size, Buffer.from('0500', 'hex'))),
	'elements of indefinite length in a row': (size) => () =>
		readBer(Buffer.alloc(4 * size, Buffer.from('30800000', 'hex'))),
	'elements of indefinite length within each other': (size) => () =>
		readBer(Buffer.alloc(size, Buffer.from('3080', 'hex'))),
	'an octet string in pieces': (size) => () =>
		readBer(writeElement(0x24, Buffer.alloc(3 * size, Buffer.from('040178', 'hex')))),
	lengths: (size) => () => [isPfx(Buffer.alloc(size, 0x30)), missingBytes(Buffer.alloc(size, 0x30))],
	'PEM that begins and never ends': (size) => () => readPem('-----BEGIN CERTIFICATE-----\n'.repeat(size)),
	'PEM that begins as others end': (size) => () => readPem('-----BEGIN A-----\n-----END B-----'.repeat(size)),
	'PEM without labels': (size) => () => readPem('-----BEGIN '.repeat(size)),
	'PEM with a label without end': (size) => () => readPem(`-----BEGIN ${'A'.repeat(size)}`),
	hyphens: (size) => () => readPem(`-----BEGIN A-----${'-'.repeat(size)}`),
	'backslashes in PEM': (size) => () => readPem(`-----BEGIN A-----${'\\'.repeat(size)}-----END A-----`),
	'headers of encryption': (size) => () =>
		readPem(`-----BEGIN A-----${'Proc-Type: 4,ENCRYPTED'.repeat(size / 20)}-----END A-----`),
	'blanks after a header': (size) => () => readPem(`-----BEGIN A-----Proc-Type:${' '.repeat(size)}-----END A-----`),
	backslashes: (size) => () => parseClientCertificate('\\'.repeat(size)),
	'equals signs': (size) => () => parseClientCertificate('='.repeat(size)),
	'base64 and an equals sign too many': (size) => () => parseClientCertificate(`${'A'.repeat(size)}===`),
	'base64 of base64': (size) => () => parseClientCertificate(Buffer.from('A'.repeat(size)).toString('base64')),
	'white space': (size) => () => parseClientCertificate(`x${' '.repeat(size)}y`),
	'words of armour': (size) => () => parseClientCertificate('BEGIN PRIVATE '.repeat(size / 10)),
};

describe('time grows with the size of', () => {
	for (const [what, make] of Object.entries(cases)) {
		it(what, () => {
			const act = make(SIZE);
			const ms = costOf(() => attempt(act));
			assert.ok(ms < MAX_MS, `${ms} ms`);
		});
	}
});
