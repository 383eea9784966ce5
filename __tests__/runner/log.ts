// A step's log as a runner writes it from what the process prints (actions/runner, src/Runner.Worker/ActionCommandManager.cs
// and ExecutionContext.cs). Lines have the form of the web page: `Error: …`, `Warning: …`, `Notice: …`, `##[debug]…`,
// `##[group]…`. Not modelled: problem matchers, time stamps.
import { type Command, parseCommand } from './command.js';
import { trim } from './culture.js';
import { Masker } from './masker.js';

/** Annotation that a runner shows at the top of the run. */
export interface LoggedAnnotation {
	readonly level: 'error' | 'warning' | 'notice';
	/** As it was printed: of an annotation a runner masks the message alone. */
	readonly title: string;
	readonly message: string;
}

/** A runner keeps so many annotations of a level for a step. */
const MAX_ANNOTATIONS = 10;

/** A runner cuts an annotation's message, once masked, to so many UTF-16 units. */
const MAX_MESSAGE_LENGTH = 4096;

/** Shorter tokens of `stop-commands` are not masked. */
const MAX_PLAIN_TOKEN_LENGTH = 6;

/** Commands whose use is a fault of the action: a value was printed, or nothing that it needs. */
const FAULTY_COMMANDS = ['set-output', 'save-state', 'set-env', 'add-path', 'add-matcher', 'remove-matcher'];
const LEVELS = { error: 'Error: ', warning: 'Warning: ', notice: 'Notice: ' };
const COMMANDS = [
	'add-mask',
	'debug',
	'echo',
	'endgroup',
	'group',
	'stop-commands',
	...Object.keys(LEVELS),
	...FAULTY_COMMANDS,
];

/** One step's log. The masker is the job's: hand it on to the next step. */
export class RunnerLog {
	readonly masker: Masker;
	readonly #debug: boolean;
	readonly #known = new Set(COMMANDS);
	readonly #lines: string[] = [];
	readonly #annotations: LoggedAnnotation[] = [];
	readonly #faults: string[] = [];
	#echo: boolean;
	#stopToken: string | undefined;

	constructor({ debug = false, masker = new Masker() }: { readonly debug?: boolean; readonly masker?: Masker } = {}) {
		this.masker = masker;
		this.#debug = debug;
		this.#echo = debug;
	}

	/** The lines that a user sees. */
	get lines(): readonly string[] {
		return this.#lines;
	}

	get annotations(): readonly LoggedAnnotation[] {
		return this.#annotations;
	}

	/** Mistakes that no action should make, without the values concerned. */
	get faults(): readonly string[] {
		return this.#faults;
	}

	/** All that a process printed. A runner drains stderr first, and here all of it comes before stdout: the worst order. */
	readProcess({ stdout, stderr }: { readonly stdout: string; readonly stderr: string }): void {
		for (const stream of [stderr, stdout]) for (const line of splitLines(dropMark(stream))) this.readLine(line);
	}

	/** One line of the process. */
	readLine(line: string): void {
		const command = parseCommand(line, this.#known);
		if (command === undefined || !this.#process(command, line)) this.#write('', line);
	}

	/** An annotation, from a command or the runner's own. */
	annotate({ level, title, message }: LoggedAnnotation): void {
		const masked = this.masker.mask(message).slice(0, MAX_MESSAGE_LENGTH);
		if (this.#annotations.filter((one) => one.level === level).length < MAX_ANNOTATIONS) {
			this.#annotations.push({ level, title, message: masked });
		}
		if (masked !== '') this.#write(`##[${level}]`, masked);
	}

	/** Records a fault; the text must not hold a value. */
	addFault(fault: string): void {
		this.#faults.push(fault);
	}

	/** True if the line was used up. */
	#process(command: Command, line: string): boolean {
		const { name, data } = command;
		if (this.#stopToken !== undefined) return this.#resume(name, line);
		if (name === 'stop-commands') {
			this.#stop(data);
			this.#write('', line);
			return true;
		}
		if (this.#echo && ['group', 'endgroup', 'echo', ...FAULTY_COMMANDS].includes(name)) this.#write('', line);
		if (FAULTY_COMMANDS.includes(name)) this.addFault(`The process printed the command ${name}.`);
		this.#obey(command);
		return true;
	}

	#obey({ name, properties, data }: Command): void {
		switch (name) {
			case 'add-mask':
				this.#addMask(data);
				break;
			case 'error':
			case 'warning':
			case 'notice':
				this.annotate({ level: name, title: properties.get('title') ?? '', message: data });
				break;
			case 'debug':
				if (this.#debug) for (const one of data.split(/\r?\n/)) this.#write('##[debug]', one);
				break;
			case 'group':
				this.#write('', `##[group]${data}`);
				break;
			case 'endgroup':
				this.#write('', '##[endgroup]');
				break;
			case 'echo':
				this.#echo = data.trim().toLowerCase() === 'on';
				break;
			default: // one of the faulty commands
		}
	}

	#addMask(data: string): void {
		if (trim(data) === '') {
			const message = "Can't add secret mask for empty string in ##[add-mask] command.";
			this.annotate({ level: 'warning', title: '', message });
			return;
		}
		if (this.#echo) this.#write('', '::add-mask::***');
		this.masker.add(data);
		for (const line of data.split(/[\r\n]/)) this.masker.add(trim(line));
	}

	#stop(token: string): void {
		if (token === '' || token.toLowerCase() === 'pause-logging' || this.#known.has(token.toLowerCase())) {
			this.addFault('The process printed stop-commands with a token that a runner refuses.');
			return;
		}
		this.#stopToken = token.toLowerCase();
		this.#known.add(this.#stopToken);
		if (token.length > MAX_PLAIN_TOKEN_LENGTH) this.masker.add(token);
	}

	#resume(name: string, line: string): boolean {
		if (name !== this.#stopToken) return false;
		this.#known.delete(name);
		this.#stopToken = undefined;
		this.#write('', line);
		return true;
	}

	// A text of several lines is masked in one piece.
	#write(tag: '' | '##[debug]' | `##[${LoggedAnnotation['level']}]`, text: string): void {
		const masked = this.masker.mask(`${tag}${text}`);
		const shown = masked.replace(
			/^##\[(error|warning|notice)\]/,
			(_, level: LoggedAnnotation['level']) => LEVELS[level],
		);
		this.#lines.push(...shown.split(/\r\n|\r|\n/));
	}
}

/** Takes a byte order mark off the start of a stream, as StreamReader does. */
export function dropMark(stream: string): string {
	return stream.startsWith('\ufeff') ? stream.slice(1) : stream;
}

/** The lines of a stream as .NET's `StreamReader.ReadLine` gives them: CR, LF and CRLF end one. */
export function splitLines(text: string): readonly string[] {
	const lines = text.split(/\r\n|\r|\n/);
	if (lines.at(-1) === '') lines.pop();
	return lines;
}
