// The environment of a program that the step starts: what it needs to run, and none of the step's secrets.

/** Of the runner and its actions: inputs, tokens, what was saved for a post step. */
const FAMILIES = /^(?:INPUT|ACTIONS|STATE)_/;

/** What else is secret and what no program that is started reads; and the file to which Python writes the keys of TLS. */
const SECRETS = new Set([
	'AZURE_CLIENT_SECRET',
	'AZURE_CLIENT_CERTIFICATE_PASSWORD',
	'GITHUB_TOKEN',
	'GH_TOKEN',
	'NODE_AUTH_TOKEN',
	'SSLKEYLOGFILE',
]);

/**
 * Returns the step's own variables, less its secrets in whatever case, and those that are added for the program. Windows
 * takes names that differ in case for one, and a program gets the first of them: there those that are replaced must go.
 */
export function childEnvironment(
	own: NodeJS.ProcessEnv,
	added: Readonly<Record<string, string>>,
	platform: string,
): NodeJS.ProcessEnv {
	const replaced = new Set(platform === 'win32' ? Object.keys(added).map((name) => name.toUpperCase()) : []);
	const kept = Object.entries(own).filter(([name]) => {
		const upper = name.toUpperCase();
		return !FAMILIES.test(upper) && !SECRETS.has(upper) && !replaced.has(upper);
	});
	return { ...Object.fromEntries(kept), ...added };
}
