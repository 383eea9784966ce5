// Ports: everything that the core needs from the outside world, so that tests hand in their own.
import type { ActionError } from './errors.js';
import type { SecretBytes, SecretText } from './secret-text.js';

/** Time. All instants are milliseconds since 1970 (`Date.now`). */
export interface Clock {
	nowMs(): number;
	sleep(ms: number): Promise<void>;
}

/** Chance, for jitter: a number from 0 up to, not including, 1. */
export type RandomFraction = () => number;

/** So many random bytes, fit for cryptography. */
export type RandomBytes = (length: number) => Buffer;

/** Inputs and variables that a workflow gives the step. */
export interface StepInputs {
	/** The input's text, untrimmed; empty if it was left out. */
	input(name: string): string;
	/** An environment variable; undefined if it is unset or empty. */
	variable(name: string): string | undefined;
}

/** An annotation's level, as the runner names them. */
export type AnnotationLevel = 'error' | 'warning' | 'notice';

/** The step's log: everything goes to stdout, since a runner drains stderr first. */
export interface StepLog {
	info(line: string): void;
	/** Lines that are made and shown only if the runner's debug logging is on. */
	debug(lines: () => readonly string[]): void;
	annotate(level: AnnotationLevel, annotation: Annotation): void;
	/**
	 * Has the runner hide each of these texts, each of their lines and the derived forms. Resolves once standard output
	 * has taken every mask: until then nothing that holds one of the texts may be printed, sent or written.
	 * @throws ActionError if standard output does not take them
	 */
	mask(texts: readonly SecretText[]): Promise<void>;
}

/** A note that the runner shows at the top of the run. */
export interface Annotation {
	readonly title: string;
	readonly text: string;
}

/** A file through which a step hands something to the runner, by the variable that names it. */
export type RunnerFile = 'GITHUB_OUTPUT' | 'GITHUB_ENV' | 'GITHUB_STATE';

/** The files through which a step hands results to the runner. */
export interface StepFiles {
	/** Returns why this file cannot be written, naming its variable; undefined if it can. */
	problemOf(file: RunnerFile): string | undefined;
	setOutput(name: string, value: string): void;
	/** Sets a variable for the later steps of the job. */
	exportVariable(name: string, value: string): void;
	/** Keeps something for the post step of this action. */
	saveState(name: string, value: string): void;
	/** Remembers how long the file is; what is returned cuts it back to that. */
	mark(file: RunnerFile): () => void;
	/** Appends HTML to the job summary. Throws if there is no usable summary file. */
	writeSummary(html: string): Promise<void>;
}

/** Folders below `RUNNER_TEMP` that only this user may read, by their names. */
export interface PrivateFolders {
	/** Returns why none can be made, naming the variable; undefined if one can. */
	problem(): string | undefined;
	/** The path that a file of this name has or would have. */
	pathOf(folder: string, file: string): string;
	/** Makes a folder. Throws if there is anything of that name, even a link. */
	make(folder: string): void;
	/** Writes a new file into it: bytes, or texts one after the other. Throws if there is anything of that name. */
	write(folder: string, file: string, content: SecretBytes | Iterable<string>): void;
	/** Removes a folder with all in it, and no more: links are not followed. One that is not there is fine. */
	remove(folder: string): void;
}

/** Files of this user beyond the runner's folders, by their absolute paths. */
export interface UserFiles {
	/** Names in a folder; none if there is no such folder. */
	list(folder: string): readonly string[];
	/** Whether there is anything of this path. */
	exists(path: string): boolean;
	/** Makes a folder, and those above it that are not there, for this user alone. */
	makeFolder(path: string): void;
	/** Writes a new file for this user alone. False if there is anything of its name, even a link. */
	create(path: string, bytes: SecretBytes): boolean;
	/** Removes a file. One that is not there is fine. */
	remove(path: string): void;
	/** Removes an empty folder. One that is not there is fine. */
	removeFolder(path: string): void;
}

