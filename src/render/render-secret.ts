// A secret as outputs, a file and masks.
import type { SecretSteps } from '../input/modifiers.js';
import type { SecretBundle } from '../keyvault/bundles.js';
import { type Masking, maskSecret } from '../masks/masks.js';
import type { JsonLeaf } from '../masks/masks-of-json.js';
import type { Destination } from '../plan/destination.js';
import { SecretBytes, SecretText } from '../secret-text.js';
import { goThroughSteps, type SecretValue } from './apply-modifiers.js';
import { warnOfEdges } from './edge-white-space.js';
import { fileNameOf, type RenderContext, type Rendered } from './rendered.js';
import { errorsOfLine } from './value-error.js';

/**
 * The value, byte for byte, and what the steps of its line make of it.
 * @throws ActionErrors that name the line where the value is not what a step expects, or the output of a leaf is taken
 */
export async function renderSecret(
	destination: Destination,
	secret: SecretBundle,
	{ claims }: Pick<RenderContext, 'claims'>,
): Promise<Rendered> {
	const { output, item, steps, line } = destination;
	if (steps.kind !== 'secrets') throw new Error(steps.kind);
	try {
		const { bytes, text, leaves, masking } = await readSecretValue(secret, steps);
		const ofLeaves = leaves.map((leaf) => ({ name: leafOutput(output, leaf), text: leaf.text }));
		claims.claim({
			line,
			essence: `leaves of ${output}`,
			outputs: ofLeaves.map(({ name }) => name),
			match: destination.isMatch && item.name,
		});
		const own = text === undefined ? [] : [{ name: output, text }];
		const outputs = [...own, ...ofLeaves].map((one) => ({ name: one.name, value: new SecretText(one.text) }));
		const file = { output: `${output}-path`, name: fileNameOf(output), bytes: new SecretBytes(bytes) };
		return {
			item,
			version: secret.version,
			life: secret.attributes,
			outputs,
			files: steps.file ? [file] : [],
			storeEntries: [],
			...(steps.unmasked ? { masks: [], weakness: undefined } : masking),
			secrets: outputs,
			...(secret.isManaged && { remarks: [OF_CERTIFICATE] }),
			// White space around JSON is not part of what it says.
			notes: warnOfEdges(item, isJsonTree(steps) ? ofLeaves : own),
		};
	} catch (error) {
		throw errorsOfLine(destination, error);
	}
}

const OF_CERTIFICATE =
	'It is a certificate with its private key. In the input certificates, it also gives a thumbprint, a subject and an expiry, and takes | file, | pem, | store and | public.';

function isJsonTree({ json }: SecretSteps): boolean {
	return json !== undefined && json.path === undefined;
}

// Characters of keys that no output may have become "_", one for one.
function leafOutput(output: string, { path }: JsonLeaf): string {
	return [output, ...path].join('-').replace(/[^A-Za-z0-9_-]/gu, '_');
}

/**
 * The value after the steps.
 * @throws ActionError of no subject where it is not what a step expects
 */
export async function readSecretValue(
	{ value, contentType }: SecretBundle,
	steps: Pick<SecretSteps, 'base64' | 'json' | 'file'>,
): Promise<SecretValue> {
	const stored = value.reveal();
	if (!steps.base64 && steps.json === undefined) {
		const masking = await maskStored(stored, contentType);
		return { bytes: Buffer.from(stored), text: stored, leaves: [], masking };
	}
	return goThroughSteps(stored, steps);
}

// What may hold a private key: PEM, and base64 of a PFX. A certificate named under `secrets` comes out as any secret.
async function maskStored(stored: string, contentType: string): Promise<Masking> {
	const isPfx = contentType === 'application/x-pkcs12';
	if (!isPfx && !/-----BEGIN |^\s*MI/.test(stored)) return maskSecret(stored);
	const { maskOpenPfx, maskValue } = await import('../masks/masks-of-certificates.js');
	return isPfx ? maskOpenPfx(stored) : maskValue(stored);
}
