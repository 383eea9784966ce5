// What the stand-ins for the ports remember.
import type { AnnotationLevel } from '../../src/ports.js';

/** Something that a port was asked to do, for tests of the order of things; secrets stand here as they are. */
export interface PortEvent {
	readonly kind:
		| 'info'
		| 'debug'
		| AnnotationLevel
		| 'mask'
		| 'output'
		| 'variable'
		| 'state'
		| 'folder'
		| 'file'
		| 'remove'
		| 'take-back'
		| 'summary'
		| 'connect-ahead'
		| 'request';
	/** The line, mask, value or URL. */
	readonly text: string;
	/** An output's name, an annotation's title or a file's path. */
	readonly name?: string;
}
