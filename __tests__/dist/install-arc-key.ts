// A key file where the agent of Azure Arc keeps its own: the only folder that the action reads from.
import { mkdirSync, mkdtempSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** The file, and what goes with it. */
export interface ArcKey {
	readonly path: string;
	/** For the step. */
	readonly env: Readonly<Record<string, string>>;
	/** Removes the file, and the folders that were made for it. */
	remove(): void;
}

/** Undefined if the folder cannot be written, which on Linux takes root; Windows takes it from a variable. */
export function installArcKey(key: string): ArcKey | undefined {
	const name = `test-${process.pid}-${Date.now()}.key`;
	if (process.platform === 'win32') {
		const programData = mkdtempSync(join(tmpdir(), 'program-data-'));
		const path = join(programData, 'AzureConnectedMachineAgent', 'Tokens', name);
		mkdirSync(dirname(path), { recursive: true });
		writeFileSync(path, key);
		const remove = () => rmSync(programData, { recursive: true });
		return { path, env: { ProgramData: programData }, remove };
	}
	const path = `/var/opt/azcmagent/tokens/${name}`;
	try {
		const made = mkdirSync(dirname(path), { recursive: true });
		writeFileSync(path, key, { mode: 0o600 });
		return { path, env: {}, remove: () => removeFile(path, made) };
	} catch {
		return undefined;
	}
}

// `made` is the topmost folder that was not there before.
function removeFile(path: string, made: string | undefined): void {
	rmSync(path);
	for (let folder = dirname(path); made !== undefined && folder.startsWith(made); folder = dirname(folder)) {
		rmdirSync(folder);
	}
}
