// One step of a job, started, read and judged as a GitHub Actions runner does.
import { dirname, join } from 'node:path';
import { type ActionFile, inputVariables, readActionFile } from './action-file.js';
import { collectPairs, parseCommandFile } from './command-files.js';
import { type LoggedAnnotation, RunnerLog, splitLines } from './log.js';
import type { Masker } from './masker.js';
import { makeEnvironment, repositoryRoot } from './step-environment.js';
import { type FileVariable, makeStepFolders } from './step-folders.js';
import { ownSystem, type StepSystem } from './step-system.js';

/** A step of a workflow. */
export interface Step {
	/** The manifest, relative to the repository's root; `action.yml` if left out. */
	readonly action?: string;
	/** The program, relative to the repository's root; the manifest's `main` (`post` after it) if left out. */
	readonly main?: string;
	/** Earlier result of this step: its post step is run, with the state, masks and RUNNER_TEMP that are left of it. */
	readonly after?: StepResult;
	/** The Node that runs it; this process's own if left out. */
	readonly node?: string;
	/** The system that runs it, with its own Node; this machine if left out. */
	readonly system?: StepSystem;
	/** The step's `with:`; the manifest's defaults fill it up. */
	readonly inputs: Readonly<Record<string, string>>;
	/** The step's `env:`. Unlike on a runner it may replace the runner's own variables, so that tests can spoil them. */
	readonly env?: Readonly<Record<string, string>>;
	/** Runs with step debug logging. */
	readonly debug?: boolean;
	/** Variables of the runner that are left unset. */
	readonly without?: readonly (FileVariable | 'RUNNER_TEMP')[];
	/** Kills the process after so long; a minute if left out. */
	readonly timeoutMs?: number;
	/** The job is cancelled once the step has printed this. */
	readonly cancelOn?: string;
	/** The job's masks, if an earlier step has registered some. */
	readonly masker?: Masker;
}

/** Result of a step. */
export interface StepResult {
	/** Null if a signal ended the process. */
	readonly exitCode: number | null;
	readonly signal: NodeJS.Signals | null;
	/** As the process wrote it, unmasked. */
	readonly stdout: string;
	readonly stderr: string;
	/** Lines that a user sees, masked. */
	readonly log: readonly string[];
	readonly annotations: readonly LoggedAnnotation[];
	readonly outputs: Readonly<Record<string, string>>;
	/** Variables that later steps find in their environment. */
	readonly environment: Readonly<Record<string, string>>;
	/** Values that the post step finds as `STATE_…`. */
	readonly state: Readonly<Record<string, string>>;
	/** Masked line by line; empty if it is over the runner's limit. */
	readonly summary: string;
	/** The content of GITHUB_OUTPUT as the process left it. */
	readonly rawOutputFile: string;
	readonly masker: Masker;
	/** RUNNER_TEMP with what the process left there. */
	readonly temp: string;
	/** Mistakes that no action should make, and the reasons why the runner fails the step whatever the exit code. */
	readonly faults: readonly string[];
	/** Removes the step's folders; without it they go at the end of this process. */
	dispose(): void;
}

const MAX_SUMMARY_BYTES = 1024 * 1024;
const DEFAULT_TIMEOUT_MS = 60_000;

/**
 * Runs a step.
 * @throws if an input is not declared, Node cannot be started or there is no post step
 */
