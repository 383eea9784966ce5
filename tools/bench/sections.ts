// Sections that the bench is asked to measure.

/** The sections, in the order in which they are measured; the document has markers of these names. */
const SECTIONS = ['start', 'fetch', 'tokens', 'vault', 'expiry'] as const;

/** A part of the bench that can be measured by itself. */
export type SectionName = (typeof SECTIONS)[number];

/** Order that the arguments give. */
export interface BenchOrder {
	readonly sections: readonly SectionName[];
	/** Whether the document gets the result. */
	readonly isToWrite: boolean;
}

/**
 * Names of sections, all if there are none, and `--write`.
 * @throws Error that lists what may be given if there is anything else
 */
export function chooseSections(args: readonly string[]): BenchOrder {
	const names = args.filter((arg) => arg !== '--write');
	const unknown = names.filter((name) => !SECTIONS.some((section) => section === name));
	if (unknown.length > 0) throw new Error(`no section ${unknown.join(', ')}: ${SECTIONS.join(', ')} or --write`);
	return {
		sections: SECTIONS.filter((section) => names.length === 0 || names.includes(section)),
		isToWrite: names.length < args.length,
	};
}
