// Subjects as .NET prints them: the same certificates, read by .NET and by us.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { describeCertificate } from '../../src/certificate/describe.js';
import { toPem } from '../../src/certificate/pem.js';
import { forEach, leafOf, makeKit } from './certificate-corpus.js';
import { type Dotnet, noDotnet, startDotnet } from './dotnet.js';
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

/** What .NET names on Linux, if it asks OpenSSL, and prints as OID on Windows, as we do everywhere. */
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
