// Advice about a request that got no answer, by its cause, or an answer that its service cannot have given: one table
// for every service.
import type { HttpResponse } from '../ports.js';
import type { TransportError, TransportFailure } from './transport-error.js';

/** A service on the network, as far as advice depends on it. */
export interface NetworkPlace {
	readonly kind: 'network';
	/** For people, e.g. `Microsoft Entra ID`. */
	readonly name: string;
	/** One or more sentences: what gives the host its name. */
	readonly hostHint: string;
	/** One more sentence for a host that this network does not let through. */
	readonly reachHint?: string;
	/** One more sentence for a certificate that is for another host name. */
	readonly otherNameHint?: string;
}

/** An endpoint on the machine itself, which has neither TLS nor a proxy before it. */
export interface MachinePlace {
	readonly kind: 'machine';
	/** One or more sentences: what must be so for the endpoint to be there. */
	readonly hint: string;
}

/** Place that a request was sent to. */
export type Place = NetworkPlace | MachinePlace;

/** One or more sentences: what to do about it. */
export function hintForFailure({ code, failure }: TransportError, place: Place): string {
	if (place.kind === 'machine') return place.hint;
	const hint = (code === undefined ? undefined : BY_CODE.get(code)) ?? BY_FAILURE[failure];
	return hint(place);
}

type Hint = (place: NetworkPlace) => string;

const MISSING_PROXY = 'If this network reaches the internet only through a proxy, set HTTPS_PROXY.';

const notHttps: Hint = () =>
	'Have this address corrected where it is set: over http, tokens and secrets would be sent in the clear.';

const hostNotFound: Hint = ({ hostHint }) => `${hostHint} ${MISSING_PROXY}`;

const nameServer: Hint = () =>
	`Check the runner's DNS settings: its name server gave no answer. ${MISSING_PROXY} Then run the job again.`;

const refused: Hint = ({ reachHint }) =>
	sentences(
		'A firewall on the way or a wrong address refuses connections: allow outgoing HTTPS to this host, or set HTTPS_PROXY if the network needs a proxy.',
		reachHint,
	);

const cutOff: Hint = ({ reachHint }) =>
	sentences(
		'A firewall or proxy on the way most likely cuts connections to this host: allow it there, then run the job again.',
		reachHint,
	);

const timeOut: Hint = ({ reachHint }) =>
	sentences(
		'A firewall on the way may drop the packets: allow outgoing HTTPS to this host, or set HTTPS_PROXY if the network needs a proxy. Then run the job again.',
		reachHint,
	);

const noRoute: Hint = ({ reachHint }) =>
	sentences("Check the runner's network: it has no route to this host (VPN, IPv6, firewall).", reachHint);

const noTls: Hint = () =>
	'What answers there speaks another protocol or an old version of TLS: check the port, and any proxy or firewall on the way.';

const unknownAuthority: Hint = () =>
	'If a proxy or firewall inspects TLS, or the service has a private CA, save the CA as a PEM file and set NODE_EXTRA_CA_CERTS to its path in the env of the step.';

const selfSigned: Hint = () =>
	'If this certificate is to be trusted, save it as a PEM file and set NODE_EXTRA_CA_CERTS to its path in the env of the step.';

const expired: Hint = () =>
	"Check the runner's clock first. If it is right, have the certificate renewed: it may be that of a proxy on the way.";

const otherName: Hint = ({ otherNameHint }) =>
	otherNameHint ??
	'Another server answers in place of this host: check the address, the name resolution of the runner, and any proxy on the way.';

const certificate: Hint = () =>
	'Check the certificate that the runner sees ("openssl s_client -connect HOST:443"): it may be that of a proxy on the way.';

const proxyCredentials: Hint = () =>
	'Put the user and password of the proxy into HTTPS_PROXY (http://user:password@proxy.contoso.com:8080), with special characters percent-encoded.';

const proxyRefused: Hint = () =>
	'Have this host allowed on the proxy that HTTPS_PROXY names, or add it to NO_PROXY if the runner reaches it without the proxy.';

