// PEM (RFC 7468).

/** DER as a PEM block of this label, with a line break at its end. */
export function toPem(label: string, der: Buffer): string {
	const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
	return `${[`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`].join('\n')}\n`;
}

/** One block of a PEM text. */
export interface PemBlock {
	readonly label: string;
	/** The block as it stands, armour included. */
	readonly text: string;
	readonly der: Buffer;
}

/** The blocks of a PEM text, in their order; what stands between them is passed over. */
export function readPem(text: string): readonly PemBlock[] {
	return [...text.matchAll(/-----BEGIN ([A-Z0-9 ]+)-----([^-]*)-----END \1-----/g)].map(
		([block, label = '', body = '']) => ({
			label,
			text: block,
			der: Buffer.from(body, 'base64'),
		}),
	);
}

/** Is this text PEM rather than base64? */
export function isPem(text: string): boolean {
	return text.trimStart().startsWith('-----BEGIN ');
}
