// Everything that was fetched, rendered in the order of the lines.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ActionErrors } from '../../../src/errors.js';
import type { Fetched } from '../../../src/keyvault/fetch-items.js';
import { makeTakenNames } from '../../../src/plan/output-names.js';
import { renderAll as renderIn } from '../../../src/render/render-all.js';
import type { Rendered } from '../../../src/render/rendered.js';
import { makeKeyPair } from '../../emulator/key-pair.js';
import {
	makeCertificateBundle,
	makeDestination,
	makeItem,
	makeSecretBundle,
	VERSION,
} from '../../support/make-rendered.js';

function renderAll(fetched: readonly Fetched[]): Promise<readonly Rendered[]> {
	const takenNames = makeTakenNames({ exportEnv: false });
	return renderIn(fetched, { takenNames, platform: 'linux', randomBytes: (length) => Buffer.alloc(length) });
}

const SECRET = { kind: 'secret', secret: makeSecretBundle('hunter2') } as const;
const LIFE = { notBefore: undefined, expires: undefined };
const TAGS = new Map<string, string>();

function fetchedSecret(output: string): Fetched {
	return { ...SECRET, destination: makeDestination(output, makeItem('sql')) };
}

function fetchedCertificate(name: string, der?: Buffer): Fetched {
	const certificate = makeCertificateBundle(der === undefined ? {} : { der });
	const destination = makeDestination(name, makeItem(name, 'certificates'), ['public']);
	return { kind: 'certificate', certificate, secret: undefined, destination };
}

describe('renderAll', () => {
	it('renders each kind, in the order of what was fetched', async () => {
		const { publicKey } = makeKeyPair('ec');
		const version = {
			name: 'sql',
			version: VERSION,
			managed: false,
			enabled: true,
			created: 1,
			contentType: '',
			attributes: LIFE,
			tags: TAGS,
		};
		const key = { version: VERSION, type: 'EC', publicKey, attributes: LIFE, tags: TAGS };
		const rendered = await renderAll([
			fetchedSecret('A'),
			{ kind: 'key', key, destination: makeDestination('B', makeItem('k', 'keys')) },
			{ kind: 'attributes', version, destination: makeDestination('C', makeItem('sql'), ['attributes']) },
			fetchedCertificate('exo'),
			fetchedSecret('D'),
		]);
		assert.deepEqual(
			rendered.map(({ outputs }) => outputs[0]?.name),
			['A', 'B', 'C-version', 'exo-thumbprint', 'D'],
		);
	});

	it('does not skip a kind that it does not know', async () => {
		const unknown = { ...fetchedSecret('A'), kind: 'unheard of' } as never;
		await assert.rejects(renderAll([unknown]), (error) => error === unknown);
	});

	it('reports everything that cannot be rendered, by its name', async () => {
		const broken = Buffer.from('3000', 'hex');
		const fetched = [fetchedCertificate('exo', broken), fetchedSecret('A'), fetchedCertificate('two', broken)];
		await assert.rejects(renderAll(fetched), (error) => {
			assert.ok(error instanceof ActionErrors);
			assert.deepEqual(
				error.errors.map(({ code, subject }) => [code, subject]),
				[
					['CERTIFICATE_UNREADABLE', 'certificate exo'],
					['CERTIFICATE_UNREADABLE', 'certificate two'],
				],
			);
			return true;
		});
	});

	it('keeps what an error says of the line that it is about', async () => {
		const destination = makeDestination('A', makeItem('sql'), ['json']);
		await assert.rejects(
			renderAll([{ ...SECRET, destination }]),
			/^ActionErrors?: secrets line 1 \(secret sql\): the value is not a JSON object or list\./,
		);
	});
});
