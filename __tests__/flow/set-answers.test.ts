// What else a vault may answer to the set action: recoveries, versions that changed, bodies that are none; and outputs that fail.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { toPem } from '../../src/certificate/pem.js';
import { issue } from '../support/certificates.js';
import { response } from '../support/make-ports.js';
import { type Interference, SetWorld } from '../support/set-world.js';
import { befall, lost, refusal, runWith, SECRETS, VARIABLES } from './set-interference.js';

const TLS = (({ pkcs8, certificate }) => `${toPem('PRIVATE KEY', pkcs8)}${toPem('CERTIFICATE', certificate)}`)(
	issue('www', { kind: 'ec' }),
);

describe('a recovery', () => {
	async function recover(interfere: Interference) {
		const world = new SetWorld();
		world.vault.setSecret('db', 'before');
		world.vault.deleteSecret('db');
		const result = await world.run({ ...SECRETS, recover: 'true' }, { variables: VARIABLES, interfere });
		return { world, ...result, error: result.errors[0] ?? '' };
	}

	it('whose answer is lost goes on', async () => {
		const { succeeded, error } = await recover(
			befall('POST', (serve) => {
				serve();
				return lost();
			}),
		);
		assert.ok(succeeded, error);
	});

	it('that somebody else has begun is waited for', async () => {
		let isBegun = false;
		const { succeeded, error } = await recover(
			befall('POST', (serve) => {
				if (!isBegun) serve();
				isBegun = true;
				return response(409, { error: { code: 'Conflict', innererror: { code: 'ObjectIsBeingRecovered' } } });
			}),
		);
		assert.ok(succeeded, error);
	});

	it('that somebody else has ended is taken as it is', async () => {
		const world = new SetWorld();
		world.vault.setSecret('db', 'before');
		world.vault.deleteSecret('db');
		const interfere = befall('POST', (serve) => {
			world.vault.recoverSecret('db');
			return serve();
		});
		const { succeeded, errors } = await world.run({ ...SECRETS, recover: 'true' }, { variables: VARIABLES, interfere });
		assert.ok(succeeded, errors.join('\n'));
	});

	it('that is refused, or takes too long, is an error, and nothing is written', async () => {
		assert.match(
			(await recover(befall('POST', refusal(403, 'ForbiddenByPolicy')))).error,
			/to recover secrets.*Nothing was written/,
		);
		const id = `https://contoso.vault.azure.net/secrets/db/${'0'.repeat(32)}`;
		const slow = await recover(befall('POST', () => response(200, { id })));
		assert.match(slow.error, /Nothing was written/);
		assert.ok(slow.tookMs < 120_000);
		const strange = await recover(befall('POST', () => response(200, {})));
		assert.match(strange.error, /answer.*Nothing was written/);
	});
});

describe('the current version of a secret', () => {
	it('is asked for by name if two were made in one second', async () => {
		const world = new SetWorld();
		for (const value of ['one', 'two']) world.vault.setSecret('db', value);
		const second = world.secret('db');
		const sameSecond: Interference = (request, serve) => {
			const answer = serve();
			const body = answer.body.replace(/"created":\d+/g, '"created":1');
			return request.url.includes('/versions') ? { ...answer, body } : answer;
		};
		const { steps } = await world.run(
			{ secrets: 'db < generate 20', 'disable-previous': 'true' },
			{ interfere: sameSecond },
		);
		assert.ok(steps.includes('GET /secrets/db'));
		assert.equal(world.vault.findSecret('db', second?.version)?.enabled, false);
	});

	it('may have been disabled or deleted since it was listed', async () => {
		for (const [status, code, because] of [
			[403, 'SecretDisabled', 'the version before is disabled'],
			[404, 'SecretNotFound', 'the vault had none'],
		] as const) {
			const { log } = await runWith((request, serve) =>
				request.method === 'GET' && request.url.includes('/secrets/db?')
					? response(status, { error: { code, innererror: { code } } })
					: serve(),
			);
			assert.ok(
				log.lines.some((line) => line.includes(because)),
				log.lines.join('\n'),
			);
		}
	});

	it('is not a secret, or a certificate, by the answer itself', async () => {
		for (const [change, problem] of [
			[(body: string) => body.replace('"value"', '"other"'), /\bnot a secret/],
			[(body: string) => body.replace('"value"', '"managed":true,"value"'), /private key of the certificate/],
		] as const) {
			const { error } = await runWith((request, serve) => {
				const answer = serve();
				return request.url.includes('/secrets/db?') && request.method === 'GET'
					? { ...answer, body: change(answer.body) }
					: answer;
			});
			assert.match(error, problem);
		}
	});
});

describe('the current version', () => {
	it('that cannot be read is no reason to write', async () => {
		const { error, world } = await runWith((request, serve) =>
			request.method === 'GET' && request.url.includes('/secrets/db?') ? response(400) : serve(),
		);
		assert.match(error, /refused the request.*Nothing was written/);
		assert.equal(world.count('db'), 1);
	});

	it('must be a certificate if one is imported', async () => {
		for (const [answer, problem] of [
			[response(200, {}), /\bnot a certificate/],
			[
				response(200, { id: `https://contoso.vault.azure.net/certificates/www/${'0'.repeat(32)}` }),
				/not a certificate/,
			],
			[response(403, { error: { code: 'Forbidden' } }), /refused the request/],
		] as const) {
			const world = new SetWorld();
			const { errors } = await world.run(
				{ certificates: 'www < env TLS' },
				{
					variables: { TLS },
					interfere: (request, serve) => (request.url.includes('/certificates/') ? answer : serve()),
				},
			);
			assert.match(errors[0] ?? '', problem);
		}
	});
});

describe('what is written', () => {
	it('stays, and the log names it, if the outputs cannot be written', async () => {
		const world = new SetWorld();
		const { succeeded, errors, log } = await world.run(SECRETS, { variables: VARIABLES, failAtOutput: 1 });
		assert.ok(!succeeded);
		assert.match(errors[0] ?? '', /stored/);
		assert.ok(log.lines.some((line) => line.includes(world.secret('db')?.version ?? '-')));
	});

	it('is nothing if the sign-in is refused', async () => {
		const { errors } = await new SetWorld().run({ ...SECRETS, 'client-secret': 'wrong' }, { variables: VARIABLES });
		assert.match(errors[0] ?? '', /Nothing was written\./);
	});

	it('is told in no summary if none is wanted', async () => {
		const { files } = await new SetWorld().run({ ...SECRETS, summary: 'false' }, { variables: VARIABLES });
		assert.equal(files.summary(), '');
	});
});
