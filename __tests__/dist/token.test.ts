// Two tokens through the committed bundle, on every Node that is at hand: outputs, masks, requests.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { ask } from '../emulator/ask.js';
import { CLIENT_ID, TENANT_ID } from '../emulator/directory.js';
import { readJwt } from '../emulator/jwt.js';
import { findNodes } from '../runner/node24.js';
import type { StepResult } from '../runner/run-step.js';
import { assertNothingExported, errorsOf } from '../support/run-action.js';
import { askedOf, assertionsOf, EXO, GRAPH, runToken, startTokenWorld, type TokenWorld } from '../support/run-token.js';

const END = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;

for (const { version, path } of findNodes().nodes) {
	describe(`the token action on Node ${version}`, () => {
		let world: TokenWorld;
		let result: StepResult;
		before(async () => {
			world = await startTokenWorld();
			const inputs = { 'export-env': 'true', scopes: `EXO = ${EXO}\nvault-token = https://vault.azure.net/.default` };
			result = await runToken(world.emulator, inputs, { node: path, debug: true });
		});
		after(() => world.emulator.close());

		it('gives a token for each line, and its end', () => {
			assert.equal(result.exitCode, 0, result.log.join('\n'));
			const names = ['EXO', 'EXO-expires-on', 'vault-token', 'vault-token-expires-on'];
			assert.deepEqual(Object.keys(result.outputs), names);
			const { entra } = world.emulator;
			assert.equal(entra.findToken(result.outputs['EXO'] ?? '')?.audience, 'https://outlook.office365.com');
			assert.equal(entra.findToken(result.outputs['vault-token'] ?? '')?.audience, 'https://vault.azure.net');
			for (const name of ['EXO', 'vault-token']) {
				const issued = entra.findToken(result.outputs[name] ?? '');
				assert.deepEqual([issued?.clientId, issued?.tenantId], [CLIENT_ID, TENANT_ID]);
				const end = result.outputs[`${name}-expires-on`] ?? '';
				assert.match(end, END);
				assert.ok(Math.abs(Date.parse(end) - (issued?.expiresOnMs ?? 0)) < 5_000, end);
			}
		});

		it('gives the same as variables', () => {
			assert.equal(result.environment['EXO'], result.outputs['EXO']);
			assert.equal(result.environment['VAULT_TOKEN_EXPIRES_ON'], result.outputs['vault-token-expires-on']);
		});

		it('gives tokens that a service takes', async () => {
			const { emulator } = world;
			emulator.vault().setSecret('db', 'value-of-the-secret');
			const url = `${emulator.vaultUrl}/secrets/db?api-version=7.4`;
			const reply = await ask(emulator, { url, headers: { authorization: `Bearer ${result.outputs['vault-token']}` } });
			assert.deepEqual([reply.status, reply.json.value], [200, 'value-of-the-secret']);
		});

		it('asks the vault for the public certificate and one signature, and for no secret', () => {
			const asked = askedOf(world.emulator).filter((line) => !line.includes('/secrets/db'));
			const token = `POST login /${TENANT_ID}/oauth2/v2.0/token`;
			const key = `POST vault /keys/exo/${world.stored.version}/sign`;
			assert.deepEqual(asked, [token, 'GET vault /certificates/exo', key, token, token]);
		});

		// Promise: H2
		it('sends 32 bytes of digest to be signed, and nothing else', () => {
			const { requests } = world.emulator;
			const bodies = requests.filter(({ path: at }) => at.endsWith('/sign')).map(({ body }) => body);
			assert.equal(bodies.length, 1);
			const { alg, value, ...more } = JSON.parse(bodies[0] ?? '');
			assert.deepEqual([alg, Buffer.from(value, 'base64url').length, more], ['PS256', 32, {}]);
			const [assertion = ''] = assertionsOf(world.emulator);
			const signed = createHash('sha256')
				.update(readJwt(assertion)?.signedText ?? '')
				.digest('base64url');
			assert.equal(value, signed);
		});

		it('uses one assertion for both tokens', () => {
			const [first, second, ...others] = assertionsOf(world.emulator);
			assert.ok(first !== undefined && first === second);
			assert.deepEqual(others, []);
		});

		it('has tokens and assertion hidden in each form in which a later step may print them', () => {
			for (const secret of [
				result.outputs['EXO'] ?? '',
				result.outputs['vault-token'] ?? '',
				...assertionsOf(world.emulator),
			]) {
				const base64 = (text: string) => Buffer.from(text).toString('base64');
				const lines = [64, 76].flatMap(
					(columns) => base64(`${secret}\n`).match(new RegExp(`.{1,${columns}}`, 'g')) ?? [],
				);
				for (const form of [
					secret,
					base64(secret),
					base64(`${secret}\n`),
					Buffer.from(secret).toString('base64url'),
					...lines,
				])
					assert.equal(result.masker.mask(form), '***');
			}
		});

		it('says in log and summary what was minted for whom, by which key', () => {
			const log = result.log.join('\n');
			const { version: certificate } = world.stored;
			assert.match(
				log,
				/^Signed in with client-secret \(input `client-secret` is set\): tenant 1111.*, client 2222.*\.$/m,
			);
			const head = `Minted for application ${CLIENT_ID}, masked and exported; certificate exo (version ${certificate}, expires `;
			assert.ok(log.includes(head), log);
			assert.match(
				log,
				/^ {2}https:\/\/outlook\.office365\.com\/\.default \(roles Exchange\.ManageAsApp, expires .*Z\) → EXO, EXO-expires-on$/m,
			);
			assert.match(log, /Access token: aud = https:\/\/outlook\.office365\.com$/m);
			for (const text of ['EXO', EXO, CLIENT_ID, `key exo/${certificate} in localhost:`])
				assert.ok(result.summary.includes(text), text);
			assert.equal(result.summary.match(/<tr>/g)?.length, 3);
			assert.deepEqual(result.annotations, []);
		});
	});
}

