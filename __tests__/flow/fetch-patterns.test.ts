// The root action's story with patterns, tags, attributes and public parts.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { response } from '../support/make-ports.js';
import { key, listed, page } from '../support/run-fetch-items.js';
import { AUTHORITY_URL, assertNothingExported, refusal, runAction, VAULT_URL, VERSION } from './scripted-vault.js';

const NOW_SECONDS = Date.UTC(2026, 0, 1) / 1000;
const DAY = 86_400;

const MIXED = page([
	listed('team-a'),
	listed('team-b'),
	listed('team-old', { exp: NOW_SECONDS - DAY }),
	listed('team-off', { enabled: false }),
	listed('team-new', { nbf: NOW_SECONDS + DAY }),
	listed('team-exo', { managed: true, exp: NOW_SECONDS - DAY }),
	listed('other'),
]);

/** The vault's requests, as paths. */
function pathsOf({ urls }: { readonly urls: readonly string[] }): readonly string[] {
	return urls.filter((url) => url.startsWith(VAULT_URL)).map((url) => new URL(url).pathname);
}

describe('fetchObjects with patterns', () => {
	it('exports what matches, and says what was skipped and why, once everything is masked', async () => {
		const run = await runAction({ secrets: 'TEAM_* = team-*' }, { answers: { '/secrets': MIXED } });
		assert.equal(run.succeeded, true);
		assert.deepEqual(Object.fromEntries(run.files.outputs), {
			TEAM_a: 'value of team-a',
			TEAM_b: 'value of team-b',
			secrets: '{"TEAM_a":"value of team-a","TEAM_b":"value of team-b"}',
			expiring: '["team-old"]',
		});
		assert.deepEqual(run.log.lines.slice(2), [
			'secrets line 1 (team-*) in contoso.vault.azure.net: 2 matched.',
			'  skipped: team-old (expired), team-off (disabled), team-new (not valid yet)',
			'  skipped because they back certificates: 1',
			'Fetched, masked and exported:',
			`  secret team-a (version ${VERSION}, no expiry) → TEAM_a`,
			`  secret team-b (version ${VERSION}, no expiry) → TEAM_b`,
		]);
		const kinds = run.events.map(({ kind, text }) =>
			kind === 'info' && text.startsWith('secrets line') ? 'log' : kind,
		);
		assert.ok(kinds.lastIndexOf('mask') < kinds.indexOf('log'));
		assert.deepEqual(
			run.warnings.map(({ title }) => title),
			['Expired: secret team-old'],
		);
	});

	it('with 0 days warns of no expiry, and still names what has expired', async () => {
		const run = await runAction({ secrets: 'team-*', 'expiry-warning-days': '0' }, { answers: { '/secrets': MIXED } });
		assert.equal(run.files.outputs.get('expiring'), '["team-old"]');
		assert.deepEqual(run.warnings, []);
	});

	it('says nothing of what is skipped if there is none', async () => {
		const run = await runAction({ secrets: 'other*' }, { answers: { '/secrets': MIXED } });
		assert.equal(run.log.lines[2], 'secrets line 1 (other*) in contoso.vault.azure.net: 1 matched.');
		assert.equal(run.log.lines[3], 'Fetched, masked and exported:');
	});

	it('that match nothing are missing: an error, or a warning if that may be', async () => {
		const inputs = { secrets: 'sql\nteam-o*\nsql2 | tag env=prod\ngone | attributes' };
		const answers = { '/secrets': MIXED, '/secrets/gone/versions': page([]) };
		const failed = await runAction(inputs, { answers });
		assertNothingExported(failed);
		assert.deepEqual(failed.log.lines.slice(2), [
			'secrets line 2 (team-o*) in contoso.vault.azure.net: 0 matched.',
			'  skipped: team-old (expired), team-off (disabled)',
			'Nothing is exported, because 3 could not be fetched:',
			'  secrets line 2 (team-o*) in contoso.vault.azure.net',
			'  secret sql2 in contoso.vault.azure.net',
			'  secret gone in contoso.vault.azure.net',
		]);
		const texts = (annotations: readonly { readonly text: string }[]) =>
			annotations.map(({ text }) => text.split(' in the vault')[0]);
		const subjects = [
			'secrets line 2 (team-o*): matches no secret',
			'secret sql2: it does not have the tag env with the value that the line asks for. Compare both with the tags',
			'secret gone: there is no such object or version',
		];
		assert.deepEqual(texts(failed.errors), subjects);
		const ignored = await runAction({ ...inputs, 'ignore-missing': 'true' }, { answers });
		assert.equal(ignored.succeeded, true);
		assert.deepEqual([...ignored.files.outputs.keys()], ['sql', 'secrets', 'expiring']);
		assert.deepEqual(texts(ignored.warnings).slice(0, 3), subjects);
	});

	it('of one vault that may not be listed share one error, which names the role', async () => {
		const answers = { '/secrets': refusal(403, 'ForbiddenByRbac', 'r-1') };
		const run = await runAction({ secrets: 'a*\nb*', 'ignore-missing': 'true' }, { answers });
		assertNothingExported(run);
		assert.equal(run.errors.length, 1);
		assert.match(
			run.errors[0]?.text ?? '',
			/^secrets line 1 \(a\*\) \(request ID r-1\), secrets line 2 \(b\*\) \(request ID r-1\): .*"Key Vault Secrets User" on the whole vault/,
		);
	});

	// Promise: N9
	it('whose matches clash with a line export nothing, and both lines are named', async () => {
		const run = await runAction({ secrets: 'TEAM-A = sql\nteam-*' }, { answers: { '/secrets': MIXED } });
		assertNothingExported(run);
		assert.equal(run.errors.length, 1);
		assert.match(
			run.errors[0]?.text ?? '',
			/^secrets line 2: the line would set the output "team-a" for its match team-a, which secrets line 1 sets already/,
		);
	});

	it('and variables read no value at all if a name is refused', async () => {
		const answers = { '/secrets': page([listed('git-ok'), listed('git-dir'), listed('github-env')]) };
		const run = await runAction({ secrets: 'sql\ngit*', certificates: 'exo', 'export-env': 'true' }, { answers });
		assertNothingExported(run);
		assert.deepEqual(pathsOf(run), ['/secrets']);
		assert.deepEqual([...run.files.variables], []);
		assert.deepEqual(
			run.errors.map(({ text }) => text.split(', which')[0]),
			[
				'secrets line 2: the line would set the variable GIT_DIR',
				'secrets line 2: the line would set the variable GITHUB_ENV',
			],
		);
	});

	it('set variables for what matches', async () => {
		const run = await runAction({ secrets: 'team-a*', 'export-env': 'true' }, { answers: { '/secrets': MIXED } });
		assert.deepEqual([...run.files.variables], [['TEAM_A', 'value of team-a']]);
	});

	it('on the first line have the list name the tenant', async () => {
		const challenge = response(401, '', {
			'www-authenticate': 'Bearer authorization="https://login.example/the-tenant"',
		});
		const run = await runAction(
			{ 'tenant-id': '', secrets: 'team-a*' },
			{ answers: { '/secrets': (request) => ('authorization' in request.headers ? MIXED : challenge) } },
		);
		assert.equal(run.succeeded, true);
		const list = `${VAULT_URL}/secrets?api-version=7.4&maxresults=25`;
		assert.deepEqual(run.urls.slice(0, 3), [list, `${AUTHORITY_URL}/the-tenant/oauth2/v2.0/token`, list]);
	});
});

