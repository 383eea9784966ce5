// Stands in for @actions/http-client in the bundle (see "paths" in tsconfig.json). @actions/core needs it only to ask for
// ID tokens, which this project does by itself; of the package, only its rules for proxies are used.
export class HttpClient {
	constructor() {
		throw new Error('@actions/http-client is not part of this bundle');
	}
}

export class BearerCredentialHandler {
	constructor() {
		throw new Error('@actions/http-client is not part of this bundle');
	}
}