const proxyNotFound: Hint = () =>
	'Compare the host name in HTTPS_PROXY with that of the proxy, and check the DNS settings of the runner.';

const proxyCertificate: Hint = () =>
	'Compare the host name in HTTPS_PROXY with that in the certificate of the proxy. If its CA is a private one, save the CA as a PEM file and set NODE_EXTRA_CA_CERTS to its path in the env of the step.';

const proxyFailing: Hint = () =>
	'Check host and port in HTTPS_PROXY, and whether the proxy is up and reaches this host. Then run the job again.';

const tooLarge: Hint = ({ name }) => `${name} does not send answers of this size: check for a proxy on the way.`;

/** Those of the {@link CODE_MEANINGS} whose cause is known. */
const BY_CODE: ReadonlyMap<string, Hint> = new Map([
	['ENOTFOUND', hostNotFound],
	['EAI_AGAIN', nameServer],
	['ECONNREFUSED', refused],
	['ECONNRESET', cutOff],
	['EPIPE', cutOff],
	['ETIMEDOUT', timeOut],
	['EHOSTUNREACH', noRoute],
	['ENETUNREACH', noRoute],
	['EPROTO', noTls],
	['UNABLE_TO_GET_ISSUER_CERT', unknownAuthority],
	['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', unknownAuthority],
	['UNABLE_TO_VERIFY_LEAF_SIGNATURE', unknownAuthority],
	['SELF_SIGNED_CERT_IN_CHAIN', unknownAuthority],
	['DEPTH_ZERO_SELF_SIGNED_CERT', selfSigned],
	['CERT_HAS_EXPIRED', expired],
	['CERT_NOT_YET_VALID', expired],
	['ERR_TLS_CERT_ALTNAME_INVALID', otherName],
	['HOSTNAME_MISMATCH', otherName],
]);

const BY_FAILURE: Readonly<Record<TransportFailure, Hint>> = {
	'not-https': notHttps,
	'host-not-found': hostNotFound,
	certificate,
	'proxy-credentials': proxyCredentials,
	'proxy-refused': proxyRefused,
	'proxy-not-found': proxyNotFound,
	'proxy-certificate': proxyCertificate,
	'proxy-failing': proxyFailing,
	'too-large': tooLarge,
	'time-out': timeOut,
	connection: cutOff,
};

function sentences(first: string, second: string | undefined): string {
	return second === undefined ? first : `${first} ${second}`;
}

/** A fault of an answer, and advice about it. */
export interface ForeignAnswer {
	/** A clause without a full stop. */
	readonly problem: string;
	/** One or more sentences. */
	readonly hint: string;
}

/** Says why an answer is not one of a service that speaks JSON; undefined if it is JSON. */
export function describeForeignAnswer(
	{ headers, body }: Pick<HttpResponse, 'headers' | 'body'>,
	service: string,
): ForeignAnswer | undefined {
	if (isJson(body)) return undefined;
	const isPage = /^text\/html\b/i.test(headers['content-type'] ?? '') || /^\s*</.test(body);
	if (isPage) {
		return {
			problem: 'the answer is a web page',
			hint: `${service} sends none. A captive portal, a proxy or a firewall on the way answered instead: let the runner reach this host without it.`,
		};
	}
	return {
		problem: body.trim() === '' ? 'the answer is empty' : 'the answer is not JSON',
		hint: `${service} answers in JSON. Check for a proxy or a firewall on the way, then run the job again.`,
	};
}

/** As {@link describeForeignAnswer}, for an answer whose status is a refusal: that needs no body. */
export function describeForeignRefusal(
	response: Pick<HttpResponse, 'headers' | 'body'>,
	service: string,
): ForeignAnswer | undefined {
	return response.body.trim() === '' ? undefined : describeForeignAnswer(response, service);
}

function isJson(text: string): boolean {
	try {
		JSON.parse(text);
		return true;
	} catch {
		return false;
	}
}
