// Secrets, read and changed: https://learn.microsoft.com/rest/api/keyvault/secrets
import { type Answer, jsonAnswer } from './exchange.js';
import { secretBundle, secretWithoutValue } from './vault-bundles.js';
import { readBody, readProperties, type VaultCall } from './vault-call.js';
import { badParameter, disabled, managedByCertificate, nameNotFree, notFound } from './vault-refusals.js';

/** Limits of a vault: https://learn.microsoft.com/azure/key-vault/secrets/about-secrets */
const MAX_VALUE_BYTES = 25_600;
const MAX_TYPE_LENGTH = 255;

/** Answers `GET /secrets/NAME[/VERSION]`. */
export function getSecret({ store, origin, name, version, request }: VaultCall): Answer {
	const secret = store.findSecret(name, version);
	if (secret === undefined) return notFound('secrets', version === undefined ? name : `${name}/${version}`);
	if (!secret.enabled) return disabled('secrets');
	const wanted = request.query.get('outContentType');
	if (wanted === null) return jsonAnswer(200, secretBundle(origin, secret));
	// A client that wants PEM of a PFX gets it from the certificate.
	const certificate = store.findCertificate(name, secret.version)?.certificate;
	if (wanted !== 'application/x-pem-file' || certificate === undefined) {
		return badParameter(
			"The 'Unsupported' to 'PEM' transformation is not supported. Only PFX to PEM transformation is supported.",
		);
	}
	return jsonAnswer(200, secretBundle(origin, { ...secret, value: certificate.pemBundle, contentType: wanted }));
}

/** Answers `PUT /secrets/NAME`: each makes a new version, with nothing of the one before. */
export function setSecret(call: VaultCall): Answer {
	const { store, origin, name, version } = call;
	if (version !== undefined) return notFound('secrets', `${name}/${version}`);
	const body = readBody(call);
	const { value, contentType } = body;
	const properties = readProperties(body);
	const isValueGood = typeof value === 'string' && Buffer.byteLength(value) <= MAX_VALUE_BYTES;
	if (!isValueGood || !isTypeGood(contentType)) return badParameter('Property has invalid value.');
	const state = store.secrets.state(name);
	if (state !== 'in use' && state !== 'free') return nameNotFree('secrets', name, state);
	const ofCertificate = store.certificates.shelf.state(name);
	if (ofCertificate === 'in use' || store.certificates.record(name) !== undefined)
		return managedByCertificate('secrets', 'set');
	if (ofCertificate !== 'free') return nameNotFree('certificates', name, ofCertificate);
	store.setSecret(name, value, { ...properties, ...(contentType !== undefined && { contentType }) });
	const stored = store.findSecret(name);
	return stored === undefined ? notFound('secrets', name) : jsonAnswer(200, secretBundle(origin, stored));
}

/** Answers `PATCH /secrets/NAME/VERSION`, without the value: what is left out stays, tags replace all tags. */
export function updateSecret(call: VaultCall): Answer {
	const { store, origin, name, version } = call;
	if (store.findCertificate(name, version) !== undefined) return managedByCertificate('secrets', 'update');
	const secret = store.secrets.find(name, version);
	if (secret === undefined) return notFound('secrets', version === undefined ? name : `${name}/${version}`);
	const body = readBody(call);
	const properties = readProperties(body);
	if (!isTypeGood(body.contentType)) return badParameter('Property has invalid value.');
	const changed = store.secrets.update(secret, {
		...properties,
		...(body.contentType !== undefined && { contentType: body.contentType }),
		updated: Math.max(secret.updated, Math.floor(store.nowMs() / 1000)),
	});
	return jsonAnswer(200, secretWithoutValue(origin, changed));
}

function isTypeGood(contentType: unknown): boolean {
	return contentType === undefined || (typeof contentType === 'string' && contentType.length <= MAX_TYPE_LENGTH);
}
