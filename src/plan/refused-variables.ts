// Which variables a step must not set for those after it. Loaded if the outputs are to be variables.
import { BUILD_SYSTEMS } from './refused-variables/build-systems.js';
import { CLOUDS } from './refused-variables/clouds.js';
import { COMPILERS } from './refused-variables/compilers.js';
import { CONTAINERS } from './refused-variables/containers.js';
import { DATABASES } from './refused-variables/databases.js';
import { DESKTOP } from './refused-variables/desktop.js';
import { DOTNET } from './refused-variables/dotnet.js';
import { GO_AND_RUST } from './refused-variables/go-and-rust.js';
import { INFRASTRUCTURE } from './refused-variables/infrastructure.js';
import { JAVA } from './refused-variables/java.js';
import { NATIVE_PACKAGES } from './refused-variables/native-packages.js';
import { NETWORK } from './refused-variables/network.js';
import { NODE } from './refused-variables/node.js';
import { NODE_PACKAGES } from './refused-variables/node-packages.js';
import { OPERATING_SYSTEMS } from './refused-variables/operating-systems.js';
import { OTHER_LANGUAGES } from './refused-variables/other-languages.js';
import { PHP_AND_APPS } from './refused-variables/php-and-apps.js';
import { PYTHON } from './refused-variables/python.js';
import { PYTHON_PACKAGES } from './refused-variables/python-packages.js';
import { namesOf, type RefusedGroup } from './refused-variables/refused-group.js';
import { RUBY_AND_PERL } from './refused-variables/ruby-and-perl.js';
import { SCIENCE } from './refused-variables/science.js';
import { SCRIPT_TOOLS } from './refused-variables/script-tools.js';
import { SHELLS } from './refused-variables/shells.js';
import { VERSION_CONTROL } from './refused-variables/version-control.js';

/** Families whose every member is the runner's own or chooses what later steps run, and who says so. */
export const REFUSED_FAMILIES: readonly { readonly prefix: string; readonly readBy: string }[] = [
	{ prefix: 'GITHUB_', readBy: 'the runner, its actions and its tools' },
	{ prefix: 'RUNNER_', readBy: 'the runner, its actions and its tools' },
	{ prefix: 'ACTIONS_', readBy: 'the runner, its actions and its tools' },
	{ prefix: 'INPUT_', readBy: 'actions, whose inputs these are' },
	{ prefix: 'STATE_', readBy: 'post steps of actions, whose state these are' },
	{ prefix: 'BASH_FUNC_', readBy: 'Bash, which makes functions of them' },
	{ prefix: 'GIT_CONFIG_', readBy: 'Git, as settings' },
	{ prefix: 'NPM_CONFIG_', readBy: 'npm, as settings' },
];

/** Exact names, grouped by what reads them. */
export const REFUSED_GROUPS: readonly RefusedGroup[] = [
	...OPERATING_SYSTEMS,
	...NETWORK,
	...DESKTOP,
	...SHELLS,
	...SCRIPT_TOOLS,
	...BUILD_SYSTEMS,
	...COMPILERS,
	...NATIVE_PACKAGES,
	...GO_AND_RUST,
	...JAVA,
	...RUBY_AND_PERL,
	...NODE,
	...NODE_PACKAGES,
	...PYTHON,
	...PYTHON_PACKAGES,
	...DOTNET,
	...PHP_AND_APPS,
	...SCIENCE,
	...OTHER_LANGUAGES,
	...VERSION_CONTROL,
	...CONTAINERS,
	...CLOUDS,
	...INFRASTRUCTURE,
	...DATABASES,
];

let refused: ReadonlySet<string> | undefined;

/** Whether a variable of this name would change what later steps run, load, fetch or trust. Case does not count. */
export function isRefusedVariable(variable: string): boolean {
	const name = variable.toUpperCase();
	refused ??= new Set(REFUSED_GROUPS.flatMap(namesOf));
	return refused.has(name) || REFUSED_FAMILIES.some(({ prefix }) => name.startsWith(prefix));
}
