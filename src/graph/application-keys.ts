// The keys of an application in Microsoft Graph, changed by the application itself: its proof, requests, and judgement of
// their answers.
// https://learn.microsoft.com/graph/api/application-addkey and .../application-removekey
import { createHash } from 'node:crypto';
import { parseJsonObject } from '../http/json.js';
import { once, RETRY_RULES } from '../http/retry-policy.js';
import type { SendContext } from '../http/send.js';
import type { Clock, HttpRequest, HttpResponse } from '../ports.js';
import { SecretText } from '../secret-text.js';
import { type GraphApp, keyIdOf, postToGraph } from './application-passwords.js';
import { askGraph, isSuccess, type Removal } from './ask-graph.js';
import { aboutApp, graphRefusedError, unusableGraphError } from './graph-error.js';
import { keyAdvice } from './key-advice.js';

/** An app registration that changes its own keys. */
export interface KeyOwner extends GraphApp {
	/** Object ID of the app registration. */
	readonly objectId: string;
}

/** Needs of every change: the key's owner, a token of the application itself, its proof, and the ports. */
export interface KeyAccess {
	readonly app: KeyOwner;
	readonly token: SecretText;
	readonly proof: SecretText;
	readonly context: SendContext;
}

/**
 * Adds a certificate to the application once, and returns its key ID. Nobody can look what became of an answer that was
 * lost: an application may not read its own keys.
 * @throws ActionError with advice if Graph refuses or gives no usable answer
 */
export async function addKeyOnce(certificate: Buffer, access: KeyAccess): Promise<string> {
	const { app } = access;
	const key = certificate.toString('base64');
	const keyCredential = { type: 'AsymmetricX509Cert', usage: 'Verify', key };
	const request = keyRequest('addKey', { keyCredential, passwordCredential: null }, access);
	const response = await askGraph(request, access, once(RETRY_RULES));
	if (!isSuccess(response)) throw graphRefusedError(response, aboutApp(app, keyAdvice));
	const keyId = keyIdOf(parseJsonObject(response.body));
	if (keyId === undefined)
		throw unusableGraphError(aboutApp(app), 'the answer holds no new key credential.', response.body);
	return keyId;
}

/**
 * Removes a key of the application: `unknown` if Graph knows no such key, which is so as well if it has not come to know a
 * new one yet. The request may be sent again.
 * @throws ActionError with advice if Graph refuses or gives no answer
 */
export async function removeKey(keyId: string, access: KeyAccess): Promise<Removal> {
	const { app } = access;
	const response = await askGraph(keyRequest('removeKey', { keyId }, access), access);
	if (saysNoSuchKey(response)) return 'unknown';
	if (!isSuccess(response)) throw graphRefusedError(response, aboutApp(app, keyAdvice));
	// Graph answers 204. A page is of somebody in between, and removes nothing.
	if (response.body === '') return 'removed';
	throw unusableGraphError(aboutApp(app), 'the answer to a removal is not empty.', response.body);
}

// Graph's answers are not documented; both were seen for other credentials. A page without a code is not of Graph.
function saysNoSuchKey({ status, body }: HttpResponse): boolean {
	return (status === 400 || status === 404) && parseJsonObject(body)?.['error'] !== undefined;
}

function keyRequest(
	action: 'addKey' | 'removeKey',
	body: object,
	{ app, token, proof }: Omit<KeyAccess, 'context'>,
): HttpRequest {
	const url = `${app.graphHost}/v1.0/applications/${app.objectId}/${action}`;
	return postToGraph(url, new SecretText(JSON.stringify({ ...body, proof: proof.reveal() })), token);
}

/** Microsoft Graph still wants the ID of the API that was there before it. */
const AUDIENCE = '00000002-0000-0000-c000-000000000000';

/** The longest that Graph takes. A rotation is over before. */
const LIFE_SECONDS = 600;

/** Whose proof it is, and by which certificate. */
export interface Prover {
	/** Object ID of the app registration. */
	readonly objectId: string;
	/** DER; of it, only the thumbprint goes into the proof. */
	readonly certificate: Buffer;
}

/** Signs by RSASSA-PKCS1-v1_5 with SHA-256 (RS256), wherever the key is. */
export type SignProof = (text: Buffer) => Promise<Buffer>;

/** Makes a proof, which is valid for ten minutes and serves any number of keys. @throws whatever `sign` throws */
export async function makePossessionProof(
	{ objectId, certificate }: Prover,
	clock: Clock,
	sign: SignProof,
): Promise<SecretText> {
	const thumbprint = createHash('sha1').update(certificate).digest();
	const nowSeconds = Math.floor(clock.nowMs() / 1000);
	const header = {
		alg: 'RS256',
		typ: 'JWT',
		kid: thumbprint.toString('hex').toUpperCase(),
		x5t: thumbprint.toString('base64url'),
	};
	const claims = { aud: AUDIENCE, iss: objectId, nbf: nowSeconds, exp: nowSeconds + LIFE_SECONDS };
	// Graph refuses padding, which this encoding has not.
	const text = [header, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
	return new SecretText(`${text}.${(await sign(Buffer.from(text))).toString('base64url')}`);
}