describe('fetchObjects without secret values', () => {
	it('reads attributes from the lists of versions alone', async () => {
		const exp = NOW_SECONDS + 3 * DAY;
		const versions = page([listed('sql', { version: VERSION, created: 1, exp, enabled: false })]);
		const run = await runAction(
			{ secrets: 'SQL = sql | attributes' },
			{ answers: { '/secrets/sql/versions': versions } },
		);
		assert.deepEqual(Object.fromEntries(run.files.outputs), {
			'SQL-version': VERSION,
			'SQL-expires-on': '2026-01-04T00:00:00Z',
			'SQL-enabled': 'false',
			secrets: '{}',
			expiring: '["sql"]',
		});
		assert.deepEqual(pathsOf(run), ['/secrets/sql/versions']);
		assert.deepEqual(
			run.warnings.map(({ title }) => title),
			['Expires soon: secret sql'],
		);
	});

	it('gives public keys and certificates without asking for a private one', async () => {
		const run = await runAction(
			{ keys: 'sign', certificates: 'exo | public' },
			{ answers: { '/keys/sign': key('sign') } },
		);
		assert.equal(run.succeeded, true);
		assert.deepEqual([...pathsOf(run)].sort(), ['/certificates/exo', '/keys/sign']);
		assert.match(run.files.outputs.get('sign') ?? '', /^-----BEGIN PUBLIC KEY-----\n/);
		assert.deepEqual(Object.keys(JSON.parse(run.files.outputs.get('sign-jwk') ?? '')), ['crv', 'kty', 'x', 'y']);
		assert.equal(run.files.outputs.get('sign-version'), VERSION);
		assert.ok(run.files.outputs.has('exo-thumbprint') && !run.files.outputs.has('exo'));
		assert.equal(run.files.outputs.get('secrets'), '{}');
		assert.match(run.files.summary(), /<td>sign<\/td><td>key<\/td>/);
	});
});
