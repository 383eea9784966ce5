// Reports for the tests of what a reader sees: rows made of what matters to a test, and hostile ones made at random.
import fc from 'fast-check';
import type { EntryKind, ExpiryReport, ExpiryRow, RowOwner, Severity } from '../../src/expiry/expiry-row.js';
import { formatInstant } from '../../src/time.js';

export const NOW_MS = Date.UTC(2026, 10, 30, 9, 30);
export const DAY_MS = 86_400_000;
export const PORTAL = 'https://portal.azure.com';
export const WARNING_DAYS = 30;

/** What a test says of a row. */
export interface RowParts {
	/** Days until its end, with a fraction if need be; undefined if it does not end. */
	readonly days?: number | undefined;
	readonly owner?: RowOwner;
	readonly kind?: EntryKind;
	/** Display name of the credential. */
	readonly name?: string;
	readonly keyId?: string;
	readonly note?: string;
	readonly appId?: string;
	readonly enabled?: boolean;
	readonly renewsItself?: boolean;
	readonly isReplaced?: boolean;
}

export function inVault(objectName: string, collection: 'secrets' | 'certificates' | 'keys' = 'secrets'): RowOwner {
	return { kind: 'vault', host: 'contoso-automation.vault.azure.net', collection, objectName };
}

export function ofApp(
	displayName: string,
	kind: 'app-registration' | 'enterprise-application' = 'app-registration',
): RowOwner {
	return {
		kind,
		appId: '10000000-0000-4000-8000-000000000001',
		objectId: '20000000-0000-4000-8000-000000000002',
		displayName,
	};
}

export function makeRow(parts: RowParts, warningDays = WARNING_DAYS): ExpiryRow {
	const { days, owner = inVault('sql-password'), note = '', appId = '', enabled = true } = parts;
	const { renewsItself = false, isReplaced = false } = parts;
	const endMs = days === undefined ? undefined : NOW_MS + days * DAY_MS;
	const isInVault = owner.kind === 'vault';
	return {
		entry: {
			source: isInVault ? 'vault' : 'application',
			where: isInVault ? owner.host : owner.displayName,
			appId: isInVault ? appId : owner.appId,
			appObjectId: isInVault ? '' : owner.objectId,
			kind: parts.kind ?? (isInVault ? KINDS[owner.collection] : 'password'),
			name: isInVault ? owner.objectName : (parts.name ?? 'deploy'),
			keyId: isInVault ? '' : (parts.keyId ?? '30000000-0000-4000-8000-000000000003'),
			expiresOn: endMs === undefined ? '' : formatInstant(Math.floor(endMs / 1000)),
			days: days === undefined ? null : Math.floor(days),
			enabled,
			note,
		},
		owner,
		endMs,
		severity: enabled ? judge(days, warningDays) : 'disabled',
		renewsItself,
		isReplaced,
	};
}

const KINDS = { secrets: 'secret', certificates: 'certificate', keys: 'key' } as const;

function judge(days: number | undefined, warningDays: number): Severity {
	if (days === undefined) return 'never';
	if (days <= 0) return 'expired';
	return days <= warningDays ? 'expiring' : 'later';
}

/** The rows as a report has them: by their end, disabled ones last. */
export function makeReport(parts: readonly RowParts[], changes: Partial<ExpiryReport> = {}): ExpiryReport {
	const rows = parts.map((one) => makeRow(one, changes.warningDays ?? WARNING_DAYS));
	const order = ({ endMs = Number.POSITIVE_INFINITY, severity }: ExpiryRow): readonly [number, number] => [
		severity === 'disabled' ? 1 : 0,
		endMs,
	];
	const sorted = [...rows].sort((a, b) => {
		const [left, right] = [order(a), order(b)];
		return left[0] - right[0] || (left[1] === right[1] ? 0 : left[1] - right[1]);
	});
	return { rows: sorted, nowMs: NOW_MS, warningDays: WARNING_DAYS, isIncomplete: false, portal: PORTAL, ...changes };
}

