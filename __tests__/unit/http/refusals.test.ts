import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isRefusal } from '../../../src/http/write.js';

describe('isRefusal', () => {
	it('is true of what says that nothing was done', () => {
		for (const status of [400, 401, 403, 404, 409, 429, 499]) assert.ok(isRefusal(status), `${status}`);
		for (const status of [200, 302, 408, 500, 503]) assert.ok(!isRefusal(status), `${status}`);
	});
});
