// Everything that was fetched, rendered in the order of the lines.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ActionErrors } from '../../../src/errors.js';
import type { Fetched } from '../../../src/keyvault/fetch-items.js';
import { makeClaims } from '../../../src/plan/claims.js';
import type { Destination } from '../../../src/plan/destination.js';
import type { Identifier } from '../../../src/plan/identifier.js';
import { renderAll as renderIn } from '../../../src/render/render-all.js';
import type { Rendered } from '../../../src/render/rendered.js';
import { makeCertificateBundle, makeDestination, makeItem, makeSecretBundle, VERSION } from './make-rendered.js';

function renderAll(destinations: readonly Destination[], fetched: readonly Fetched[]): readonly Rendered[] {
	return renderIn(destinations, fetched, { claims: makeClaims({ exportEnv: false }) });
}

const SQL = makeItem('sql');
const API = makeItem('api');
const EXO = makeItem('exo', 'certificates');

const CONTEXT = { platform: 'linux', randomBytes: () => Buffer.alloc(0) };

function fetchedSecret(item: Identifier, value = 'hunter2'): Fetched {
	return { kind: 'secret', item, secret: makeSecretBundle(value) };
}

function fetchedCertificate(item: Identifier, der?: Buffer): Fetched {
	const certificate = makeCertificateBundle(der === undefined ? {} : { der });
	return { kind: 'certificate', item, certificate, secret: makeSecretBundle('UEZY') };
}

describe('renderAll', () => {
	it('follows the order of the lines, not that of the answers', () => {
		const destinations = [makeDestination('A', SQL), makeDestination('B', EXO), makeDestination('C', API)];
		const rendered = renderAll(
			destinations,
			[fetchedSecret(API), fetchedCertificate(EXO), fetchedSecret(SQL)],
			CONTEXT,
		);
		assert.deepEqual(
			rendered.map(({ outputs }) => outputs[0]?.name),
			['A', 'B', 'C'],
		);
	});

	it('gives one object to each line that names it, in whatever case', () => {
		const destinations = [makeDestination('A', SQL), makeDestination('B', makeItem('SQL'))];
		assert.deepEqual(
			renderAll(destinations, [fetchedSecret(SQL)], CONTEXT).map(({ outputs }) => outputs[0]?.name),
			['A', 'B'],
		);
	});

	it('tells versions, collections and vaults apart', () => {
		const elsewhere = { ...SQL, vaultUrl: 'https://fabrikam.vault.azure.net' };
		for (const other of [makeItem('sql', 'secrets', VERSION), makeItem('sql', 'certificates'), elsewhere]) {
			assert.deepEqual(renderAll([makeDestination('A', other)], [fetchedSecret(SQL)], CONTEXT), []);
		}
	});

	it('sets nothing for what is missing', () => {
		const destinations = [makeDestination('A', SQL), makeDestination('B', API)];
		const [only, ...others] = renderAll(destinations, [fetchedSecret(API)], CONTEXT);
		assert.equal(only?.outputs[0]?.name, 'B');
		assert.deepEqual(others, []);
	});

	it('does not pass over a kind that it does not know', () => {
		const unknown = { ...fetchedSecret(SQL), kind: 'unheard of' } as never;
		assert.throws(
			() => renderAll([makeDestination('A', SQL)], [unknown], CONTEXT),
			(error) => error === unknown,
		);
	});

	it('reports every certificate that cannot be read, by its name', () => {
		const destinations = [
			makeDestination('A', EXO),
			makeDestination('B', SQL),
			makeDestination('C', makeItem('two', 'certificates')),
		];
		const broken = Buffer.from('3000', 'hex');
		const fetched = [
			fetchedCertificate(EXO, broken),
			fetchedSecret(SQL),
			fetchedCertificate(makeItem('two', 'certificates'), broken),
		];
		assert.throws(
			() => renderAll(destinations, fetched, CONTEXT),
			(error) => {
				assert.ok(error instanceof ActionErrors);
				assert.deepEqual(
					error.errors.map(({ code, subject }) => [code, subject]),
					[
						['CERTIFICATE_UNREADABLE', 'certificate exo'],
						['CERTIFICATE_UNREADABLE', 'certificate two'],
					],
				);
				return true;
			},
		);
	});

	it('keeps what an error says of the line that it is about', () => {
		const destination = makeDestination('A', SQL, ['json']);
		assert.throws(
			() => renderAll([destination], [fetchedSecret(SQL)]),
			/^ActionErrors?: secrets line 1 \(secret sql\): the value is not a JSON object or list\./,
		);
	});
});
