// Names of files that leave the step.

/** On Windows these are devices, whatever stands after the first dot (learn.microsoft.com/windows/win32/fileio/naming-a-file). */
const DEVICE = /^_*(?:con|prn|aux|nul|com[0-9]|lpt[0-9])$/i;

/**
 * The file of an output, e.g. `NAME.pfx`. What is a device on Windows gets a leading `_`, and so does what would then be
 * the same.
 * @param extension with its dot; empty for none
 */
export function fileNameOf(output: string, extension = ''): string {
	return `${DEVICE.test(output) ? '_' : ''}${output}${extension}`;
}
