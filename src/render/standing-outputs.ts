// The two outputs that are always there: all secret values at once, and what is near its end.
import { SecretText } from '../secret-text.js';
import { type Rendered, type RenderedOutput, textOf } from './rendered.js';

/** `secrets` as a JSON object of the values that secret lines gave, `expiring` as a JSON array of names. */
export function standingOutputs(rendered: readonly Rendered[], expiring: readonly string[]): readonly RenderedOutput[] {
	const secrets = rendered.flatMap((one) => one.secrets).map(({ name, value }) => [name, textOf(value)] as const);
	return [
		{ name: 'secrets', value: new SecretText(JSON.stringify(Object.fromEntries(secrets))) },
		{ name: 'expiring', value: JSON.stringify(expiring) },
	];
}