export async function runStep(step: Step): Promise<StepResult> {
	const actionPath = join(repositoryRoot, step.action ?? 'action.yml');
	const action = readActionFile(actionPath);
	const system = step.system ?? ownSystem(step.node);
	const folders = makeStepFolders(step.after?.temp, system.folder);
	const { timedOut, ...child } = await system.run(programOf(step, actionPath, action), {
		cwd: folders.workspace,
		env: {
			...makeEnvironment(step, folders, system),
			...inputVariables(action, step.inputs),
			...stateVariables(step),
			...step.env,
		},
		timeoutMs: step.timeoutMs ?? DEFAULT_TIMEOUT_MS,
		...(step.cancelOn !== undefined && { cancelOn: step.cancelOn }),
	});
	const masker = step.after?.masker ?? step.masker;
	const log = new RunnerLog({
		...(step.debug !== undefined && { debug: step.debug }),
		...(masker !== undefined && { masker }),
	});
	log.readProcess(child);
	if (timedOut) log.addFault('The process did not end in time.');
	const files = folders.takeFiles();
	const reader = { log, platform: system.platform };
	return {
		...child,
		outputs: readOutputs(files.GITHUB_OUTPUT, reader),
		environment: readEnvironment(files.GITHUB_ENV, reader),
		state: collectPairs(readPairs('state', files.GITHUB_STATE, reader), true),
		summary: readSummary(files.GITHUB_STEP_SUMMARY, log),
		rawOutputFile: files.GITHUB_OUTPUT,
		masker: log.masker,
		temp: folders.temp,
		log: log.lines,
		annotations: log.annotations,
		faults: log.faults,
		dispose: folders.dispose,
	};
}

function programOf({ main, after }: Step, actionPath: string, { runs }: ActionFile): string {
	if (main !== undefined) return join(repositoryRoot, main);
	const program = after === undefined ? runs.main : runs.post;
	if (program === undefined) throw new Error('The action has no post step.');
	return join(dirname(actionPath), program);
}

// Returns the saved state as variables, whose names keep their case.
function stateVariables({ after }: Step): Record<string, string> {
	return Object.fromEntries(Object.entries(after?.state ?? {}).map(([name, value]) => [`STATE_${name}`, value]));
}

type Pairs = readonly (readonly [name: string, value: string])[];

/** Who reads the files of a step. */
interface Reader {
	readonly log: RunnerLog;
	readonly platform: NodeJS.Platform;
}

function readPairs(kind: 'output' | 'env' | 'state', content: string, { log, platform }: Reader): Pairs {
	const { pairs, error } = parseCommandFile(content, platform);
	if (error !== undefined) failFile(kind, error, log);
	return pairs;
}

function failFile(kind: string, error: string, log: RunnerLog): void {
	const message = `Unable to process file command '${kind}' successfully.`;
	for (const text of [message, error]) log.annotate({ level: 'error', title: '', message: text });
	log.addFault(message);
}

// Setting an output without a name is what fails, and what follows it is not read.
function readOutputs(content: string, reader: Reader): Record<string, string> {
	const pairs = readPairs('output', content, reader);
	const nameless = pairs.findIndex(([name]) => name === '');
	if (nameless >= 0) failFile('output', "Value cannot be null. (Parameter 'name')", reader.log);
	return collectPairs(nameless >= 0 ? pairs.slice(0, nameless) : pairs, true);
}

function readEnvironment(content: string, reader: Reader): Record<string, string> {
	const { log, platform } = reader;
	const pairs = readPairs('env', content, reader);
	const isRefused = ([name]: Pairs[number]) => name.toUpperCase() === 'NODE_OPTIONS';
	for (const _ of pairs.filter(isRefused)) {
		const message = "Can't store NODE_OPTIONS output parameter using '$GITHUB_ENV' command.";
		log.annotate({ level: 'error', title: '', message });
		log.addFault(message);
	}
	return collectPairs(
		pairs.filter((pair) => !isRefused(pair)),
		platform === 'win32',
	);
}

function readSummary(content: string, log: RunnerLog): string {
	const bytes = Buffer.byteLength(content);
	if (bytes > MAX_SUMMARY_BYTES) {
		const message = `$GITHUB_STEP_SUMMARY upload aborted, supports content up to a size of ${MAX_SUMMARY_BYTES / 1024}k, got ${Math.floor(bytes / 1024)}k.`;
		log.annotate({ level: 'error', title: '', message });
		log.addFault('The summary is over the limit.');
		return '';
	}
	return splitLines(content)
		.map((line) => `${log.masker.mask(line)}\n`)
		.join('');
}
