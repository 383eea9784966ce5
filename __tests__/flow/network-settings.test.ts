// What the environment says of the network is dealt with before a step does anything else.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ActionError } from '../../src/errors.js';
import type { NetworkSettings } from '../../src/ports.js';
import { SecretText } from '../../src/secret-text.js';
import { runAction } from './scripted-vault.js';

const USUAL: NetworkSettings = { secrets: [], warnings: [], error: undefined };

describe('the settings of the network', () => {
	it('have the password of the proxy masked before anything else happens', async () => {
		const secrets = ['50%off', 'svc:50%off'].map((text) => new SecretText(text));
		const { events, succeeded } = await runAction({ secrets: 'sql' }, { network: { ...USUAL, secrets } });
		assert.ok(succeeded);
		assert.deepEqual([events[0]?.kind, events[0]?.text], ['mask', '50%off']);
		const masks = events
			.slice(
				0,
				events.findIndex(({ kind }) => kind !== 'mask'),
			)
			.map(({ text }) => text);
		assert.ok(masks.includes('svc:50%off'));
		assert.ok(masks.includes('svc%3A50%25off') || masks.length > 2);
	});

	it('are warned of once, if they are not obeyed', async () => {
		const warning = { title: 'TLS certificates are verified', text: 'A is not obeyed.' };
		const { warnings, succeeded } = await runAction({ secrets: 'sql' }, { network: { ...USUAL, warnings: [warning] } });
		assert.ok(succeeded);
		assert.deepEqual(warnings, [{ level: 'warning', ...warning }]);
	});

	it('end the step before anything is sent or connected, if there is no way to send', async () => {
		const error = new ActionError({ code: 'STORE_FULL', title: 'Proxy', subject: 'HTTPS_PROXY', problem: 'no.' });
		const { events, errors, succeeded } = await runAction({ secrets: 'sql' }, { network: { ...USUAL, error } });
		assert.ok(!succeeded);
		assert.equal(errors.length, 1);
		assert.match(errors[0]?.text ?? '', /^HTTPS_PROXY: no\./);
		assert.deepEqual(
			events.filter(({ kind }) => kind !== 'error'),
			[],
		);
	});
});