/** Names that have a meaning somewhere: to Markdown, HTML, GitHub, Mermaid, a runner, a terminal, a reader's eye. */
export const HOSTILE_NAMES = [
	...['@octocat', 'team @octo-org/admins', '#1', 'octo-org/repo#1', 'GH-1', 'deploy@contoso.com', '@‌x'],
	...['| a | b |', 'a\\|b', 'a\\', '\\\\|', '`', '``a` b', '```mermaid', '~~~', '[x](https://evil.example)', '![x](y)'],
	...[
		'https://evil.example',
		'www.evil.example',
		'<https://evil.example>',
		'*a* __b__ ~~c~~',
		'$\\href{x}{y}$',
		'$`x`$',
	],
	...[
		'<img src=x onerror=alert(1)>',
		'</details>',
		'<!-- ',
		'-->',
		'<script>',
		'</td></tr></table>',
		'&lt;b&gt;',
		'&#64;octocat',
	],
	...[
		'a\nb',
		'a\r\n| x | y |',
		'a\u2028b',
		'a\u0085b',
		'\n\n# heading',
		'- item',
		'1. item',
		'> quote',
		'| --- | --- |',
	],
	...[
		'click me',
		'section x',
		'title y',
		'end',
		'a:b',
		'a;b',
		'a #quot; b',
		'%%{init: {}}%%',
		'%% x',
		'call f()',
		'gantt',
		'2026-01-01',
	],
	...['::error::x', '::add-mask::x', '##[error]x', '##[group]y', '::stop-commands::x', '%0A::error::x'],
	...['\u001b[31mred\u001b[0m', '\u001b]8;;https://evil.example\u0007x', '\u0000', '\b\b', '\u009b31m'],
	...[
		'\u202egnp.exe',
		'\u2066x',
		'a\u200bb',
		'\ufeffa',
		'\u061c',
		'\ud800',
		'x\udc00',
		'Z\u0351\u0352\u0353\u0354\u0355\u0356'.repeat(9),
	],
	...[
		'',
		' ',
		'\u200b',
		'x'.repeat(10_000),
		'😀'.repeat(300),
		'|'.repeat(400),
		'`'.repeat(400),
		'\\'.repeat(401),
		'постоянный',
		'دفتر',
	],
] as const;

const hostileName = fc.oneof(
	fc.constantFrom(...HOSTILE_NAMES),
	fc.tuple(fc.constantFrom(...HOSTILE_NAMES), fc.constantFrom(...HOSTILE_NAMES)).map(([a, b]) => a + b),
	fc.string({ unit: 'binary', maxLength: 80 }),
	fc
		.array(fc.constantFrom(...'|\\`@#<>[](){}*_~:;%$&!-= \n\r"\'1aZ'), { maxLength: 60 })
		.map((chars) => chars.join('')),
);

const owner: fc.Arbitrary<RowOwner> = fc.oneof(
	fc
		.tuple(fc.stringMatching(/^[0-9a-zA-Z-]{1,127}$/), fc.constantFrom('secrets', 'certificates', 'keys'))
		.map(([name, collection]) => inVault(name, collection)),
	fc
		.tuple(hostileName, fc.constantFrom('app-registration', 'enterprise-application'))
		.map(([name, kind]) => ofApp(name, kind)),
);

const rowParts: fc.Arbitrary<RowParts> = fc.record({
	days: fc.oneof(fc.constant(undefined), fc.double({ min: -400, max: 4000, noNaN: true })),
	owner,
	name: hostileName,
	note: fc.oneof(fc.constant(''), hostileName),
	appId: fc.constantFrom('', '10000000-0000-4000-8000-000000000001'),
	enabled: fc.boolean(),
	renewsItself: fc.boolean(),
});

/** Reports with hostile names, of up to so many rows. */
export function hostileReports(maxLength: number): fc.Arbitrary<ExpiryReport> {
	return fc.array(rowParts, { maxLength }).map((parts) => makeReport(parts));
}
