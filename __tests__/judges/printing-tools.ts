// Output of real tools for many values: one process per tool, so that thousands of values take seconds.
import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** Output of a tool for each value, in their order: by the name of the form. */
export type Printed = Readonly<Record<string, readonly string[]>>;

/** A tool that prints values. */
export interface PrintingTool {
	readonly name: string;
	/** Why it is skipped, or false. */
	readonly skip: string | false;
	print(values: readonly string[]): Promise<Printed>;
}

const ENV = { ...process.env, LC_ALL: 'C.UTF-8', PYTHONUTF8: '1' };
const MAX_BUFFER = 1 << 30;

function unless(program: string, ...args: readonly string[]): string | false {
	return spawnSync(program, args).status === 0 ? false : `${program} is not here`;
}

async function inFolder<T>(act: (folder: string) => Promise<T>): Promise<T> {
	const folder = mkdtempSync(join(tmpdir(), 'printing-tools-'));
	try {
		return await act(folder);
	} finally {
		rmSync(folder, { recursive: true });
	}
}

async function run(program: string, args: readonly string[], cwd: string): Promise<string> {
	const { stdout } = await promisify(execFile)(program, args, { cwd, env: ENV, maxBuffer: MAX_BUFFER });
	return stdout;
}

/** A script that reads the array `values.json` and prints an array of objects: the forms of each value by name. */
function scripted(name: string, program: string, args: readonly string[]): PrintingTool {
	return {
		name,
		skip: unless(program, '--version'),
		print: (values) =>
			inFolder(async (folder) => {
				writeFileSync(join(folder, 'values.json'), JSON.stringify(values));
				return byForm(JSON.parse(await run(program, args, folder)));
			}),
	};
}

function byForm(printed: readonly Readonly<Record<string, string>>[]): Printed {
	const names = Object.keys(printed[0] ?? {});
	return Object.fromEntries(names.map((name) => [name, printed.map((one) => one[name] ?? '')]));
}

const JQ = '[.[] | {"@uri": @uri, tojson: tojson, "@sh": @sh, "@base64": @base64}]';

const PYTHON = `
import base64, json, urllib.parse
def forms(v):
    b = v.encode()
    return {
        'quote': urllib.parse.quote(v),
        'urlencode': urllib.parse.urlencode({'': v})[1:],
        'json.dumps': json.dumps(v)[1:-1],
        'json.dumps, not ASCII alone': json.dumps(v, ensure_ascii=False)[1:-1],
        'b64encode': base64.b64encode(b).decode(),
        'encodebytes': base64.encodebytes(b).decode(),
        'urlsafe_b64encode': base64.urlsafe_b64encode(b).decode(),
    }
print(json.dumps([forms(v) for v in json.load(open('values.json', encoding='utf-8'))]))
`;

const NODE = `
const values = JSON.parse(require('fs').readFileSync('values.json', 'utf8'));
console.log(JSON.stringify(values.map((v) => ({
	encodeURIComponent: encodeURIComponent(v),
	URLSearchParams: new URLSearchParams({ '': v }).toString().slice(1),
	'JSON.stringify': JSON.stringify(v).slice(1, -1),
	base64url: Buffer.from(v).toString('base64url'),
}))));
`;

/** Texts of the shell with NUL between them. */
function shell(name: string, script: string, read: (folder: string, stdout: string) => Printed): PrintingTool {
	return {
		name,
		skip: unless('bash', '--version') || unless('base64', '--version'),
		print: (values) =>
			inFolder(async (folder) => {
				writeFileSync(join(folder, 'values'), values.map((value) => `${value}\0`).join(''));
				return read(folder, await run('bash', ['-c', script], folder));
			}),
	};
}

const BASE64 = [
	'base64',
	'base64 of echo',
	'base64 with CRLF',
	'base64 -w0 behind a user',
	'base64 -w0 of JSON',
	'base64 -w64',
];
const BASE64_SCRIPT = `while IFS= read -r -d '' v; do
	printf %s "$v" | base64; printf '\\0'
	echo "$v" | base64; printf '\\0'
	printf '%s\\r\\n' "$v" | base64; printf '\\0'
	printf 'user:%s' "$v" | base64 -w0; printf '\\0'
	printf '{"a":"%s"}' "$v" | base64 -w0; printf '\\0'
	echo "$v" | base64 -w64; printf '\\0'
done <values`;

function readBase64(_: string, stdout: string): Printed {
	const texts = stdout.split('\0').slice(0, -1);
	return Object.fromEntries(
		BASE64.map((name, form) => [name, texts.filter((_text, index) => index % BASE64.length === form)]),
	);
}

const TRACE_SCRIPT = `exec 9>trace; BASH_XTRACEFD=9
while IFS= read -r -d '' v; do set -x; : MARK "$v"; { set +x; } 9>/dev/null; done <values`;

function readTrace(folder: string): Printed {
	const [, ...traces] = readFileSync(join(folder, 'trace'), 'utf8').split(/^\++ : MARK /m);
	return { 'set -x': traces.map((trace) => trace.replace(/\n\+ set \+x\n$/, '').replace(/\n$/, '')) };
}

// One request with all values, to a server that hands on what it was sent.
const CURL: PrintingTool = {
	name: 'curl',
	skip: unless('curl', '--version'),
	print: (values) =>
		inFolder(async (folder) => {
			let body = '';
			const server = createServer((request, response) => {
				request.setEncoding('utf8').on('data', (chunk: string) => {
					body += chunk;
				});
				request.on('end', () => response.end());
			});
			await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
			const options = values.map((value, index) => {
				writeFileSync(join(folder, `${index}`), value);
				return `data-urlencode = "v@${index}"`;
			});
			writeFileSync(join(folder, 'options'), options.join('\n'));
			const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
			await run('curl', ['--silent', '--noproxy', '*', '--config', 'options', url], folder);
			server.close();
			return { '--data-urlencode': body.split('&').map((pair) => pair.slice('v='.length)) };
		}),
};

export const TOOLS: readonly PrintingTool[] = [
	shell('base64', BASE64_SCRIPT, readBase64),
	scripted('jq', 'jq', [JQ, 'values.json']),
	scripted('python3', 'python3', ['-c', PYTHON]),
	scripted('node', process.execPath, ['-e', NODE]),
	CURL,
	shell('bash -x', TRACE_SCRIPT, readTrace),
];