describe('the token action', () => {
	let world: TokenWorld;
	before(async () => {
		world = await startTokenWorld();
	});
	after(() => world.emulator.close());

	it('mints for another application, in another tenant', async () => {
		const { emulator, stored } = world;
		const [tenantId, clientId] = ['66666666-6666-4666-8666-666666666666', '77777777-7777-4777-8777-777777777777'];
		emulator.entra.addTenant(tenantId, 'fabrikam.example');
		emulator.entra.addApp(tenantId, { clientId, secret: 'unused~secret', certificates: [stored.certificate.der] });
		const result = await runToken(emulator, { 'app-id': clientId, 'app-tenant-id': 'fabrikam.example' });
		assert.equal(result.exitCode, 0, result.log.join('\n'));
		const issued = emulator.entra.findToken(result.outputs['GRAPH'] ?? '');
		assert.deepEqual(
			[issued?.tenantId, issued?.clientId, issued?.audience],
			[tenantId, clientId, GRAPH.replace('/.default', '')],
		);
	});

	it('signs with the version that is asked for, or with the one before if the application has no other', async () => {
		const { emulator, stored } = world;
		const notAfter = new Date(Date.now() + 40 * 86_400_000);
		const renewed = emulator.vault().setCertificate('exo', { notAfter });
		const latest = await runToken(emulator);
		assert.equal(latest.exitCode, 0, latest.log.join('\n'));
		const [warning] = latest.annotations.filter(({ title }) => title?.includes('an earlier version signs'));
		assert.ok(warning?.message.includes(`version ${renewed.version} `), warning?.message);
		assert.ok(warning?.message.includes(`version ${stored.version}, which expires`), warning?.message);
		const pinned = await runToken(emulator, { certificate: `exo/${renewed.version}` });
		assertNothingExported(pinned);
		assert.match(errorsOf(pinned)[0] ?? '', /AADSTS700027/);
		const earlier = await runToken(emulator, {
			certificate: `${emulator.vaultUrl}/certificates/exo/${stored.version}`,
			keyvault: '',
		});
		assert.equal(earlier.exitCode, 0, earlier.log.join('\n'));
		assert.equal((await runToken(emulator, { certificate: `exo/${stored.version}` })).exitCode, 0);
	});
});
