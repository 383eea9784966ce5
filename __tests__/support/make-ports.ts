// Stand-ins for the ports: each answers as told and remembers what was asked of it. Nothing here waits or reaches out.
import { masksNotTaken } from '../../src/export/step-log.js';
import type {
	Annotation,
	AnnotationLevel,
	Clock,
	HttpRequest,
	HttpResponse,
	Machine,
	Ports,
	StepInputs,
	StepLog,
	Transport,
} from '../../src/ports.js';
import type { PortEvent } from './port-event.js';
import { type FileFaults, makeFiles, makePrivateFolders } from './runner-files.js';
import { makeUserFiles } from './user-files.js';

type Texts = Readonly<Record<string, string>>;

/** Inputs and variables as given, and every other one empty, as a runner does it. */
export function makeInputs(inputs: Texts = {}, variables: Texts = {}): StepInputs {
	return {
		input: (name) => inputs[name] ?? '',
		variable: (name) => variables[name] || undefined,
	};
}

/** A clock that stands still except for `advance` and for sleeping, which takes no time outside. */
export function makeClock(startMs = Date.UTC(2026, 0, 1)) {
	let nowMs = startMs;
	const sleeps: number[] = [];
	const advance = (ms: number): void => {
		nowMs += ms;
	};
	const clock: Clock = {
		nowMs: () => nowMs,
		sleep: async (ms) => {
			sleeps.push(ms);
			advance(ms);
		},
	};
	return { clock, advance, sleeps };
}

/**
 * A log that keeps everything; `masks` holds the texts themselves, once they are delivered. That takes a turn of the event
 * loop, in which whoever does not wait does what must come after.
 */
export function makeLog(events: PortEvent[] = []) {
	const delivered = () => new Promise<void>((resolve) => setImmediate(resolve));
	let calls = 0;
	let unreadFrom = Number.POSITIVE_INFINITY;
	/** From the n-th call of `mask` on, counted from 1, nobody reads the log. */
	const stopReadingAt = (n: number): void => {
		unreadFrom = n;
	};
	const lines: string[] = [];
	const debugLines: string[] = [];
	const annotations: (Annotation & { readonly level: AnnotationLevel })[] = [];
	const masks: string[] = [];
	const log: StepLog = {
		info: (line) => {
			lines.push(line);
			events.push({ kind: 'info', text: line });
		},
		debug: (lines) => {
			for (const line of lines()) {
				debugLines.push(line);
				events.push({ kind: 'debug', text: line });
			}
		},
		annotate: (level, { title, text }) => {
			annotations.push({ level, title, text });
			events.push({ kind: level, name: title, text });
		},
		mask: async (texts) => {
			if (texts.length === 0) return;
			calls += 1;
			await delivered();
			if (calls >= unreadFrom) throw masksNotTaken();
			for (const text of texts) {
				masks.push(text.reveal());
				events.push({ kind: 'mask', text: text.reveal() });
			}
		},
	};
	return { log, lines, debugLines, annotations, masks, delivered, stopReadingAt };
}

/** A machine with these files, on which each program comes to what `run` says. */
export function makeMachine(
	files: Readonly<Record<string, string | Buffer>> = {},
	{ platform = 'linux', run }: { readonly platform?: string; readonly run?: Machine['runProgram'] } = {},
): Machine {
	return {
		platform,
		readFile: (path, maxBytes) => {
			const content = files[path];
			if (content === undefined) throw Object.assign(new Error(`ENOENT: ${path}`), { code: 'ENOENT' });
			if (content.length > maxBytes) throw Object.assign(new Error(path), { code: 'ERR_FS_FILE_TOO_LARGE' });
			return Buffer.from(content);
		},
		exists: (path) => path in files,
		runProgram: run ?? (async () => undefined),
	};
}

/** What a scripted request comes to: a response, or an error that is thrown. */
export type Answer = HttpResponse | Error;

/** Answers in turn, or each request by itself. A request beyond the list's end is a failure of the test. */
export type Script =
	| readonly Answer[]
	| ((request: HttpRequest, timeoutMs: number, index: number) => Answer | Promise<Answer>);

/** A transport that answers from the script. */
export function scriptTransport(script: Script) {
	const requests: HttpRequest[] = [];
	const timeoutsMs: number[] = [];
	const transport: Transport = async (request, timeoutMs) => {
		const index = requests.length;
		requests.push(request);
		timeoutsMs.push(timeoutMs);
		const answer = typeof script === 'function' ? await script(request, timeoutMs, index) : script[index];
		if (answer === undefined) throw new Error(`No answer is scripted for request ${index + 1}, to ${request.url}`);
		if (answer instanceof Error) throw answer;
		return answer;
	};
	return { transport, requests, timeoutsMs };
}

/** A response; a body that is no text becomes JSON, and header names lower case. */
export function response(status: number, body: string | object = '', headers: Texts = {}): HttpResponse {
	return {
		status,
		headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])),
		body: typeof body === 'string' ? body : JSON.stringify(body),
	};
}

/**
 * All ports, and what they remember. Ports that are handed in take the place of these; `requests` and the request
 * events are kept for any transport.
 */
export function makePorts(overrides: Partial<Ports> = {}, faults: FileFaults = {}) {
	const events: PortEvent[] = [];
	const requests: HttpRequest[] = [];
	const time = makeClock();
	const log = makeLog(events);
	const files = makeFiles(faults, events);
	const folders = makePrivateFolders(faults.folderProblem, events);
	const user = makeUserFiles({}, events);
	const inner = overrides.transport ?? scriptTransport([]).transport;
	const ports: Ports = {
		inputs: makeInputs(),
		log: log.log,
		files: files.files,
		privateFolders: folders.privateFolders,
		userFiles: user.userFiles,
		network: { secrets: [], warnings: [], error: undefined },
		nextTurn: () => Promise.resolve(),
		connectAhead: (origin, count) => {
			events.push({ kind: 'connect-ahead', text: origin, name: `${count}` });
		},
		localTransport: scriptTransport([]).transport,
		machine: { ...makeMachine(), readFile: user.readFile },
		clock: time.clock,
		randomFraction: () => 0.5,
		randomBytes: (length) => Buffer.alloc(length, 0x5a),
		...overrides,
		transport: (request, timeoutMs) => {
			requests.push(request);
			events.push({ kind: 'request', text: request.url });
			return inner(request, timeoutMs);
		},
	};
	return { ports, events, requests, time, log, files, folders, user };
}
