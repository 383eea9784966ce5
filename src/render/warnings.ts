// What a user should mind about what was fetched: ends that are near, and masks that protect little.
import { describeIdentifier } from '../keyvault/vault-error.js';
import { type Identifier, identifierKey } from '../plan/identifier.js';
import type { Annotation } from '../ports.js';
import { type Expiry, formatInstant, judgeExpiry, type Life } from './expiry.js';
import type { Rendered } from './rendered.js';

/** The clock and the user's wish. */
export interface ExpiryQuestion {
	readonly nowMs: number;
	/** Days; 0 for no warnings. */
	readonly warningDays: number;
}

/** Warnings, one for each item that expires soon, has expired or is not valid yet, and one for each weak mask. */
export function findWarnings(rendered: readonly Rendered[], question: ExpiryQuestion): readonly Annotation[] {
	const items = eachItemOnce(rendered);
	const ofLives = question.warningDays === 0 ? [] : items.flatMap(({ item, life }) => warnOfLife(item, life, question));
	return [...ofLives, ...items.flatMap(describeWeakness)];
}

/** Names of what has expired or will within the warning days, each once. */
export function findExpiring(rendered: readonly Rendered[], { nowMs, warningDays }: ExpiryQuestion): readonly string[] {
	const near = eachItemOnce(rendered).filter(({ life }) => {
		const { kind } = judgeExpiry(life, nowMs, warningDays);
		return kind === 'expired' || kind === 'expiring';
	});
	return [...new Map(near.map(({ item: { name } }) => [name.toLowerCase(), name])).values()];
}

function eachItemOnce(rendered: readonly Rendered[]): readonly Rendered[] {
	return [...new Map(rendered.map((one) => [identifierKey(one.item), one])).values()];
}

/** A warning where the object expires soon, has expired or is not valid yet. */
export function warnOfLife(
	item: Identifier,
	life: Life,
	{ nowMs, warningDays }: ExpiryQuestion,
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
					text: `${subject} expires ${describeDays(expiry)}, on ${formatInstant(life.expires)}. Renew it before.`,
				},
			];
	}
}

function describeDays({ days }: Extract<Expiry, { kind: 'expiring' }>): string {
	if (days === 0) return 'in less than a day';
	return days === 1 ? 'in a day' : `in ${days} days`;
}

function describeWeakness({ item, weakness }: Rendered): readonly Annotation[] {
	const subject = describeIdentifier(item);
	switch (weakness) {
		case undefined:
			return [];
		case 'short':
			return [
				{
					title: `Short: ${subject}`,
					text: `${subject} has fewer than 4 characters. It is masked, and so is every other place of the log where they occur.`,
				},
			];
		case 'none':
			return [
				{
					title: `Not masked: ${subject}`,
					text: `${subject} has no line that can be masked without damage to the log: each is blank, shorter than 4 characters or punctuation alone. Do not print it.`,
				},
			];
		default:
			throw weakness satisfies never;
	}
}
