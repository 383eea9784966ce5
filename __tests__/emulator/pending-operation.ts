// A request for a certificate that waits for who issues it: https://learn.microsoft.com/rest/api/keyvault/certificates/get-certificate-operation
import { randomBytes } from 'node:crypto';
import type { CertificatePolicy } from './certificate-policy.js';
import { writeSigningRequest } from './certificate-writer.js';
import type { KeyPair } from './key-pair.js';

/** An issuer's refusal of a request. If there is none yet, the request stays pending, as with an authority that takes days. */
export interface IssuerRefusal {
	readonly code: string;
	readonly message: string;
}

/** Parts of a request for a new version of a certificate in addition to its policy. */
export interface VersionOptions {
	readonly enabled?: boolean | undefined;
	readonly tags?: Readonly<Record<string, string>> | undefined;
	readonly preserveCertOrder?: boolean;
}

/** One request, and what has become of it. Instants in milliseconds since 1970. */
export class PendingOperation {
	readonly requestId = randomBytes(16).toString('hex');
	readonly startedMs: number;
	/** As it was when the request was made; what becomes of it later does not matter to the request. */
	readonly policy: CertificatePolicy;
	readonly wanted: VersionOptions;
	status: 'inProgress' | 'completed' | 'cancelled' | 'failed' = 'inProgress';
	/** When somebody asked to cancel it. */
	cancelRequestedMs: number | undefined;
	error: IssuerRefusal | undefined;
	readonly #key: () => KeyPair;
	#csr: Buffer | undefined;

	constructor(parts: Pick<PendingOperation, 'startedMs' | 'policy' | 'wanted'>, key: () => KeyPair) {
		this.startedMs = parts.startedMs;
		this.policy = parts.policy;
		this.wanted = parts.wanted;
		this.#key = key;
	}

	get key(): KeyPair {
		return this.#key();
	}

	/** PKCS#10 in DER, signed by the key. */
	get csr(): Buffer {
		this.#csr ??= writeSigningRequest(this.policy.x509_props, this.key.privateKey);
		return this.#csr;
	}

	/** As Key Vault answers; `address` is the certificate's. */
	describe(address: string): object {
		const { policy, status, error, wanted, cancelRequestedMs } = this;
		const { name } = policy.issuer;
		return {
			id: `${address}/pending`,
			issuer: { name },
			csr: this.csr.toString('base64'),
			cancellation_requested: cancelRequestedMs !== undefined,
			status,
			...((status === 'inProgress' || status === 'failed') && { status_details: detailsOf(name) }),
			...(error !== undefined && { error }),
			...(wanted.preserveCertOrder !== undefined && { preserveCertOrder: wanted.preserveCertOrder }),
			...(status === 'completed' && { target: address }),
			request_id: this.requestId,
		};
	}
}

function detailsOf(issuer: string): string {
	const what =
		issuer === 'Unknown'
			? 'Please Perform Merge to complete the request.'
			: 'Certificate request is in progress. This may take some time based on the issuer provider. Please check again later.';
	return `Pending certificate created. ${what}`;
}
