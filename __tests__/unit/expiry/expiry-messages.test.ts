import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { describeReport, makeExpiryError, warnOfRows } from '../../../src/expiry/expiry-messages.js';
import { toLogLine } from '../../../src/export/step-log.js';
import { hostileReports, inVault, makeReport, NOW_MS, ofApp } from '../../support/expiry-report.js';

describe('the log of what expires', () => {
	it('counts, and says what is next after the warnings', () => {
		const report = makeReport([
			{ days: 100, owner: inVault('exo', 'certificates') },
			{ days: -2 },
			{ days: 5 },
			{},
			{ enabled: false },
		]);
		assert.deepEqual(describeReport(report), [
			'1 expired, 1 will expire within 30 days, 1 later, 1 never, 1 disabled.',
			'Next after that: certificate exo in contoso-automation.vault.azure.net, in 3 months, on 2027-03-10T09:30:00Z.',
		]);
	});

	it('says nothing of what will expire within no days, and of a next one that is not there', () => {
		assert.deepEqual(describeReport(makeReport([{ days: -2 }], { warningDays: 0 })), [
			'1 expired, 0 later, 0 never, 0 disabled.',
		]);
		assert.deepEqual(describeReport(makeReport([{ days: 0.5 }], { warningDays: 1 })), [
			'0 expired, 1 will expire within 1 day, 0 later, 0 never, 0 disabled.',
		]);
		assert.deepEqual(describeReport(makeReport([])), ['Nothing was found that could expire.']);
	});

	it('say that something is missing if not everything could be listed', () => {
		const [empty = ''] = describeReport(makeReport([], { isIncomplete: true }));
		assert.match(empty, /^Nothing was found that could expire\. This report is incomplete: /);
		const [counts = ''] = describeReport(makeReport([{ days: -2 }], { isIncomplete: true }));
		assert.match(counts, /^1 expired, .* 0 disabled\. This report is incomplete: /);
	});
});

describe('warnings of what expires', () => {
	it('are one for each that has expired or will soon, most urgent first', () => {
		const report = makeReport([
			{ days: 20.1, owner: ofApp('Contoso API'), name: 'deploy', note: 'The vault holds another one.' },
			{ days: -0.5 },
			{ days: 0.5, owner: ofApp('SAML', 'enterprise-application'), kind: 'key-credential', name: '' },
			{ days: 1.5, owner: inVault('exo', 'certificates'), renewsItself: true },
			{ days: 31 },
			{},
			{ days: -4, enabled: false },
		]);
		assert.deepEqual(warnOfRows(report), [
			{
				title: 'Expired: secret sql-password in contoso-automation.vault.azure.net',
				text: 'secret sql-password in contoso-automation.vault.azure.net expired less than a day ago, on 2026-11-29T21:30:00Z. Renew it.',
			},
			{
				title: 'Expires soon: certificate "30000000…" of enterprise application "SAML"',
				text: 'certificate "30000000…" of enterprise application "SAML" expires in less than a day, on 2026-11-30T21:30:00Z. Renew it before then.',
			},
			{
				title: 'Expires soon: certificate exo in contoso-automation.vault.azure.net',
				text: 'certificate exo in contoso-automation.vault.azure.net expires in 1 day, on 2026-12-01T21:30:00Z. It renews itself.',
			},
			{
				title: 'Expires soon: client secret "deploy" of application "Contoso API"',
				text: 'client secret "deploy" of application "Contoso API" expires in 20 days, on 2026-12-20T11:54:00Z. Renew it before then. The vault holds another one.',
			},
		]);
	});

	it('do not ask to renew what is replaced already, or promise a renewal that did not come', () => {
		const owner = ofApp('Contoso API');
		const report = makeReport([
			{ days: -3, owner, isReplaced: true },
			{ days: -1, owner: inVault('exo', 'certificates'), renewsItself: true },
		]);
		const [replaced = '', late = ''] = warnOfRows(report).map(({ text }) => text);
		assert.match(replaced, /^client secret "deploy".* Remove it if nothing uses it any more\.$/);
		assert.match(late, /^certificate exo.* Renew it\.$/);
	});

	it('are none if none are wanted', () => {
		assert.deepEqual(warnOfRows(makeReport([{ days: -2 }], { warningDays: 0 })), []);
	});

	// Promise: R4
	it('are one line each, short enough for a runner, and mean nothing to it or to a terminal, whatever the names', () => {
		fc.assert(
			fc.property(hostileReports(6), (report) => {
				for (const { title, text } of warnOfRows(report)) {
					for (const line of [title, text]) {
						assert.equal(toLogLine(line), line);
						assert.doesNotMatch(line, /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
					}
					assert.ok(text.length < 1_500, `${text.length}`);
				}
			}),
		);
	});
});

describe('the error of what expires', () => {
	const { rows } = makeReport([{ days: -3 }, { days: 5, owner: ofApp('Contoso API') }]);

	it('names what has expired or will, and what to do', () => {
		const error = makeExpiryError(rows, { failureDays: 14, nowMs: NOW_MS });
		assert.equal(error.title, 'Expired, or expires within 14 days');
		assert.equal(
			error.message,
			'expiry-failure-days: 2 have expired or will expire within 14 days: secret sql-password in contoso-automation.vault.azure.net (3 days ago, on 2026-11-27T09:30:00Z), client secret "deploy" of application "Contoso API" (in 5 days, on 2026-12-05T09:30:00Z). Renew or remove what is listed. The job summary and all outputs were written before.',
		);
	});

	it('speaks of the past alone if the limit is 0', () => {
		const error = makeExpiryError(rows.slice(0, 1), { failureDays: 0, nowMs: NOW_MS });
		assert.equal(error.title, 'Expired');
		assert.match(error.message, /: 1 has expired: secret sql-password in /);
	});

	it('counts what does not fit into an annotation, and stays one line', () => {
		const hostile = makeReport(
			Array.from({ length: 200 }, () => ({ days: 1, owner: ofApp('##[error]\n::error::x'.repeat(20)), name: '' })),
		);
		const { message } = makeExpiryError(hostile.rows, { failureDays: 1, nowMs: NOW_MS });
		assert.ok(message.length < 4_000, `${message.length}`);
		assert.match(message, / and 1\d\d more\. Renew/);
		assert.equal(toLogLine(message), message);
	});

	it('says nothing of the end of what has none', () => {
		const error = makeExpiryError(makeReport([{}]).rows, { failureDays: 1, nowMs: NOW_MS });
		assert.match(
			error.message,
			/within 1 day: secret sql-password in contoso-automation\.vault\.azure\.net \(does not expire\)\. Renew/,
		);
	});
});
