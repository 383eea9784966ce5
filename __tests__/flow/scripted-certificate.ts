// Answers of a vault that holds a certificate with its private key.

import { response } from '../support/make-ports.js';
import { type Chained, pfxValueOf } from '../support/vault-certificate.js';
import { type Answers, secretAnswer, VAULT_URL, VERSION } from './scripted-vault.js';

/** Of this name; its secret's value is a PFX if none is given. */
export function certificateAnswers(
	name: string,
	chained: Chained,
	value: string = pfxValueOf(chained),
	attributes: object = {},
): Answers {
	const cer = chained.leaf.certificate.toString('base64');
	const id = `${VAULT_URL}/certificates/${name}/${VERSION}`;
	const sid = `${VAULT_URL}/secrets/${name}/${VERSION}`;
	return {
		[`/certificates/${name}`]: response(200, { id, cer, sid, attributes: { enabled: true, ...attributes } }),
		[`/secrets/${name}`]: secretAnswer(name, { value }),
	};
}
