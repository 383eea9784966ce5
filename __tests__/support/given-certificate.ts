// A certificate of an application as the inputs may hold it.
import { toPem } from '../../src/certificate/pem.js';
import { writePfx } from '../../src/certificate/pfx-write.js';
import { type Issued, issue } from './certificates.js';
import { makeRandomBytes } from './pfx-by-hand.js';
import type { Given } from './sign-in-context.js';

/** With an RSA key, valid until 2049. */
export const issued = issue('automation', { kind: 'rsa' });

export const PASSWORD = 'Pa55 wörd';

/** Key and certificate. */
export function pemOf({ pkcs8, certificate }: Issued): string {
	return toPem('PRIVATE KEY', pkcs8) + toPem('CERTIFICATE', certificate);
}

export const PEM = pemOf(issued);

/** A PFX of it. */
export function pfx(password: string | null, protection: 'aes256' | '3des' = 'aes256'): Buffer {
	const certificates = [issued.certificate];
	const randomBytes = makeRandomBytes('client certificate');
	return writePfx({ privateKey: issued.pkcs8, certificates, password, friendlyName: 'name', protection, randomBytes });
}

/** A step with this certificate, beside the rest. */
export function given(certificate: string, password = '', rest: Given = {}): Given {
	const inputs = { 'client-certificate': certificate, 'client-certificate-password': password, ...rest.inputs };
	return { ...rest, inputs };
}
