// An action's manifest as far as a runner needs it to start a step (actions/runner, src/Runner.Worker/ActionManifestManager.cs).
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** Parts of `action.yml` that a step needs. */
export interface ActionFile {
	/** Default by name as declared; empty if there is none. */
	readonly inputs: ReadonlyMap<string, string>;
	readonly outputs: readonly string[];
	/** The programs, relative to the manifest's folder. */
	readonly runs: { readonly using: string; readonly main: string; readonly post: string | undefined };
}

interface Manifest {
	readonly inputs?: Readonly<Record<string, { readonly default?: unknown } | null>>;
	readonly outputs?: Readonly<Record<string, unknown>>;
	readonly runs: { readonly using: string; readonly main: string; readonly post?: string };
}

/**
 * Reads a manifest.
 * @throws if a default is an expression, which only a runner can evaluate
 */
export function readActionFile(path: string): ActionFile {
	const { inputs = {}, outputs = {}, runs } = parse(readFileSync(path, 'utf8')) as Manifest;
	const defaults = Object.entries(inputs).map(([name, input]) => [name, asText(name, input?.default)] as const);
	return { inputs: new Map(defaults), outputs: Object.keys(outputs), runs: { post: undefined, ...runs } };
}

function asText(name: string, value: unknown): string {
	const text = value === undefined || value === null ? '' : String(value);
	if (text.includes('${{')) throw new Error(`The default of ${name} is an expression.`);
	return text;
}

/**
 * The variables that carry a step's inputs: one for each declared input, empty if neither the step nor the manifest
 * has a value. Names lose their spaces and keep their dashes.
 * @throws if an input is not declared, of which a runner would only warn
 */
export function inputVariables(
	{ inputs: declared }: ActionFile,
	given: Readonly<Record<string, string>>,
): Record<string, string> {
	const byName = new Map([...declared].map(([name, value]) => [name.toLowerCase(), value]));
	for (const [name, value] of Object.entries(given)) {
		if (!byName.has(name.toLowerCase())) throw new Error(`The input ${name} is not declared in the action's manifest.`);
		byName.set(name.toLowerCase(), value);
	}
	return Object.fromEntries(
		[...byName].map(([name, value]) => [`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`, value]),
	);
}
