// PEM (RFC 7468), and the encrypted form of keys that came before PKCS#8 (RFC 1421 section 4.6).

/** DER as a PEM block of this label, with a line break at its end. */
export function toPem(label: string, der: Buffer): string {
	const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
	return `${[`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`].join('\n')}\n`;
}

/** One block of a PEM text. */
export interface PemBlock {
	readonly label: string;
	/** The block as it stands, armor included. */
	readonly text: string;
	/** The decoded base64; still encrypted if `encryption` is set. */
	readonly der: Buffer;
	/** Whether the END line is missing; the block then ends before the next armor line, or with the text. */
	readonly isCutOff: boolean;
	/** The header of the old encryption; undefined if the block has none. */
	readonly encryption: OldEncryption | undefined;
}

/** Encryption that a block encrypted in the old way states. */
export interface OldEncryption {
	/** As OpenSSL names it, e.g. `AES-256-CBC`. */
	readonly cipher: string;
	/** The initialization vector, hex digits. */
	readonly iv: string;
}

const DASHES = '-----';
const BEGIN = '-----BEGIN ';
const LABEL = /^[A-Z0-9][A-Z0-9 ]{0,63}$/;

/**
 * Returns the blocks of a PEM text in their order, whatever stands between them, in time that grows with its length.
 * Line breaks may be real, or lost, or written as `\n` and `\r\n`, as JSON and `.env` files do.
 */
export function readPem(text: string): readonly PemBlock[] {
	const blocks: PemBlock[] = [];
	for (let start = text.indexOf(BEGIN); start !== -1; ) {
		const { block, end } = readBlock(text, start);
		if (block !== undefined) blocks.push(block);
		start = text.indexOf(BEGIN, end);
	}
	return blocks;
}

/** Whether a text holds PEM: base64 has no dashes. */
export function isPem(text: string): boolean {
	return text.includes(BEGIN);
}

function readBlock(text: string, start: number): { block: PemBlock | undefined; end: number } {
	const labelStart = start + BEGIN.length;
	const labelEnd = text.indexOf(DASHES, labelStart);
	const label = text.slice(labelStart, Math.max(labelEnd, labelStart));
	if (!LABEL.test(label)) return { block: undefined, end: labelStart };
	const bodyStart = labelEnd + DASHES.length;
	const next = text.indexOf(DASHES, bodyStart);
	const bodyEnd = next === -1 ? text.length : next;
	const closing = `-----END ${label}-----`;
	const isCutOff = !text.startsWith(closing, bodyEnd);
	const end = isCutOff ? bodyEnd : bodyEnd + closing.length;
	const body = readBody(text.slice(bodyStart, bodyEnd));
	return { block: { label, text: text.slice(start, end), isCutOff, ...body }, end };
}

function readBody(body: string): Pick<PemBlock, 'der' | 'encryption'> {
	const text = unescapeBreaks(body);
	const header = /Proc-Type:\s*4,\s*ENCRYPTED\s+DEK-Info:\s*([A-Za-z0-9-]{1,40})(?:,\s*([0-9A-Fa-f]*))?/.exec(text);
	const [found = '', cipher = '', iv = ''] = header ?? [];
	const base64 = header === null ? text : text.slice(header.index + found.length);
	return { der: Buffer.from(base64, 'base64'), encryption: header === null ? undefined : { cipher, iv } };
}

/** Turns the escapes that JSON and `.env` files write into what they stand for; other backslashes stay. */
export function unescapeBreaks(text: string): string {
	return text.replace(/\\(?:[rnt]|u00([0-9A-Fa-f]{2}))/g, (_, hex?: string) =>
		hex === undefined ? '\n' : String.fromCharCode(Number.parseInt(hex, 16)),
	);
}
