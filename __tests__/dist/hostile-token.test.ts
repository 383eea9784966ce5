// Claims of a token go to the log: whatever they say, a runner takes none of it for a command.
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { startEmulator } from '../emulator/emulator.js';
import { encodeJwt } from '../emulator/jwt.js';
import { HOSTILE_TEXTS } from '../support/hostile-texts.js';
import { assertNothingExported, errorsOf, runAction } from '../support/run-action.js';

// Promise: R4
it('hostile claims are shown, and do no harm', async () => {
	const emulator = await startEmulator();
	emulator.vault().setSecret('db', 'value-of-the-secret');
	const text = HOSTILE_TEXTS['workflow commands'] ?? '';
	const token = `${encodeJwt({ alg: 'none' }, { tid: text, appid: text, aud: text, roles: [text] })}.c2lnbmF0dXJl`;
	const result = await runAction(
		emulator,
		{ 'client-secret': '', 'access-token': token, secrets: 'db' },
		{ debug: true },
	);
	await emulator.close();
	assertNothingExported(result);
	assert.deepEqual(result.annotations.length, errorsOf(result).length);
	assert.match(errorsOf(result)[0] ?? '', /^secret db: the vault does not accept the token/);
	assert.ok(result.log.some((line) => line.includes('tenant ::error title=hostile::hostile ## [add-mask]e')));
	assert.ok(!result.masker.hides('e'));
});
