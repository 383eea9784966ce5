// Removes the folders named on the command line, so that no stale output survives a renamed source file.
import { rmSync } from 'node:fs';

for (const folder of process.argv.slice(2)) rmSync(folder, { recursive: true, force: true });
