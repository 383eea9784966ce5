// The names that docs/export-env.md lists, made from the data that the action uses.
import { namesOf, REFUSED_FAMILIES, REFUSED_GROUPS } from '../src/plan/refused-variables.js';
import { replaceBetween, table } from './readme-tables.js';

const WIDTH = 110;

/**
 * The page with its families and groups as the data wants them.
 * @throws Error if the markers are missing
 */
export function withVariables(page: string): string {
	const families = REFUSED_FAMILIES.map(({ prefix, readBy }) => [`\`${prefix}*\``, readBy]);
	const groups = REFUSED_GROUPS.flatMap((group) => {
		const names = [...namesOf(group)].sort();
		return [
			`### ${group.readBy.charAt(0).toUpperCase()}${group.readBy.slice(1)}`,
			'',
			`They choose ${group.effect}. Source: ${group.source}.`,
			'',
			`<details><summary>${names.length} names</summary>`,
			'',
			'```text',
			...wrap(names),
			'```',
			'',
			'</details>',
			'',
		];
	});
	const withFamilies = replaceBetween(page.split('\n'), 'families', table(['Names', 'Read by'], families));
	return replaceBetween(withFamilies, 'names', groups.slice(0, -1)).join('\n');
}

function wrap(names: readonly string[]): readonly string[] {
	const lines: string[] = [];
	for (const name of names) {
		const last = lines.at(-1);
		if (last !== undefined && last.length + name.length < WIDTH) lines[lines.length - 1] = `${last} ${name}`;
		else lines.push(name);
	}
	return lines;
}
