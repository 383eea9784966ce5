// The expiry action if a vault or Microsoft Graph fails: the others are shown, and written before the step fails.
import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { TransportError } from '../../src/http/transport-error.js';
import type { HttpRequest, HttpResponse } from '../../src/ports.js';
import { prepareExpiry } from '../emulator/prepared-expiry.js';
import { assertCodes } from '../support/error-codes.js';
import { ExpiryWorld, type Interference } from '../support/expiry-world.js';
import { response } from '../support/make-ports.js';

const TWO_VAULTS = { keyvaults: 'contoso, fabrikam' };

let world: ExpiryWorld;
beforeEach(() => {
	world = new ExpiryWorld();
	const soon = { expires: world.inDays(10).seconds };
	world.vault().setSecret('mine', 'Value1~of-contoso', soon);
	world.vault('fabrikam.vault.azure.net').setSecret('other', 'Value2~of-fabrikam', soon);
	world.catalog.addApplication({
		displayName: 'Payroll',
		passwords: [{ endMs: world.inDays(5).ms, displayName: 'ci' }],
	});
});

/** Has requests whose address matches come to something else. */
function instead(
	pattern: RegExp,
	answer: (request: HttpRequest, serve: () => HttpResponse) => HttpResponse,
): Interference {
	return (request, serve) => (pattern.test(request.url) ? answer(request, serve) : serve());
}

describe('a vault that fails', () => {
	it('is one error at the end, and the others are shown', async () => {
		world.vault().deny('*', 'rbac');
		const { succeeded, report, errors, outputs, log } = await world.run(TWO_VAULTS);
		assert.equal(succeeded, false);
		assert.deepEqual(
			report.map(({ name }) => name),
			['ci', 'other'],
		);
		assert.equal(outputs['count'], '2');
		assertCodes(errors, ['VAULT_FORBIDDEN_BY_RBAC']);
		assert.match(
			errors[0]?.text ?? '',
			/^list of secrets, certificates, keys in contoso\.vault\.azure\.net: .*"Key Vault Reader".*reads no value\./s,
		);
		assert.ok(log.lines.includes('Listed contoso.vault.azure.net: 0 secrets, 0 certificates, 0 keys (incomplete).'));
		// Whoever reads an issue or a chat message sees no errors of the step.
		assert.match(outputs['markdown'] ?? '', /This report is incomplete/);
	});

	it('has what its other lists show', async () => {
		world.vault().deny('*', 'policy', 'keys');
		const { report, errors } = await world.run(TWO_VAULTS);
		assert.deepEqual(
			report.map(({ name }) => name),
			['ci', 'mine', 'other'],
		);
		assert.equal(errors.length, 1);
		assert.match(errors[0]?.text ?? '', /^list of keys in contoso\.vault\.azure\.net: /);
	});

	it('keeps credentials from being called missing, since it may hold them', async () => {
		const all = await world.run(TWO_VAULTS);
		assert.equal(all.report.find(({ name }) => name === 'ci')?.note, 'No listed vault holds it.');
		world.vault().deny('*', 'firewall');
		const { report } = await world.run(TWO_VAULTS);
		assert.equal(report.find(({ name }) => name === 'ci')?.note, '');
	});

	it('that cannot be reached is asked no further', async () => {
		const gone = new TransportError('getaddrinfo ENOTFOUND', { failure: 'host-not-found' });
		const { report, errors, requests } = await world.run(TWO_VAULTS, {
			interfere: instead(/fabrikam/, () => {
				throw gone;
			}),
		});
		assert.deepEqual(
			report.map(({ name }) => name),
			['ci', 'mine'],
		);
		assert.equal(errors.length, 1);
		assert.match(errors[0]?.title ?? '', /^fabrikam\.vault\.azure\.net/);
		assert.ok(requests.filter(({ url }) => url.includes('fabrikam')).length <= 3);
	});

	it('that fails with all others still gives the outputs', async () => {
		world.vault().deny('*', 'rbac');
		const { succeeded, outputs, report } = await world.run({ 'tenant-apps': 'false' });
		assert.equal(succeeded, false);
		assert.deepEqual([outputs['expired'], outputs['expiring'], outputs['count']], ['[]', '[]', '0']);
		assert.deepEqual(report, []);
	});

	it('whose list goes round in a circle, or leads elsewhere, is an error of it alone', async () => {
		const items = (url: string, next: string) =>
			response(200, { value: [{ id: `${url}secrets/a`, attributes: {} }], nextLink: next });
		const origin = 'https://fabrikam.vault.azure.net/';
		for (const next of [`${origin}secrets?again`, 'https://evil.example/secrets?next']) {
			const { report, errors, requests } = await world.run(TWO_VAULTS, {
				interfere: instead(/fabrikam.*\/secrets\?/, () => items(origin, next)),
			});
			assertCodes(errors, ['VAULT_ANSWER_UNUSABLE']);
			assert.match(errors[0]?.title ?? '', /^fabrikam\.vault\.azure\.net: /);
			assert.ok(report.some(({ name }) => name === 'mine'));
			assert.ok(report.filter(({ name, where }) => name === 'a' && where === 'fabrikam.vault.azure.net').length <= 1);
			assert.ok(!requests.some(({ url }) => url.includes('evil')));
		}
	});
});

