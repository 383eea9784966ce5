// The program of the root action's post step. It does without the toolkit, which would load all of http.
import { cleanUp } from '../flow/clean-up.js';
import { privateFolders, realMachine, userFiles } from './real-machine.js';

// Nobody may be there to read: what was left is removed all the same.
process.stdout.on('error', () => undefined);

// A job that is cancelled by now wants an end, and gets it in a moment, but no secrets left: what takes too long, a runner
// ends by force.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined);

function print(line: string): void {
	process.stdout.write(`${line}\n`);
}

cleanUp({
	savedState: (name) => process.env[`STATE_${name}`] || undefined,
	variable: (name) => process.env[name] || undefined,
	privateFolders,
	userFiles,
	machine: realMachine,
	// Nothing of what is printed needs escaping: the texts are the action's own.
	log: { info: print, annotate: (level, { title, text }) => print(`::${level} title=${title}::${text}`) },
}).catch(() => print('::warning::Cleaning up ended early.'));
