// Stands in for undici in the bundle (see "paths" in tsconfig.json): 1 MB that @actions/http-client loads for
// `getAgentDispatcher`, which serves `fetch` and is never called here.
export class ProxyAgent {
	constructor() {
		throw new Error('undici is not part of this bundle');
	}
}
