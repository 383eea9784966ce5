// Secrets rendered with the steps of a line, for tests.
import assert from 'node:assert/strict';
import { ActionErrors } from '../../src/errors.js';
import { makeTakenNames, type TakenNames } from '../../src/plan/output-names.js';
import { renderSecret } from '../../src/render/render-secret.js';
import type { Rendered } from '../../src/render/rendered.js';
import { SecretText } from '../../src/secret-text.js';
import { makeDestination, makeItem, makeSecretBundle } from './make-rendered.js';

export const ITEM = makeItem('db-config');
export const BINARY = Buffer.from([0xff, 0xfe, 0, 0x80, 0x0a, 0xff, 0xfe, 1, 0x81, 0x0b]);

/** What a test may choose. */
export interface RenderOptions {
	readonly takenNames?: TakenNames;
	readonly contentType?: string;
}

/** The secret `db-config` of this value, on the first line of `secrets`, with the output `DB`. */
export async function render(
	value: string,
	modifiers: readonly string[] = [],
	{ takenNames, contentType = '' }: RenderOptions = {},
): Promise<Rendered> {
	const destination = makeDestination('DB', ITEM, modifiers);
	return renderSecret(destination, makeSecretBundle(value, { contentType }), {
		takenNames: takenNames ?? makeTakenNames({ exportEnv: false }),
	});
}

/** The values by name, uncovered. */
export function textsOf(outputs: Rendered['outputs']): Record<string, string> {
	return Object.fromEntries(
		outputs.map(({ name, value }) => [name, value instanceof SecretText ? value.reveal() : value]),
	);
}

/** The masks, uncovered. */
export function masksOf({ masks }: Pick<Rendered, 'masks'>): readonly string[] {
	return masks.map((mask) => mask.reveal());
}

/** Returns the error's text for a value that cannot be rendered, which never holds a part of it. */
export async function refusal(value: string, modifiers: readonly string[], options?: RenderOptions): Promise<string> {
	try {
		await render(value, modifiers, options);
	} catch (error) {
		assert.ok(error instanceof ActionErrors);
		assert.doesNotMatch(`${error.message}${error.stack}`, /hunter/);
		return error.message;
	}
	return assert.fail('it was rendered');
}
