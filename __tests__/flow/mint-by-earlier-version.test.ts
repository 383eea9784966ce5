// A certificate that the vault has renewed, and whose newest version Entra does not know: the version before it signs.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { HttpRequest } from '../../src/ports.js';
import { type Answer, response } from '../support/make-ports.js';
import { VAULT_URL, VERSION } from '../support/run-fetch-items.js';
import { certificateBundle } from '../support/signers.js';
import { EXO, fail, formOf, GRAPH, refused, runAction, tokenAnswer } from './scripted-signer.js';
import { refusal as vaultRefusal } from './scripted-vault.js';

const EARLIER = 'e'.repeat(32);
const OLDEST = '0'.repeat(32);
const UNKNOWN = refused(401, 'invalid_client', 700027);

interface Listed {
	readonly version?: string;
	readonly created?: number;
	readonly enabled?: boolean;
	readonly nbf?: number;
	readonly exp?: number;
}

function listOf(...versions: readonly Listed[]): Answer {
	const value = versions.map(({ version = EARLIER, created = 100, enabled = true, ...times }) => ({
		id: `${VAULT_URL}/certificates/exo/${version}`,
		attributes: { enabled, created, updated: created, ...times },
	}));
	return response(200, { value, nextLink: null });
}

const NEWEST: Listed = { version: VERSION, created: 200 };
const VERSIONS = listOf({ version: OLDEST, created: 50 }, NEWEST, {});

/** The bundle of the version that is asked for. */
function bundleOf({ url }: HttpRequest): Answer {
	const [, version = VERSION] = /\/certificates\/exo\/([0-9a-f]{32})\?/.exec(url) ?? [];
	return certificateBundle({ more: { id: `${VAULT_URL}/certificates/exo/${version}` } });
}

/** Takes the second assertion for each scope, and no other. */
function knowsEarlier() {
	const seen: string[] = [];
	return (request: HttpRequest): Answer => {
		const assertion = formOf(request).get('client_assertion') ?? '';
		if (!seen.includes(assertion)) seen.push(assertion);
		return seen.indexOf(assertion) === 0 ? UNKNOWN : tokenAnswer('token');
	};
}

function usual(more: object = {}) {
	const knows = knowsEarlier();
	return { answers: { certificate: bundleOf, versions: VERSIONS, [EXO]: knows, [GRAPH]: knows, ...more } };
}

describe('a certificate whose newest version is known', () => {
	it('has no versions listed', async () => {
		const run = await runAction();
		assert.ok(!run.purposes.includes('versions'));
	});
});

