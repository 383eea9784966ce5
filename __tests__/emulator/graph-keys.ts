// Graph's changes to the certificates of an application, each with a proof that the caller has a key of it already.
// https://learn.microsoft.com/graph/api/application-addkey, …/application-removekey and …/application-rollkey-prooftoken
import { createHash, X509Certificate } from 'node:crypto';
import { type AppKey, isNamedBy } from './app-keys.js';
import type { App, Directory } from './directory.js';
import { type Answer, jsonAnswer, type ReceivedRequest } from './exchange.js';
import { formatInstant, GraphRefusal, readGraphBody } from './graph-refusal.js';
import { isSignedBy, readJwt } from './jwt.js';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Azure AD Graph's application ID, which the proof is for to this day. */
const PROOF_AUDIENCE = '00000002-0000-0000-c000-000000000000';
const PROOF_SECONDS = 600;
const SKEW_SECONDS = 300;

/** Answers `addKey`. */
export function addKey(directory: Directory, app: App, request: ReceivedRequest): Answer {
	const { keyCredential, proof } = readGraphBody(request);
	checkProof(directory, app, proof);
	const { type, usage, key, displayName } = (keyCredential ?? {}) as Readonly<Record<string, unknown>>;
	if (type !== 'AsymmetricX509Cert' || usage !== 'Verify') {
		throw badRequest('Key credential must be of type AsymmetricX509Cert and usage Verify.');
	}
	const der = readCertificate(key);
	checkLifetime(app, der);
	const added = app.keys.add(der, { ...(typeof displayName === 'string' && { displayName }) });
	const context = `https://${request.host}/v1.0/$metadata#microsoft.graph.keyCredential`;
	return jsonAnswer(200, { '@odata.context': context, ...describeKey(added) });
}

/** Answers `removeKey`. */
export function removeKey(directory: Directory, app: App, request: ReceivedRequest): Answer {
	const { keyId, proof } = readGraphBody(request);
	checkProof(directory, app, proof);
	if (typeof keyId !== 'string') throw badRequest('keyId is missing.');
	if (app.keys.remove(keyId)) return { status: 204, headers: {}, body: '' };
	const { absentStatus } = app.keys;
	const code = absentStatus === 404 ? 'Request_ResourceNotFound' : 'Request_BadRequest';
	throw new GraphRefusal(absentStatus, code, `No key credential found with keyId ${keyId}.`);
}

/** A key credential as Graph shows it; the certificate itself only to who asks for it by name. */
export function describeKey({ keyId, displayName, der, subject, startMs, endMs }: AppKey, showsKey = false): object {
	return {
		customKeyIdentifier: createHash('sha1').update(der).digest('base64'),
		displayName: displayName ?? /^CN=.*$/m.exec(subject)?.[0] ?? null,
		endDateTime: formatInstant(endMs),
		key: showsKey ? der.toString('base64') : null,
		keyId,
		startDateTime: formatInstant(startMs),
		type: 'AsymmetricX509Cert',
		usage: 'Verify',
	};
}

// Graph calls the access token malformed for every fault of the proof, which is not what it means.
function checkProof(directory: Directory, app: App, proof: unknown): void {
	const jwt = typeof proof === 'string' ? readJwt(proof) : undefined;
	const verdict = jwt === undefined ? undefined : app.keys.judgeAsGraph((der) => isNamedBy(jwt.header, der));
	const isSigned =
		jwt?.header['alg'] === 'RS256' && verdict?.kind === 'valid' && isSignedBy(jwt, verdict.key.publicKey);
	const { aud, iss, nbf, exp } = jwt?.claims ?? {};
	const isMeant = aud === PROOF_AUDIENCE && iss === app.objectId;
	const now = directory.nowMs() / 1000;
	const isTimely =
		typeof nbf === 'number' &&
		typeof exp === 'number' &&
		nbf <= now + SKEW_SECONDS &&
		exp > now - SKEW_SECONDS &&
		exp - nbf <= PROOF_SECONDS;
	if (isSigned && isMeant && isTimely) return;
	throw new GraphRefusal(401, 'Authentication_MissingOrMalformed', 'Access Token missing or malformed.');
}

function readCertificate(key: unknown): Buffer {
	try {
		if (typeof key === 'string' && /^[A-Za-z0-9+/]+={0,2}$/.test(key)) {
			return new X509Certificate(Buffer.from(key, 'base64')).raw;
		}
	} catch {
		// Refused below.
	}
	throw badRequest('Key credential contains an invalid certificate.');
}

function checkLifetime({ keyPolicy: { maxDays } }: App, der: Buffer): void {
	const { validFrom, validTo } = new X509Certificate(der);
	const days = (Date.parse(validTo) - Date.parse(validFrom)) / DAY_MS;
	if (maxDays === undefined || days <= maxDays) return;
	const message =
		"Credential lifetime exceeds the max value allowed as per assigned policy '55555555-5555-4555-8555-555555555550'.";
	throw new GraphRefusal(400, 'CredentialInvalidLifetimeAsPerAppPolicy', message);
}

function badRequest(message: string): GraphRefusal {
	return new GraphRefusal(400, 'Request_BadRequest', message);
}
