// Types for the part of oidc-provider that the judge uses, since the package has none.
declare module 'oidc-provider' {
	import type { IncomingMessage, ServerResponse } from 'node:http';

	/** A certified OpenID provider: https://github.com/panva/node-oidc-provider */
	export class Provider {
		constructor(issuer: string, configuration: object);
		callback(): (request: IncomingMessage, response: ServerResponse) => void;
		on(event: string, listener: (...details: readonly unknown[]) => void): this;
	}
}
