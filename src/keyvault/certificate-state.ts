// What a certificate's bundle says of its state: issued or still pending, enabled or disabled. A vault answers 200 for all.
import { ActionError } from '../errors.js';
import { asObject, type JsonObject, parseJsonObject } from '../http/json.js';
import { type Identifier, vaultHost } from '../plan/identifier.js';
import { type CertificateBundle, decodeCertificateBundle } from './bundles.js';
import { describeIdentifier } from './vault-error.js';

/**
 * Decodes a certificate that can be used; undefined if the body is none.
 * @throws ActionError if it is not issued yet, or disabled
 */
export function decodeUsableCertificate(body: string, item: Identifier): CertificateBundle | undefined {
	const bundle = parseJsonObject(body);
	checkIssued(bundle, item);
	checkEnabled(bundle, item);
	return decodeCertificateBundle(body);
}

/** @throws ActionError `CERTIFICATE_PENDING` if the certificate's request has not been completed */
export function checkIssued(bundle: JsonObject | undefined, item: Identifier): void {
	if (['cer', 'sid', 'kid', 'x5t'].some((member) => bundle?.[member] !== undefined)) return;
	// Asked for by version, the answer does not name the pending request; but until it is issued, the version is disabled.
	const isDisabled = asObject(bundle?.['attributes'])?.['enabled'] === false;
	if (!isDisabled && asObject(bundle?.['pending']) === undefined) return;
	const host = vaultHost(item.vaultUrl);
	const [vault = ''] = host.split('.');
	throw new ActionError({
		code: 'CERTIFICATE_PENDING',
		title: `${host}: not issued yet`,
		subject: describeIdentifier(item),
		problem: 'it is not issued yet: its request is pending at a certificate authority, or was cancelled, or failed.',
		hint: `Wait for the authority, or merge the certificate that it issued. "az keyvault certificate pending show --vault-name ${vault} --name ${item.name}" shows the state of the request.`,
	});
}

// The code is that of a secret, whose answer is 403.
function checkEnabled(bundle: JsonObject | undefined, item: Identifier): void {
	if (asObject(bundle?.['attributes'])?.['enabled'] !== false) return;
	throw new ActionError({
		code: 'VAULT_DISABLED',
		title: `${vaultHost(item.vaultUrl)}: disabled`,
		subject: describeIdentifier(item),
		problem: 'it is disabled.',
		hint: 'Enable this version in the vault, or name another one: NAME/VERSION.',
	});
}
