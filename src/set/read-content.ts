// The values of lines, read and checked before the first request, with the masks that hide them in every form.
import { describeLine, lineError } from '../input/line-grammar.js';
import { readSourceVariable } from '../input/set-inputs.js';
import { MAX_VALUE_BYTES, type SetLine, type ValueSource } from '../input/set-lines.js';
import type { CertificateSetModifiers, SecretSetModifiers } from '../input/set-modifiers.js';
import { joinMaskings, type Masking } from '../masks/masks.js';
import { maskBinary, maskValue } from '../masks/masks-of-values.js';
import type { PlannedLine } from '../plan/set-plan.js';
import type { Annotation, RandomBytes } from '../ports.js';
import { CHARACTERS } from '../render/certificate-outputs.js';
import { describeEdges } from '../render/render-secret.js';
import { SecretText } from '../secret-text.js';
import { formatInstant, judgeExpiry } from '../time.js';
import { type OpenedCertificate, openCertificate } from './open-certificate.js';
import { type Reading, readSourceFile } from './source-file.js';

/** Content that a line writes. */
export type Content = PlannedLine & {
	readonly masking: Masking;
	readonly warnings: readonly Annotation[];
} & (
		| {
				readonly kind: 'secret';
				readonly modifiers: SecretSetModifiers;
				readonly value: SecretText;
				/** Whether the value is made anew in each run. */
				readonly isMade: boolean;
		  }
		| {
				readonly kind: 'certificate';
				readonly modifiers: CertificateSetModifiers;
				readonly certificate: OpenedCertificate;
		  }
	);

/** Far below any PFX or PEM with its issuers. */
const MAX_CERTIFICATE_BYTES = 1024 * 1024;

/** Reads what a line names. @throws ActionErrors that name the line, and nothing of the value */
export function readContent(planned: PlannedLine, reading: Reading): Content {
	const { modifiers, line } = planned;
	switch (modifiers.kind) {
		case 'secrets':
			return { ...planned, modifiers, kind: 'secret', ...readSecret({ ...planned, modifiers }, reading) };
		case 'certificates': {
			const given = readCertificateSource(planned, reading);
			const opened = openCertificate(line, given, reading);
			const warnings = warnOfExpired(line, opened, reading.ports.clock.nowMs());
			return { ...planned, modifiers, kind: 'certificate', certificate: opened, masking: opened.masking, warnings };
		}
		default:
			throw modifiers satisfies never;
	}
}

type SecretLine = PlannedLine & { readonly modifiers: SecretSetModifiers };
type SecretParts = Pick<Extract<Content, { kind: 'secret' }>, 'value' | 'isMade' | 'masking' | 'warnings'>;

function readSecret({ line, source, modifiers }: SecretLine, reading: Reading): SecretParts {
	switch (source.kind) {
		case 'generate': {
			const value = makeCharacters(source.length, reading.ports.randomBytes);
			return { value, isMade: true, masking: maskValue(value.reveal()), warnings: [] };
		}
		case 'env':
			return readText(line, readVariable(line, source, reading));
		case 'file': {
			const limit = `the file has over ${MAX_VALUE_BYTES} bytes, which is more than a secret can hold.`;
			const bytes = readSourceFile(line, { ...source, maxBytes: MAX_VALUE_BYTES, limit }, reading.ports.machine);
			return modifiers.base64 ? encode(line, bytes) : readText(line, decode(line, bytes));
		}
		default:
			throw source satisfies never;
	}
}

/** The greatest multiple of the characters' number that a byte can hold: what is over it would favor the first ones. */
const LIMIT = 256 - (256 % CHARACTERS.length);

// Letters and digits, each as likely as any other.
function makeCharacters(length: number, randomBytes: RandomBytes): SecretText {
	let text = '';
	while (text.length < length) {
		const fair = [...randomBytes(length)].filter((byte) => byte < LIMIT);
		text += fair.map((byte) => CHARACTERS.charAt(byte % CHARACTERS.length)).join('');
	}
	return new SecretText(text.slice(0, length));
}

function readVariable(
	line: SetLine,
	{ variable }: Extract<ValueSource, { kind: 'env' }>,
	{ ports: { inputs } }: Reading,
): string {
	const text = readSourceVariable(inputs, variable);
	if (text !== undefined) return text;
	throw lineError(
		line,
		'the variable after env is not set, or is empty.',
		'Set it in the env of this step. A secret that does not exist, or that a fork may not see, arrives there as empty text.',
	);
}

function decode(line: SetLine, bytes: Buffer): string {
	const text = bytes.toString();
	if (Buffer.from(text).equals(bytes)) return text;
	throw lineError(line, 'the file is not text in UTF-8.', 'Add | base64 to store its bytes as base64.');
}

function encode(line: SetLine, bytes: Buffer): SecretParts {
	const text = bytes.toString('base64');
	if (text.length > MAX_VALUE_BYTES) throw tooLarge(line, 'in base64, the file has');
	const plain = Buffer.from(bytes.toString()).equals(bytes) ? maskValue(bytes.toString()) : maskBinary(bytes);
	return {
		value: new SecretText(text),
		isMade: false,
		masking: joinMaskings(maskValue(text), { ...plain, weakness: undefined }),
		warnings: [],
	};
}

function readText(line: SetLine, text: string): SecretParts {
	if (Buffer.byteLength(text) > MAX_VALUE_BYTES) throw tooLarge(line, 'the value has');
	return { value: new SecretText(text), isMade: false, masking: maskValue(text), warnings: warnOfEnd(line, text) };
}

function tooLarge(line: SetLine, what: string) {
	return lineError(
		line,
		`${what} over ${MAX_VALUE_BYTES} bytes, which is more than a secret can hold.`,
		'Store a smaller value, or split it into several secrets.',
	);
}

function warnOfEnd(line: SetLine, text: string): readonly Annotation[] {
	const edges = describeEdges(text) ?? (/[\r\n]$/.test(text) ? 'ends with a line break' : undefined);
	if (edges === undefined) return [];
	const subject = `secret ${line.name}`;
	return [
		{
			title: `White space: ${subject}`,
			text: `${describeLine(line)}: the value ${edges}. It is stored as it is, and some programs do not remove that. If it is not intended, write the value without it.`,
		},
	];
}

function warnOfExpired(line: SetLine, { expires }: OpenedCertificate, nowMs: number): readonly Annotation[] {
	if (judgeExpiry({ notBefore: undefined, expires }, nowMs, 0).kind !== 'expired') return [];
	return [
		{
			title: `Expired: certificate ${line.name}`,
			text: `${describeLine(line)}: the certificate expired on ${formatInstant(expires)}. Key Vault does not import one that has expired. Renew it, and give the new one to this line.`,
		},
	];
}

function readCertificateSource({ line, source }: PlannedLine, reading: Reading): Buffer | string {
	switch (source.kind) {
		case 'env':
			return readVariable(line, source, reading);
		case 'file': {
			const limit = 'the file is larger than 1 MiB, which no certificate is.';
			return readSourceFile(line, { ...source, maxBytes: MAX_CERTIFICATE_BYTES, limit }, reading.ports.machine);
		}
		case 'generate':
			throw new Error('no certificate is made');
		default:
			throw source satisfies never;
	}
}
