// The certificates of a vault: their versions, their policies, and the requests for new versions.
import { X509Certificate } from 'node:crypto';
import { type CertificatePolicy, changePolicy, completePolicy, type PolicyRequest } from './certificate-policy.js';
import {
	issueAsSelf,
	keyPairOf,
	makeKeyFor,
	makePlaceholder,
	makeVersion,
	pemOf,
	prepareVersion,
} from './certificate-versions.js';
import { describePolicy } from './imported-policy.js';
import type { KeyPair } from './key-pair.js';
import type { HeldParts } from './made-certificate.js';
import { type IssuerRefusal, PendingOperation, type VersionOptions } from './pending-operation.js';
import { Shelf } from './shelf.js';
import type { CertificateOptions, StoredCertificate, StoredVersion, VaultDelays } from './stored-objects.js';
import { badParameter, mergeForbidden, pendingInProgress, pendingNotFound, VaultRefusal } from './vault-refusals.js';

/** Data that all versions of a certificate share. */
export interface CertificateRecord {
	readonly name: string;
	policy: CertificatePolicy;
	/** The last request for a version; undefined if it was imported, or the request was deleted. */
	pending: PendingOperation | undefined;
	/** The version that is shown as long as there is none: its identifier is not that of the first one. */
	readonly placeholder: StoredVersion;
	preserveCertOrder: boolean | undefined;
}

/** A vault's clock, and how long it takes. */
export interface VaultTime {
	readonly nowMs: () => number;
	readonly delaysMs: VaultDelays;
}

/** A certificate that is imported. */
export interface Import extends Omit<HeldParts, 'exportable'> {
	readonly asked: PolicyRequest;
	readonly wanted: VersionOptions;
}

const FOREIGN_KEY =
	'The public key of the end-entity certificate in the specified X.509 certificate content does not match the public part of the specified private key. Please check if certificate is valid.';

/** The certificates of one vault. */
export class CertificateStore {
	readonly shelf: Shelf<StoredCertificate>;
	/** Issuers beside `Self` and `Unknown`, by name: what they refuse requests with; undefined: they never answer. */
	readonly issuers = new Map<string, IssuerRefusal | undefined>();
	readonly #time: VaultTime;
	readonly #records = new Map<string, CertificateRecord>();
	#keysMade = 0;

	constructor(time: VaultTime) {
		this.#time = time;
		this.shelf = new Shelf(time.nowMs);
	}