describe('a certificate whose newest version is not known', () => {
	it('has the version before it sign, once, for all scopes', async () => {
		const run = await runAction({}, usual());
		assert.equal(run.succeeded, true);
		assert.deepEqual(run.purposes, [
			...['sign-in', 'certificate', 'sign', EXO, GRAPH],
			...['versions', 'certificate', 'sign', EXO, GRAPH],
		]);
		assert.ok(run.requests.some(({ url }) => url.includes(`/certificates/exo/${EARLIER}?`)));
		assert.equal(run.files.outputs.get('EXO'), 'token');
	});

	it('draws one warning that names both, with the public part in the log', async () => {
		const { warnings, log } = await runAction({}, usual());
		assert.deepEqual(
			warnings.map(({ title }) => title),
			['Certificate exo: an earlier version signs'],
		);
		assert.match(
			warnings[0]?.text ?? '',
			new RegExp(`does not know version ${VERSION} of certificate exo .*so version ${EARLIER}, which expires on 2049-`),
		);
		assert.match(warnings[0]?.text ?? '', /az ad app credential reset --id \S+ --cert @exo\.pem --append/);
		assert.equal(log.lines.filter((line) => line.startsWith('-----BEGIN CERTIFICATE')).length, 1);
		assert.ok(log.lines.some((line) => line.includes(`certificate exo (version ${EARLIER}, expires`)));
	});

	it('is minted anew for the scopes, too, that knew it', async () => {
		const given = usual({ [GRAPH]: tokenAnswer('graph') });
		const run = await runAction({}, given);
		assert.equal(run.succeeded, true);
		const assertions = run.requests.filter(({ body }) => body?.reveal().includes('graph.microsoft')).map(formOf);
		assert.equal(new Set(assertions.map((form) => form.get('client_assertion'))).size, 2);
	});

	const skipped: readonly (readonly [string, Listed])[] = [
		['is disabled', { enabled: false }],
		['has expired', { exp: 1 }],
		['ends this second', { exp: Date.UTC(2026, 0, 1) / 1000 }],
		['is not valid yet', { nbf: 4e9 }],
		['is newer', { created: 300 }],
	];
	for (const [what, listed] of skipped) {
		it(`skips an earlier version that ${what}`, async () => {
			const run = await runAction({}, usual({ versions: listOf(listed, NEWEST, { version: OLDEST, created: 50 }) }));
			assert.equal(run.succeeded, true);
			assert.ok(run.requests.some(({ url }) => url.includes(`/certificates/exo/${OLDEST}?`)));
			const { texts, purposes } = await fail({}, usual({ versions: listOf(listed, NEWEST) }));
			assert.equal(texts.length, 1);
			assert.match(texts[0] ?? '', /AADSTS700027.*The vault has no earlier version that is enabled and valid\./);
			assert.equal(purposes.at(-1), 'versions');
		});
	}

	it('is found in a list that does not show it yet', async () => {
		const run = await runAction({}, usual({ versions: listOf({ version: OLDEST, created: 50 }, {}) }));
		assert.ok(run.succeeded && run.requests.some(({ url }) => url.includes(`/certificates/exo/${EARLIER}?`)));
	});

	it('fails with its own refusal if the list is refused', async () => {
		const versions = vaultRefusal(403, 'ForbiddenByRbac', 'r-1');
		const { texts } = await fail({}, usual({ versions }));
		assert.equal(texts.length, 1);
		assert.match(
			texts[0] ?? '',
			/^Token EXO .*AADSTS700027.*The version before it could not be tried\. .*Key Vault Reader/,
		);
	});

	it('fails with its own refusal if the earlier version cannot sign', async () => {
		const certificate = (request: HttpRequest) =>
			request.url.includes(EARLIER) ? certificateBundle({ attributes: { enabled: false } }) : bundleOf(request);
		const { texts } = await fail({}, usual({ certificate }));
		assert.equal(texts.length, 1);
		assert.match(texts[0] ?? '', /AADSTS700027.*could not be tried\. .*it is disabled/);
	});

	it('fails with its own refusal if the earlier version is not known, either', async () => {
		const { texts, purposes } = await fail({}, usual({ [EXO]: UNKNOWN, [GRAPH]: UNKNOWN }));
		assert.equal(texts.length, 1);
		assert.match(
			texts[0] ?? '',
			new RegExp(`AADSTS700027.*version ${VERSION}.*Its earlier version ${EARLIER} is not known`),
		);
		assert.equal(purposes.filter((purpose) => purpose === 'sign').length, 2);
	});

	it('fails with what the earlier version is refused for, if that is another reason', async () => {
		let asked = 0;
		const exo = () => (asked++ === 0 ? UNKNOWN : refused(400, 'invalid_resource', 500011));
		const { texts } = await fail({}, usual({ [EXO]: exo }));
		assert.equal(texts.length, 1);
		assert.match(texts[0] ?? '', /^Token EXO .*AADSTS500011/);
	});
});

describe('a version that the workflow names', () => {
	it('is meant, and no other is tried', async () => {
		const { texts, purposes } = await fail({ certificate: `exo/${VERSION}` }, usual());
		assert.equal(texts.length, 1);
		assert.match(texts[0] ?? '', /AADSTS700027/);
		assert.ok(!purposes.includes('versions'));
	});
});