describe('a certificate in use whose policy or versions are refused', () => {
	const prepare = (): void => {
		prepareExpiry(world.directory, world.vault());
	};

	for (const [what, pattern] of [
		['policy', /\/policy\?/],
		['versions', /\/versions\?/],
	] as const) {
		it(`is one error of its vault, and is shown (${what})`, async () => {
			prepare();
			const refuse = instead(pattern, () => response(403, { error: { innererror: { code: 'ForbiddenByPolicy' } } }));
			const { succeeded, report, errors } = await world.run(TWO_VAULTS, { interfere: refuse });
			assert.equal(succeeded, false);
			assert.equal(errors.length, 1);
			assert.match(
				errors[0]?.text ?? '',
				/^certificate (?:mailer|archive) in contoso\.vault\.azure\.net: .*"get" of certificates/s,
			);
			assert.ok(report.some(({ name, source }) => name === 'mailer' && source === 'vault'));
		});
	}

	it('is no error if it was deleted meanwhile', async () => {
		prepare();
		const notFound = response(404, { error: { code: 'CertificateNotFound', message: 'not there' } });
		const { succeeded, report } = await world.run(
			{},
			{ interfere: instead(/\/(?:policy|versions)\?/, () => notFound) },
		);
		assert.equal(succeeded, true);
		assert.equal(report.find(({ name, source }) => name === 'mailer' && source === 'vault')?.note, '');
	});
});

describe('Microsoft Graph that fails', () => {
	it('is one error at the end, and the vaults are shown', async () => {
		world.directory.app().roles = [];
		const { succeeded, report, errors } = await world.run(TWO_VAULTS);
		assert.equal(succeeded, false);
		assert.deepEqual(
			report.map(({ name }) => name),
			['mine', 'other'],
		);
		assert.equal(errors.length, 1);
		assert.match(
			errors[0]?.text ?? '',
			/^list of app registrations at graph\.microsoft\.com: .*Application\.Read\.All/,
		);
	});

	it('at the sign-in is the same', async () => {
		const refuse: Interference = (request, serve) => {
			const scope = new URLSearchParams(request.body?.reveal()).get('scope') ?? '';
			return scope.includes('graph')
				? response(400, { error: 'invalid_request', error_codes: [500011], error_description: 'AADSTS500011: no' })
				: serve();
		};
		const { report, errors } = await world.run(TWO_VAULTS, { interfere: refuse });
		assert.deepEqual(
			report.map(({ name }) => name),
			['mine', 'other'],
		);
		assert.equal(errors.length, 1);
		assert.match(errors[0]?.text ?? '', /AADSTS500011/);
		const alone = await world.run({ keyvaults: '' }, { interfere: refuse });
		assert.equal(alone.succeeded, false);
		assert.deepEqual(alone.outputs, {});
	});

	it('in the second list shows the first, and calls no version unknown', async () => {
		world
			.vault()
			.setSecret('tagged', 'Value3~of-contoso', { tags: { CredentialId: '0000000c-0000-4000-8000-000000000003' } });
		const failing = instead(/servicePrincipals/, () => response(503));
		const { report, errors } = await world.run({}, { interfere: failing });
		assert.deepEqual(
			report.map(({ name }) => name),
			['ci', 'mine', 'tagged'],
		);
		assert.equal(errors.length, 1);
		assert.match(errors[0]?.text ?? '', /^list of enterprise applications at /);
		assert.equal(report.find(({ name }) => name === 'tagged')?.note, '');
	});

	it('and a vault that fails are two errors', async () => {
		world.directory.app().roles = [];
		world.vault().deny('*', 'rbac');
		const { errors } = await world.run(TWO_VAULTS);
		assert.equal(errors.length, 2);
	});
});
