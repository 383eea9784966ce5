import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readRotationInputs } from '../../../src/input/rotate-inputs.js';
import { makeRotation } from '../../../src/plan/rotation-decision.js';
import { makeInputs } from '../../support/make-ports.js';

const GIVEN = { keyvault: 'contoso', secret: 'api-secret', 'app-id': '77777777-7777-4777-8777-777777777777' };

function rotationOf(inputs: Readonly<Record<string, string>> = {}) {
	return makeRotation(readRotationInputs(makeInputs({ ...GIVEN, ...inputs })));
}

describe('makeRotation', () => {
	it('says where the secret is, and which Graph has the application', () => {
		const { appId, cloud, ...rotation } = rotationOf();
		assert.ok(rotation.kind === 'secret');
		assert.deepEqual(rotation.secret, {
			vaultUrl: 'https://contoso.vault.azure.net',
			collection: 'secrets',
			name: 'api-secret',
			version: undefined,
		});
		assert.equal(appId, GIVEN['app-id']);
		assert.equal(cloud.graphHost, 'https://graph.microsoft.com');
	});

	it('goes to another Graph if one is given, with a token of the cloud', () => {
		const { cloud } = rotationOf({ cloud: 'us-government', 'graph-host': 'https://dod-graph.microsoft.us' });
		assert.equal(cloud.graphHost, 'https://dod-graph.microsoft.us');
		assert.equal(cloud.graphScope, 'https://graph.microsoft.us/.default');
	});

	it('names a secret that cannot be beside a cloud that is not known', () => {
		assert.throws(() => rotationOf({ cloud: 'mars', secret: 'no_name' }), {
			message:
				/^cloud: the value is not the name of a cloud\. .*\nsecret: the value is not a name that Key Vault allows/,
		});
	});

	it('names the vault and the secret if neither can be', () => {
		assert.throws(
			() => rotationOf({ keyvault: 'no_vault', secret: 'no_name' }),
			/^ActionErrors: keyvault: the value has an underscore .*\nsecret: the value is not a name that Key Vault allows\. Expected letters, digits and hyphens: the name alone, /,
		);
		for (const secret of ['https://contoso.vault.azure.net/secrets/api', 'api secret']) {
			assert.throws(() => rotationOf({ secret }), /secret: the value is not a name/, secret);
		}
		const versioned = 'api/4387e9f3d6e14c459867679a90fd0f79';
		assert.throws(() => rotationOf({ secret: versioned }), /secret: the value names a version\. Write the name alone/);
	});

	it('says where the certificate is, and of which app registration', () => {
		const id = '88888888-8888-4888-8888-888888888888';
		const ofCertificate = { secret: '', certificate: 'exo', 'app-object-id': id };
		const rotation = rotationOf(ofCertificate);
		assert.ok(rotation.kind === 'certificate');
		assert.equal(rotation.appObjectId, id);
		assert.deepEqual(rotation.certificate, {
			vaultUrl: 'https://contoso.vault.azure.net',
			collection: 'certificates',
			name: 'exo',
			version: undefined,
		});
		const versioned = 'exo/4387e9f3d6e14c459867679a90fd0f79';
		assert.throws(
			() => rotationOf({ ...ofCertificate, certificate: versioned }),
			/certificate: the value names a version/,
		);
	});
});
