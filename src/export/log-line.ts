// A line of the log, which a runner must not take for a command of its own.

/**
 * The text as one line that stays one and means nothing: a runner obeys `::name::` at the start of a line and, in an
 * older form, `##[name]` anywhere in it (actions/runner, src/Runner.Common/ActionCommand.cs). Control characters, and
 * those that hide in a text or turn its direction, become question marks.
 */
export function toLogLine(text: string): string {
	// As almost every line is: the expressions below take a while to get ready.
	if (/^(?!\s*::)[\x20-\x7e\u2192]*$/.test(text) && !text.includes('##[')) return text;
	return text
		.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '?')
		.replaceAll('##[', '## [')
		.replace(/^(\p{White_Space}*:):/u, '$1 :');
}

/**
 * Returns the text as a mask that a runner takes for one. It looks for the second `::` of a command as people see text,
 * so a combining mark after the colons is one character with them and there is no command: the line would be printed as
 * it is (ActionCommand.TryParseV2, String.IndexOf). A line break in between parts them, and a runner drops it again.
 */
export function toMaskText(text: string): string {
	return /^[\x00-\x7f]/.test(text) ? text : `\n${text}`;
}
