// Stands in for undici in the bundle (see "paths" in tsconfig.json). @actions/http-client needs undici's ProxyAgent
// only to build a dispatcher for fetch; this project sends through node:https agents and never asks for one.
export class ProxyAgent {
	constructor() {
		throw new Error('undici is not part of this bundle');
	}
}
