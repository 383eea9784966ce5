// Everything that was fetched, as outputs and masks.
import { checkEach, failuresOf } from '../errors.js';
import type { Fetched } from '../keyvault/read-destination.js';
import { describeIdentifier } from '../keyvault/vault-error.js';
import { renderAttributes } from './render-attributes.js';
import { renderCertificate } from './render-certificate.js';
import { renderKey } from './render-key.js';
import { renderSecret } from './render-secret.js';
import type { RenderContext, Rendered } from './rendered.js';

/**
 * What each destination gets, in the order of the fetched.
 * @throws ActionErrors with each item that cannot be rendered
 */
export function renderAll(fetched: readonly Fetched[], context: RenderContext): readonly Rendered[] {
	return checkEach(fetched, (one) => {
		try {
			return renderOne(one, context);
		} catch (error) {
			// What names a line already says more.
			throw failuresOf(describeIdentifier(one.destination.item), error);
		}
	});
}

function renderOne(fetched: Fetched, context: RenderContext): Rendered {
	const { destination } = fetched;
	switch (fetched.kind) {
		case 'secret':
			return renderSecret(destination, fetched.secret, context);
		case 'attributes':
			return renderAttributes(destination, fetched.version);
		case 'certificate':
			return renderCertificate(destination, fetched, context);
		case 'key':
			return renderKey(destination, fetched.key);
		default:
			throw fetched satisfies never;
	}
}
