// What a user should mind about what was fetched: ends that are near, and masks that protect little.
import type { PassedOver } from '../keyvault/match-patterns.js';
import { describeIdentifier } from '../keyvault/vault-error.js';
import { type Identifier, identifierKey } from '../plan/identifier.js';
import type { Annotation } from '../ports.js';
import { type Expiry, formatInstant, judgeExpiry, type Life } from './expiry.js';
import { warnOfMasks } from './mask-warnings.js';
import type { Rendered } from './rendered.js';

/** The clock and the user's wish. */
export interface ExpiryQuestion {
	readonly nowMs: number;
	/** Days; 0 for no warnings. */
	readonly warningDays: number;
}

/** What was fetched, and what patterns chose from. */
export interface Findings {
	readonly rendered: readonly Rendered[];
	readonly passedOver: readonly PassedOver[];
}

/**
 * Warnings: one for each object that expires soon, has expired (also where a pattern passed it over) or is not valid
 * yet, and what else is to be minded of each.
 */
export function findWarnings(findings: Findings, question: ExpiryQuestion): readonly Annotation[] {
	const others = findings.rendered.flatMap((one) => [...warnOfMasks(one), ...one.notes]);
	const all = question.warningDays === 0 ? others : [...warnOfLives(findings, question), ...others];
	return [...new Map(all.map((warning) => [JSON.stringify(warning), warning])).values()];
}

/** Names of secrets and certificates that have expired (also where a pattern passed them over) or will within the warning days, each once. */
export function findExpiring({ rendered, passedOver }: Findings, question: ExpiryQuestion): readonly string[] {
	const near = rendered.filter(({ life }) => {
		const { kind } = judgeExpiry(life, question.nowMs, question.warningDays);
		return kind === 'expired' || kind === 'expiring';
	});
	const items = [...near, ...findExpired(passedOver, question)].map(({ item }) => item);
	const names = items.filter(({ collection }) => collection !== 'keys').map(({ name }) => name);
	return [...new Map(names.map((name) => [name.toLowerCase(), name])).values()];
}

function warnOfLives({ rendered, passedOver }: Findings, question: ExpiryQuestion): readonly Annotation[] {
	const warnings = new Map(rendered.map(({ item, life }) => [identifierKey(item), warnOfLife(item, life, question)]));
	for (const { item, life } of findExpired(passedOver, question)) {
		const subject = describeIdentifier(item);
		const text = `${subject} expired on ${formatInstant(life.expires)}, so a pattern skipped it. Renew it.`;
		const key = identifierKey(item);
		if (!warnings.has(key)) warnings.set(key, [{ title: `Expired: ${subject}`, text }]);
	}
	return [...warnings.values()].flat();
}

// What backs a certificate is the certificate's own matter.
function findExpired(passedOver: readonly PassedOver[], { nowMs }: ExpiryQuestion): readonly PassedOver[] {
	return passedOver.filter(
		({ reason, life }) => reason !== 'managed' && judgeExpiry(life, nowMs, 0).kind === 'expired',
	);
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
