// The key credentials of an application: certificates whose keys may sign its assertions.
// https://learn.microsoft.com/graph/api/resources/keycredential
import { createHash, type KeyObject, randomUUID, X509Certificate } from 'node:crypto';
import { SpreadingList } from './spreading-list.js';

/** A certificate of an application. Instants in milliseconds since 1970. */
export interface AppKey {
	readonly keyId: string;
	readonly displayName: string | null;
	/** The certificate in DER. */
	readonly der: Buffer;
	/** As the certificate names whose it is, one attribute a line. */
	readonly subject: string;
	readonly publicKey: KeyObject;
	readonly startMs: number;
	readonly endMs: number;
}

/** A node's verdict on a key. */
export type KeyVerdict =
	| { readonly kind: 'valid' | 'expired' | 'not yet valid'; readonly key: AppKey }
	| { readonly kind: 'unknown' };

/**
 * One application's certificates. A test adds one by {@link add}, as Graph's `addKey` does; {@link SpreadingList.nodeDelaysMs}
 * says how long the nodes of Entra do not know it, or still know one that was removed.
 */
export class AppKeys extends SpreadingList<AppKey> {
	/** The status of Graph's answer to `removeKey` of a key that is not there: nobody has seen the real one. */
	absentStatus: 400 | 404 = 400;

	/** Adds a certificate, whose life is the credential's. */
	add(der: Buffer, { displayName = null, addedMs }: { displayName?: string | null; addedMs?: number } = {}) {
		const { validFrom, validTo, subject, publicKey } = new X509Certificate(der);
		const life = { startMs: Date.parse(validFrom), endMs: Date.parse(validTo) };
		return this.insert({ keyId: randomUUID(), displayName, der, subject, publicKey, ...life }, addedMs);
	}

	/** Has exactly these certificates be known, everywhere and for ever; what was there before is gone at once. */
	replaceAll(certificates: readonly Buffer[]): void {
		const isOne = (der: Buffer): boolean => certificates.some((one) => one.equals(der));
		this.forget(({ der }) => !isOne(der));
		const known = this.all.map(({ der }) => der);
		for (const der of certificates) {
			if (!known.some((one) => one.equals(der))) this.add(der, { addedMs: Number.NEGATIVE_INFINITY });
		}
	}

	/** Returns the verdict of the node whose turn it is on the key that a token names. */
	judge(isNamed: (der: Buffer) => boolean): KeyVerdict {
		return this.#verdictOn(this.askNode().find(({ der }) => isNamed(der)));
	}

	/** Returns Graph's verdict on the key. */
	judgeAsGraph(isNamed: (der: Buffer) => boolean): KeyVerdict {
		return this.#verdictOn(this.list().find(({ der }) => isNamed(der)));
	}

	#verdictOn(key: AppKey | undefined): KeyVerdict {
		if (key === undefined) return { kind: 'unknown' };
		if (key.endMs <= this.nowMs()) return { kind: 'expired', key };
		return { kind: key.startMs > this.nowMs() ? 'not yet valid' : 'valid', key };
	}
}

/** Whether the header of a token names a certificate, by a thumbprint; msal for Python writes it with its padding. */
export function isNamedBy(header: Readonly<Record<string, unknown>>, der: Buffer): boolean {
	const isThumbprint = (name: string, hash: string): boolean =>
		String(header[name]).replace(/=+$/, '') === createHash(hash).update(der).digest('base64url');
	return 'x5t#S256' in header ? isThumbprint('x5t#S256', 'sha256') : isThumbprint('x5t', 'sha1');
}
