// Everything that was fetched, as outputs and masks, in the order of the lines.
import { ActionErrors, checkEach, foreseenErrors } from '../errors.js';
import type { Fetched } from '../keyvault/fetch-items.js';
import { describeIdentifier } from '../keyvault/vault-error.js';
import type { Destination } from '../plan/destination.js';
import { identifierKey } from '../plan/identifier.js';
import { renderCertificate } from './render-certificate.js';
import { renderSecret } from './render-secret.js';
import type { RenderContext, Rendered } from './rendered.js';

/**
 * What each destination gets; nothing for those whose item is not among the fetched.
 * @throws ActionErrors with each item that cannot be rendered
 */
export function renderAll(
	destinations: readonly Destination[],
	fetched: readonly Fetched[],
	context: RenderContext,
): readonly Rendered[] {
	const byKey = new Map(fetched.map((one) => [identifierKey(one.item), one]));
	return checkEach(destinations, (destination) => {
		const found = byKey.get(identifierKey(destination.item));
		return found === undefined ? [] : [renderOne(destination, found, context)];
	}).flat();
}

function renderOne(destination: Destination, found: Fetched, context: RenderContext): Rendered {
	try {
		switch (found.kind) {
			case 'secret':
				return renderSecret(destination, found.secret, context);
			case 'certificate':
				return renderCertificate(destination, found, context);
			default:
				throw found satisfies never;
		}
	} catch (error) {
		const subject = describeIdentifier(destination.item);
		throw new ActionErrors(foreseenErrors(error).map((one) => (one.subject === undefined ? one.about(subject) : one)));
	}
}
