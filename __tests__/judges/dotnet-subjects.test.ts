// Subjects as .NET prints them: the same certificates, read by .NET and by us.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { readElements, readInside, TAG } from '../../src/certificate/der.js';
import { writeElement, writeOid, writeSequence, writeSetOf } from '../../src/certificate/der-write.js';
import { describeCertificate } from '../../src/certificate/describe.js';
import { toPem } from '../../src/certificate/pem.js';
import { issue } from '../support/certificates.js';
import { type Dotnet, noDotnet, startDotnet } from '../support/dotnet.js';
import { forEach, leafOf, makeKit } from './certificate-corpus.js';
import { noOpenSsl } from './judge-programs.js';

/** As OpenSSL takes them. */
const SUBJECTS: readonly string[] = [
	'/CN=exo',
	'/C=DE/O=Contoso/OU=IT/CN=exo',
	'/DC=com/DC=contoso/OU=IT+L=Munich/CN=exo',
	'/O=Contoso, Ltd./CN=exo "prod"',
	'/CN=a\\+b=c;d<e>f#g',
	'/CN= leading and trailing ',
	'/CN=M\u00fcller/O=\u4e2d\u6587 \u{1f600}',
	'/ST=Bavaria/L=Munich/street=Main Street 1/postalCode=80331/CN=exo',
	'/GN=Ada/SN=Lovelace/initials=AL/title=Dr/serialNumber=0815/CN=Ada',
	'/emailAddress=exo@contoso.com/dnQualifier=q/description=words/CN=exo',
	'/CN=exo/1.2.3.4.5=unknown',
];

/** Attributes that .NET names on Linux, if it asks OpenSSL, and prints as OID on Windows, as we do everywhere. */
const NAMED_ON_LINUX: readonly (readonly [subject: string, oid: string])[] = [
	['/businessCategory=Private Organization', 'OID.2.5.4.15'],
	['/organizationIdentifier=NTRDE-HRB 1', 'OID.2.5.4.97'],
	['/jurisdictionC=DE', 'OID.1.3.6.1.4.1.311.60.2.1.3'],
	['/jurisdictionST=Bavaria', 'OID.1.3.6.1.4.1.311.60.2.1.2'],
	['/jurisdictionL=Munich', 'OID.1.3.6.1.4.1.311.60.2.1.1'],
	['/UID=42', 'OID.0.9.2342.19200300.100.1.1'],
];

describe('a subject is that of .NET:', { skip: noDotnet || noOpenSsl }, () => {
	const certificates = new Map<string, Buffer>();
	const theirs = new Map<string, string>();
	let dotnet: Dotnet;
	before(async () => {
		dotnet = startDotnet();
		const kit = makeKit(dotnet);
		const key = await kit.save(toPem('PRIVATE KEY', leafOf('ec').pkcs8));
		await forEach([...SUBJECTS, ...NAMED_ON_LINUX.map(([subject]) => subject)], async (subject) => {
			const options = ['-utf8', '-multivalue-rdn', '-days', '9', '-outform', 'DER'];
			certificates.set(subject, await kit.run('openssl', 'req', '-x509', '-key', key, '-subj', subject, ...options));
		});
		const items = [...certificates.values()].map((der) => der.toString('base64'));
		const answers = await dotnet.ask<string>('subject', items);
		for (const [index, subject] of [...certificates.keys()].entries()) theirs.set(subject, answers[index] ?? '');
	});
	after(() => dotnet.close());

	const ours = (subject: string): string => describeCertificate(certificates.get(subject) ?? assert.fail()).subject;

	for (const subject of SUBJECTS) it(subject, () => assert.equal(ours(subject), theirs.get(subject)));

	it('except for names that it has on Linux alone', () => {
		for (const [subject, oid] of NAMED_ON_LINUX) {
			const [, value = ''] = subject.split('=');
			assert.equal(ours(subject), `${oid}=${value}`);
			assert.match(theirs.get(subject) ?? '', new RegExp(`^[A-Za-z]+=${value}$`));
		}
	});
});

