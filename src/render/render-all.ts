// Everything that was fetched, as outputs and masks. What only some lines ask for is loaded where one does.

import { checkEach, failuresOf, settle } from '../errors.js';
import type { Fetched } from '../keyvault/read-destination.js';
import { describeIdentifier } from '../keyvault/vault-error.js';
import { renderAttributes } from './render-attributes.js';
import { renderKey } from './render-key.js';
import { renderSecret } from './render-secret.js';
import { type RenderContext, type Rendered, textOf } from './rendered.js';
import { keepVisible } from './unmasked.js';

/**
 * What each destination gets, in the order of the fetched.
 * @throws ActionErrors with each item that cannot be rendered
 */
export async function renderAll(fetched: readonly Fetched[], context: RenderContext): Promise<readonly Rendered[]> {
	const rendered: (() => Rendered)[] = [];
	// One after the other: the outputs of JSON leaves are claimed in the order of the lines.
	for (const one of fetched) rendered.push(await settle(renderOne(one, context)));
	const all = checkEach(rendered, (take) => take());
	const unmasked = all.filter((_, index) => isUnmasked(fetched[index]));
	return keepVisible(
		all,
		unmasked.flatMap(({ secrets }) => secrets.map(({ value }) => textOf(value))),
	);
}

function isUnmasked(one: Fetched | undefined): boolean {
	const steps = one?.destination.steps;
	return steps?.kind === 'secrets' && steps.unmasked;
}

async function renderOne(fetched: Fetched, context: RenderContext): Promise<Rendered> {
	try {
		return await renderByKind(fetched, context);
	} catch (error) {
		// What names a line already says more.
		throw failuresOf(describeIdentifier(fetched.destination.item), error);
	}
}

async function renderByKind(fetched: Fetched, context: RenderContext): Promise<Rendered> {
	const { destination } = fetched;
	switch (fetched.kind) {
		case 'secret':
			return renderSecret(destination, fetched.secret, context);
		case 'attributes':
			return renderAttributes(destination, fetched.version);
		case 'certificate':
			return (await import('./render-certificate.js')).renderCertificate(destination, fetched, context);
		case 'key':
			return renderKey(destination, fetched.key);
		default:
			throw fetched satisfies never;
	}
}
