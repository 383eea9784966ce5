// What befalls requests of the set action, and runs in which it does.
import { TransportError } from '../../src/http/transport-error.js';
import { response } from '../support/make-ports.js';
import { type Interference, type SetRunOptions, SetWorld } from '../support/set-world.js';

export const VALUE = 'Va1ue-of-the-database';
export const VARIABLES = { DB: VALUE };
export const SECRETS = { secrets: 'db < env DB' };

/** No answer comes. */
export function lost(): never {
	throw new TransportError('the connection was closed', { failure: 'connection' });
}

/** Befalls each request of this method, at most so often. */
export function befall(
	method: string,
	act: (serve: () => ReturnType<typeof response>) => ReturnType<typeof response>,
	times = Number.POSITIVE_INFINITY,
): Interference {
	let left = times;
	return (request, serve) => {
		if (request.method !== method || request.url.includes('login') || left <= 0) return serve();
		left -= 1;
		return act(serve);
	};
}

/** An answer that refuses. */
export const refusal = (status: number, code: string) => () =>
	response(status, { error: { code: 'Conflict', innererror: { code } } });

/** Runs the action while something befalls its requests; the vault holds a version before. */
export async function runWith(
	interfere: Interference,
	{
		inputs = SECRETS,
		before = 'before',
		...options
	}: SetRunOptions & { inputs?: Readonly<Record<string, string>>; before?: string | undefined } = {},
) {
	const world = new SetWorld();
	const version = before === '' ? undefined : world.vault.setSecret('db', before);
	const result = await world.run(inputs, { variables: VARIABLES, ...options, interfere });
	return { world, version, ...result, error: result.errors[0] ?? '' };
}