/** Types that Windows has a name for, a few that nothing has a name for, and some that are near to a known one. */
const TYPES: readonly string[] = [
	...[3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 17, 18, 20, 24, 42, 43, 46].map((last) => `2.5.4.${last}`),
	'0.9.2342.19200300.100.1.25',
	'1.2.840.113549.1.9.1',
	'1.3.6.1.4.1.99999.1',
	'2.999.1',
];

/** A text in one of the forms that a certificate may have it in. */
const value = fc
	.tuple(
		fc.oneof(
			fc.string({ unit: fc.constantFrom(...'ab19 ,+="<>#;\\\n\r\t/\''), maxLength: 12 }),
			fc.string({ unit: fc.constantFrom(...'aZ éüß€中文🗝Ω'), maxLength: 12 }),
			fc.string({ maxLength: 40 }),
			fc.constantFrom('', ' ', '#', 'exo', 'Contoso, Ltd.', '"quoted"', 'a  b', 'CN=inner', '\u00a0x'),
		),
		fc.constantFrom('utf8', 'utf8', 'printable', 'ia5', 'teletex', 'bmp'),
	)
	.map(([text, form]) => {
		switch (form) {
			case 'printable':
				return writeElement(TAG.printableString, Buffer.from(text.replace(/[^A-Za-z0-9 '()+,\-./:=?]/g, 'x')));
			case 'ia5':
				return writeElement(TAG.ia5String, Buffer.from(text.replace(/[^\0-\x7f]/g, 'x')));
			case 'teletex':
				return writeElement(TAG.teletexString, Buffer.from(text, 'latin1'));
			case 'bmp':
				return writeElement(TAG.bmpString, Buffer.from(text.replace(/[^\0-\uffff]/gu, 'x'), 'utf16le').swap16());
			default:
				return writeElement(TAG.utf8String, Buffer.from(text));
		}
	});
const attribute = fc.tuple(fc.constantFrom(...TYPES), value).map(([type, text]) => writeSequence(writeOid(type), text));
const part = fc
	.array(attribute, { minLength: 1, maxLength: 3 })
	.map((attributes) => writeSetOf(...attributes.slice(0, attributes.length === 3 ? 2 : 1)));
const names = fc.sample(
	fc.array(part, { minLength: 1, maxLength: 5 }).map((parts) => writeSequence(...parts)),
	{ numRuns: 600, seed: 21 },
);

/** The certificate with another subject; nobody who reads it verifies its signature. */
function withSubject(certificate: Buffer, name: Buffer): Buffer {
	const [tbs, ...rest] = readInside(readElements(certificate)[0], TAG.sequence);
	const fields = readInside(tbs, TAG.sequence).map(({ raw }) => raw);
	return writeSequence(
		writeSequence(...fields.map((field, index) => (index === 5 ? name : field))),
		...rest.map(({ raw }) => raw),
	);
}

it(`each of ${names.length} subjects of all kinds is that of .NET`, { skip: noDotnet }, async () => {
	const { certificate } = issue('Subject');
	const certificates = names.map((name) => withSubject(certificate, name));
	const dotnet = startDotnet();
	try {
		const theirs = await dotnet.ask<string>(
			'subject',
			certificates.map((der) => der.toString('base64')),
		);
		const ours = certificates.map((der) => describeCertificate(der).subject);
		assert.ok(new Set(ours).size > 500, 'the subjects are too much alike');
		assert.deepEqual(ours, theirs);
	} finally {
		dotnet.close();
	}
});

it('a PrintableString with a character that is none leaves .NET on Linux without any subject', {
	skip: noDotnet || (process.platform !== 'linux' && 'Windows takes it'),
}, async () => {
	const text = writeElement(TAG.printableString, Buffer.from('*.contoso.com'));
	const name = writeSequence(writeSetOf(writeSequence(writeOid('2.5.4.3'), text)));
	const der = withSubject(issue('Subject').certificate, name);
	const dotnet = startDotnet();
	try {
		assert.deepEqual(await dotnet.ask('subject', [der.toString('base64')]), ['']);
		assert.equal(describeCertificate(der).subject, 'CN=*.contoso.com');
	} finally {
		dotnet.close();
	}
});