	/** Adds a version that is there from the start, as if the issuer `Self` had issued it. */
	add(name: string, options: CertificateOptions = {}): StoredCertificate {
		const { policy, stored } = prepareVersion(name, options, this.#time.nowMs());
		const record = this.#recordOf(name, policy);
		record.pending = this.#start(record, options, () => keyPairOf(stored.certificate));
		record.pending.status = 'completed';
		return this.shelf.add(stored);
	}

	/** Returns the current record of a certificate; undefined for one that does not exist or is deleted. */
	record(name: string): CertificateRecord | undefined {
		const record = this.known(name);
		return ['in use', 'free'].includes(this.shelf.state(name)) ? record : undefined;
	}

	/** Returns the record of a certificate, deleted or not. */
	known(name: string): CertificateRecord | undefined {
		const record = this.#records.get(name.toLowerCase());
		if (record !== undefined) this.#settle(record);
		return record;
	}

	/** Does all that the time has come for. */
	settle(): void {
		for (const record of this.#records.values()) this.#settle(record);
	}

	/**
	 * Requests a new version, with a policy that replaces the one before.
	 * @throws VaultRefusal if another request is in progress, or the policy cannot be
	 */
	create(name: string, asked: PolicyRequest | undefined, wanted: VersionOptions = {}): PendingOperation {
		this.#checkNothingPending(name);
		const policy = asked ?? this.record(name)?.policy;
		if (policy === undefined) throw new VaultRefusal(badParameter('Property policy is required.'));
		const issuer = policy.issuer?.name ?? 'Unknown';
		if (!['Self', 'Unknown'].includes(issuer) && !this.issuers.has(issuer)) {
			// The subject is looked at first.
			completePolicy(policy, 0);
			throw new VaultRefusal(badParameter(`Property policy.issuer has invalid value. No issuer ${issuer}\r\n`));
		}
		const record = this.#recordOf(name, policy);
		const pair = makeKeyFor(record.policy.key_props, this.shelf.find(name)?.certificate, this.#keysMade++);
		record.preserveCertOrder = wanted.preserveCertOrder;
		record.pending = this.#start(record, wanted, () => pair);
		return record.pending;
	}

	/**
	 * Takes what an issuer has made of the pending request: the certificate and, if they are sent, those above it.
	 * @throws VaultRefusal if nothing is pending, an authority is at work, or the certificate is of another key
	 */
	merge(name: string, x5c: readonly Buffer[], { tags }: VersionOptions = {}): StoredCertificate {
		const pending = this.record(name)?.pending;
		if (pending?.status !== 'inProgress')
			throw new VaultRefusal(pendingNotFound(`Pending Certificate not found: ${name}`));
		if (pending.policy.issuer.name !== 'Unknown') throw new VaultRefusal(mergeForbidden());
		const { publicKey, privateKey } = pending.key;
		const leaf = x5c.find((der) => new X509Certificate(der).publicKey.equals(publicKey));
		if (leaf === undefined) throw new VaultRefusal(badParameter(FOREIGN_KEY));
		pending.status = 'completed';
		const wanted = { enabled: true, tags: tags ?? pending.wanted.tags };
		const parts = { der: leaf, issuers: x5c.filter((der) => der !== leaf), privateKeyPem: pemOf(privateKey) };
		return this.#add(name, { ...parts, policy: pending.policy, wanted, bornMs: this.#time.nowMs() });
	}

	/** Takes a certificate with its key. @throws VaultRefusal if a request is in progress, or the policy cannot be */
	import(name: string, { asked, ...parts }: Import): StoredCertificate {
		this.#checkNothingPending(name);
		const record = this.#recordOf(name, describePolicy(parts.der, asked));
		record.pending = undefined;
		record.preserveCertOrder = parts.wanted.preserveCertOrder;
		return this.#add(name, { ...parts, policy: record.policy, bornMs: this.#time.nowMs() });
	}

	/** @throws VaultRefusal if the policy cannot be */
	changePolicy(record: CertificateRecord, asked: PolicyRequest): void {
		record.policy = changePolicy(record.policy, asked, Math.floor(this.#time.nowMs() / 1000));
	}

	/** Forgets all that is known of a certificate. */
	forget(name: string): void {
		this.#records.delete(name.toLowerCase());
	}

	#checkNothingPending(name: string): void {
		if (this.record(name)?.pending?.status === 'inProgress') throw new VaultRefusal(pendingInProgress());
	}

	#recordOf(name: string, asked: PolicyRequest): CertificateRecord {
		const nowMs = this.#time.nowMs();
		const now = Math.floor(nowMs / 1000);
		const known = this.#records.get(name.toLowerCase());
		const policy = completePolicy(asked, known?.policy.attributes.created ?? now, now);
		if (known !== undefined) return Object.assign(known, { policy });
		const placeholder = makePlaceholder(name, policy, nowMs);
		const record = { name, policy, placeholder, pending: undefined, preserveCertOrder: undefined };
		this.#records.set(name.toLowerCase(), record);
		return record;
	}

	#start({ policy }: CertificateRecord, wanted: VersionOptions, key: () => KeyPair): PendingOperation {
		return new PendingOperation({ startedMs: this.#time.nowMs(), policy, wanted }, key);
	}

	// Somebody may have cancelled the request; `Self` issues, other issuers refuse or are silent.
	#settle({ name, pending }: CertificateRecord): void {
		if (pending?.status !== 'inProgress') return;
		const nowMs = this.#time.nowMs();
		const { issuance, cancellation } = this.#time.delaysMs;
		const { cancelRequestedMs, startedMs } = pending;
		const issuer = pending.policy.issuer.name;
		if (cancelRequestedMs !== undefined) {
			if (nowMs >= cancelRequestedMs + cancellation) pending.status = 'cancelled';
		} else if (issuer === 'Self' && nowMs >= startedMs + issuance) {
			pending.status = 'completed';
			this.#add(name, issueAsSelf(pending, startedMs + issuance));
		} else if (this.issuers.get(issuer) !== undefined && nowMs >= startedMs + issuance) {
			pending.error = this.issuers.get(issuer);
			pending.status = 'failed';
		}
	}

	#add(name: string, version: Parameters<typeof makeVersion>[1]): StoredCertificate {
		return this.shelf.add(makeVersion(name, version));
	}
}
