// Stands in for @actions/exec in the bundle (see "paths" in tsconfig.json). @actions/core needs it only for
// `platform.getDetails`, which describes the operating system by starting other programs and is never called.
export function getExecOutput() {
	throw new Error('@actions/exec is not part of this bundle');
}
