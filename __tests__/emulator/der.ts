// Writes DER (ITU-T X.690), for the services alone: nothing here is the action's own code.

/** One element of less than 64 KiB: its tag, then its contents one after another. */
export function der(tag: number, ...parts: readonly Buffer[]): Buffer {
	const content = Buffer.concat(parts);
	const { length } = content;
	const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
	return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

/** `SEQUENCE` */
export function sequence(...parts: readonly Buffer[]): Buffer {
	return der(0x30, ...parts);
}

/** `SET OF`, sorted by its encodings (X.690 section 11.6). */
export function set(...parts: readonly Buffer[]): Buffer {
	return der(0x31, ...[...parts].sort(Buffer.compare));
}

/** `[n] EXPLICIT` */
export function explicit(tagNumber: number, ...parts: readonly Buffer[]): Buffer {
	return der(0xa0 + tagNumber, ...parts);
}

/** `OCTET STRING` */
export function octets(content: Buffer): Buffer {
	return der(0x04, content);
}

/** `BIT STRING` of whole bytes. */
export function bits(content: Buffer): Buffer {
	return der(0x03, Buffer.from([0]), content);
}

/** `OBJECT IDENTIFIER`, in its dotted form. */
export function oid(dotted: string): Buffer {
	const [root = 0, second = 0, ...rest] = dotted.split('.').map(Number);
	return der(0x06, Buffer.from([root * 40 + second, ...rest].flatMap(arc)));
}

function arc(value: number): number[] {
	const bytes = [value % 0x80];
	for (let rest = Math.floor(value / 0x80); rest > 0; rest = Math.floor(rest / 0x80))
		bytes.unshift(0x80 | (rest % 0x80));
	return bytes;
}

/** `INTEGER` from 0 to 0x7fff, in as few bytes as DER wants. */
export function integer(value: number): Buffer {
	return der(0x02, Buffer.from(value < 0x80 ? [value] : [value >> 8, value & 0xff]));
}

/** `BOOLEAN` that is true: DER leaves out those that are false. */
export function isTrue(): Buffer {
	return der(0x01, Buffer.from([0xff]));
}

/** `NULL` */
export function nothing(): Buffer {
	return der(0x05);
}

/** `PrintableString` if its characters allow it, else `UTF8String`. */
export function text(value: string): Buffer {
	return /^[A-Za-z0-9 '()+,\-./:=?]*$/.test(value) ? der(0x13, Buffer.from(value)) : der(0x0c, Buffer.from(value));
}

/** `UTCTime` to the end of 2049, then `GeneralizedTime` (RFC 5280 section 4.1.2.5). */
export function time(ms: number): Buffer {
	const digits = new Date(ms).toISOString().replace(/\.\d+Z$|[-:T]/g, '');
	return ms < Date.UTC(2050, 0, 1)
		? der(0x17, Buffer.from(`${digits.slice(2)}Z`))
		: der(0x18, Buffer.from(`${digits}Z`));
}
