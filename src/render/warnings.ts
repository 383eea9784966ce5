// Warnings about fetched objects: ends that are near, and masks that protect little.
import type { SkippedObject } from '../keyvault/match-patterns.js';
import type { CommonplaceLeaf, Weakness } from '../masks/masks.js';
import { describeIdentifier, type Identifier, identifierKey } from '../plan/identifier.js';
import type { Annotation } from '../ports.js';
import { type Expiry, formatInstant, judgeExpiry, type Life } from '../time.js';
import type { Rendered } from './rendered.js';

/** The clock and the limit that the user chose. */
export interface WarningOptions {
	readonly nowMs: number;
	/** Days; 0 for no warnings. */
	readonly warningDays: number;
}

/** Objects that were fetched, and those that patterns skipped. */
export interface Findings {
	readonly rendered: readonly Rendered[];
	readonly skipped: readonly SkippedObject[];
}

/**
 * Warnings: one for each object that expires soon, has expired (also where a pattern passed it over) or is not valid
 * yet, and what else is to be minded of each.
 */
export function findWarnings(findings: Findings, options: WarningOptions): readonly Annotation[] {
	const others = findings.rendered.flatMap((one) => [...warnOfMasks(one), ...one.notes]);
	const all = options.warningDays === 0 ? others : [...warnOfLives(findings, options), ...others];
	return [...new Map(all.map((warning) => [JSON.stringify(warning), warning])).values()];
}

/** Names of secrets and certificates that have expired (also where a pattern skipped them) or will within the warning days, each once. */
export function findExpiring({ rendered, skipped }: Findings, options: WarningOptions): readonly string[] {
	const near = rendered.filter(({ life }) => {
		const { kind } = judgeExpiry(life, options.nowMs, options.warningDays);
		return kind === 'expired' || kind === 'expiring';
	});
	const items = [...near, ...findExpired(skipped, options)].map(({ item }) => item);
	const names = items.filter(({ collection }) => collection !== 'keys').map(({ name }) => name);
	return [...new Map(names.map((name) => [name.toLowerCase(), name])).values()];
}

function warnOfLives({ rendered, skipped }: Findings, options: WarningOptions): readonly Annotation[] {
	const warnings = new Map(rendered.map(({ item, life }) => [identifierKey(item), warnOfLife(item, life, options)]));
	for (const { item, life } of findExpired(skipped, options)) {
		const subject = describeIdentifier(item);
		const text = `${subject} expired on ${formatInstant(life.expires)}, so a pattern skipped it. Renew it.`;
		const key = identifierKey(item);
		if (!warnings.has(key)) warnings.set(key, [{ title: `Expired: ${subject}`, text }]);
	}
	return [...warnings.values()].flat();
}

// A secret that backs a certificate is left to the certificate.
function findExpired(skipped: readonly SkippedObject[], { nowMs }: WarningOptions): readonly SkippedObject[] {
	return skipped.filter(({ reason, life }) => reason !== 'managed' && judgeExpiry(life, nowMs, 0).kind === 'expired');
}

/** A warning if the object expires soon, has expired or is not valid yet. */
export function warnOfLife(
	item: Identifier,
	life: Life,
	{ nowMs, warningDays }: WarningOptions,
): readonly Annotation[] {
	const subject = describeIdentifier(item);
	const expiry = judgeExpiry(life, nowMs, warningDays);
	switch (expiry.kind) {
		case 'lasting':
			return [];
		case 'not-yet-valid':
			return [
				{ title: `Not valid yet: ${subject}`, text: `${subject} is valid from ${formatInstant(life.notBefore)}.` },
			];
		case 'expired':
			return [
				{ title: `Expired: ${subject}`, text: `${subject} expired on ${formatInstant(life.expires)}. Renew it.` },
			];
		case 'expiring':
			return [
				{
					title: `Expires soon: ${subject}`,
					text: `${subject} expires ${describeDays(expiry)}, on ${formatInstant(life.expires)}. Renew it before then.`,
				},
			];
	}
}

function describeDays({ days }: Extract<Expiry, { kind: 'expiring' }>): string {
	if (days === 0) return 'in less than a day';
	return days === 1 ? 'in a day' : `in ${days} days`;
}

const TEXTS: Readonly<Record<Exclude<Weakness['kind'], 'leaves'>, Annotation>> = {
	short: {
		title: 'Short',
		text: 'has fewer than 4 characters. It is masked, so the log shows *** wherever these characters occur, and job outputs that contain them are dropped. If it is not a secret, add "| unmasked" to its line.',
	},
	commonplace: {
		title: 'Common word',
		text: 'is a common word or a short number. It is masked, so the log shows *** wherever the same text occurs, and job outputs that contain it are dropped. If it is not a secret, add "| unmasked" to its line.',
	},
	none: {
		title: 'Not masked',
		text: 'has no line that can be masked without damage to the log: each is blank, shorter than 4 characters, punctuation, a heading, a key without a value or a common word. Do not print it.',
	},
};

/** A warning if the masks damage the log, or hide nothing. */
export function warnOfMasks({ item, weakness }: Pick<Rendered, 'item' | 'weakness'>): readonly Annotation[] {
	const object = describeIdentifier(item);
	switch (weakness?.kind) {
		case undefined:
			return [];
		case 'leaves':
			return [warnOfLeaves(object, weakness.leaves)];
		case 'short':
		case 'commonplace':
		case 'none': {
			const { title, text } = TEXTS[weakness.kind];
			const subject = weakness.path === undefined ? object : `leaf ${describePath([weakness.path])} of ${object}`;
			return [{ title: `${title}: ${subject}`, text: `${subject} ${text}` }];
		}
		default:
			throw weakness satisfies never;
	}
}

const MAX_LISTED = 10;

function warnOfLeaves(object: string, leaves: readonly CommonplaceLeaf[]): Annotation {
	const listed = leaves.slice(0, MAX_LISTED).map(({ path }) => describePath(path));
	const rest = leaves.length > listed.length ? ` and ${leaves.length - listed.length} more` : '';
	return {
		title: `Common words: ${object}`,
		text: `${object} has leaves that are common words: ${listed.join(', ')}${rest}. They are masked, so the log shows *** wherever these words occur, and job outputs that contain them are dropped. Pick the leaves that you need with "| json PATH", and add "| unmasked" to the lines of those that are not secret.`,
	};
}

const MAX_PATH_LENGTH = 60;

// Keys are chosen by whoever wrote the value.
function describePath(path: readonly string[]): string {
	return path
		.join('.')
		.replace(/[^\p{L}\p{N} ._/:@-]/gu, '?')
		.slice(0, MAX_PATH_LENGTH);
}
