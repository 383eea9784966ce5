// The set action: sign-in inputs -> everything else, which is loaded while they are read, and so stands elsewhere.
import { settle } from '../errors.js';
import { decideCredential } from '../flow/open-session.js';
import { runStory } from '../flow/step-frame.js';
import type { Ports } from '../ports.js';

/** Runs the set action. True if every line was written or needed no writing; if not, the annotations say why. */
export function setObjects(ports: Ports): Promise<boolean> {
	return runStory(ports, async () => {
		const loading = import('./set-and-export.js');
		const credential = await settle(decideCredential(ports));
		const { setAndExport } = await loading;
		await setAndExport(ports, credential);
	});
}