/** One HTTP request. Values that must not be seen are {@link SecretText}. */
export interface HttpRequest {
	readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
	readonly url: string;
	readonly headers: Readonly<Record<string, string | SecretText>>;
	readonly body?: SecretText;
}

/** One whole HTTP response; header names are lower case. */
export interface HttpResponse {
	readonly status: number;
	readonly headers: Readonly<Record<string, string>>;
	/** Decoded as UTF-8. May hold secrets: never part of a message. */
	readonly body: string;
	/** The `Retry-After` that was not waited for, since the step's time does not allow it. */
	readonly unmetWaitMs?: number;
}

/** Sends one request once. Rejects with a `TransportError` if no whole response came within `timeoutMs`. */
export type Transport = (request: HttpRequest, timeoutMs: number) => Promise<HttpResponse>;

/**
 * Opens so many connections to an https origin before there is a request for them: the next requests use them. Whether
 * that succeeds shows in those requests alone.
 */
export type ConnectAhead = (origin: string, count: number) => void;

/**
 * Until what has come in over the network is dealt with and what was asked for is on its way: one turn of the event loop.
 */
export type NextTurn = () => Promise<void>;

/** Network settings of the environment. */
export interface NetworkSettings {
	/** The proxy's password in each form in which it occurs. */
	readonly secrets: readonly SecretText[];
	/** Settings that are not obeyed. */
	readonly warnings: readonly Annotation[];
	/** The reason that no request can be sent. */
	readonly error: ActionError | undefined;
}

/** Result of a program. */
export interface ProgramResult {
	/** Undefined if a signal or the time limit ended it. */
	readonly exitCode: number | undefined;
	readonly stdout: string;
	readonly stderr: string;
}

/** Arguments, variables and limits of a program. */
export interface ProgramStart {
	readonly file: string;
	readonly args: readonly string[];
	/** Added to the step's own variables, of which a program gets none that is secret. */
	readonly variables?: Readonly<Record<string, string>>;
	/** Variables of the step that the program does not get either. */
	readonly withheld?: readonly string[];
	readonly timeoutMs: number;
}

/** Code of the error for a file that is over the limit; Node's own for it. */
export const FILE_TOO_LARGE = 'ERR_FS_FILE_TOO_LARGE';

/** The machine that the step runs on. */
export interface Machine {
	/** As `process.platform` names it. */
	readonly platform: string;
	/** A file's content, relative to the workspace. @throws Error with the system's code, or `FILE_TOO_LARGE` over `maxBytes` */
	readFile(path: string, maxBytes: number): Buffer;
	/** Whether there is anything of this path. */
	exists(path: string): boolean;
	/** Runs a program to its end, without a shell; undefined if there is no such program. */
	runProgram(start: ProgramStart): Promise<ProgramResult | undefined>;
}

/** All ports of a step. */
export interface Ports {
	readonly inputs: StepInputs;
	readonly log: StepLog;
	readonly files: StepFiles;
	readonly privateFolders: PrivateFolders;
	readonly userFiles: UserFiles;
	readonly network: NetworkSettings;
	readonly transport: Transport;
	readonly connectAhead: ConnectAhead;
	readonly nextTurn: NextTurn;
	/** For endpoints on the machine itself: http is allowed, and no proxy is used. */
	readonly localTransport: Transport;
	readonly machine: Machine;
	readonly clock: Clock;
	readonly randomFraction: RandomFraction;
	readonly randomBytes: RandomBytes;
}

/** The ports of the post step. */
export interface CleanUpPorts {
	/** Returns what the step has saved under this name; undefined if it has saved nothing. */
	savedState(name: string): string | undefined;
	readonly variable: StepInputs['variable'];
	readonly log: Pick<StepLog, 'info' | 'annotate'>;
	readonly privateFolders: Pick<PrivateFolders, 'remove' | 'pathOf'>;
	readonly userFiles: UserFiles;
	readonly machine: Machine;
}
