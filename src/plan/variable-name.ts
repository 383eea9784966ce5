// Outputs as environment variables: their names, and which names a step must not set for those after it.

/** Of a program's search path, start-up files, libraries and preloads, a tool's settings, or the runner's own. */
const REFUSED_NAMES: readonly string[] = [
	...['PATH', 'PATHEXT', 'COMSPEC', 'HOME', 'USERPROFILE', 'SHELL', 'SHELLOPTS', 'BASHOPTS', 'BASH_ENV', 'ENV', 'IFS'],
	...['PS4', 'PROMPT_COMMAND', 'ZDOTDIR', 'TMP', 'TEMP', 'TMPDIR', 'PSMODULEPATH', 'DOCKER_HOST'],
	...['JAVA_TOOL_OPTIONS', 'JDK_JAVA_OPTIONS', '_JAVA_OPTIONS', 'MAVEN_OPTS', 'AZURE_AUTHORITY_HOST'],
];

const REFUSED_PREFIXES: readonly string[] = [
	...['BASH_FUNC_', 'LD_', 'DYLD_', 'NODE_', 'NPM_CONFIG_', 'PYTHON', 'PIP_', 'PERL5', 'RUBY', 'GO', 'CARGO_'],
	...['DOTNET_', 'CORECLR_', 'COMPLUS_', 'GIT_', 'SSL_CERT_', 'OPENSSL_', 'IDENTITY_', 'MSI_', 'AZURE_POD_'],
	...['GITHUB_', 'RUNNER_', 'ACTIONS_', 'INPUT_', 'STATE_'],
];

const REFUSED_SUFFIXES: readonly string[] = ['_PROXY'];

/** The variable of an output: upper case, with `_` for each hyphen. */
export function variableNameOf(output: string): string {
	return output.toUpperCase().replaceAll('-', '_');
}

/** Would a variable of this name, in upper case, change how later steps run? */
export function changesLaterSteps(variable: string): boolean {
	return (
		REFUSED_NAMES.includes(variable) ||
		REFUSED_PREFIXES.some((prefix) => variable.startsWith(prefix)) ||
		REFUSED_SUFFIXES.some((suffix) => variable.endsWith(suffix))
	);
}
