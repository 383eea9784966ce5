// The annotation of each refusal of Microsoft Graph, read as a person would: what failed, where, the code, and one thing
// to do. Whoever does that meets success, or another error.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { GRAPH_CODES } from '../../src/graph/graph-advice.js';
import { CLIENT_ID } from '../emulator/directory.js';
import { APP_ID, type RotationWorld } from '../support/rotation-world.js';
import { makeDueWorld } from './rotation-failure.js';

type Inputs = Readonly<Record<string, string>>;

interface Refusal {
	readonly code: string;
	readonly appId?: string;
	readonly inputs?: Inputs;
	/** Brings the refusal about. */
	readonly spoil: (world: RotationWorld) => void;
	/** What the annotation tells people to do. */
	readonly advice: RegExp;
	/** Does that; the inputs that go with it. */
	readonly follow: (world: RotationWorld, advice: RegExpExecArray) => Inputs | undefined;
}

const OTHER_APP = '12345678-1234-4234-8234-123456789abc';

const REFUSALS: readonly Refusal[] = [
	{
		code: 'Authorization_RequestDenied',
		spoil: (world) => {
			world.app.owners = [];
		},
		advice: /owner of this app registration/,
		follow: (world) => {
			world.app.owners = [CLIENT_ID];
			return undefined;
		},
	},
	{
		code: 'Authorization_IdentityNotFound',
		spoil: (world) => {
			world.directory.app().graphLimits = { hasNoIdentity: true };
		},
		advice: /administrator.*consent.*client-id.*tenant-id/,
		follow: (world) => {
			world.directory.app().graphLimits = {};
			return undefined;
		},
	},
	{
		code: 'Request_ResourceNotFound',
		appId: OTHER_APP,
		inputs: { 'app-id': OTHER_APP },
		spoil: () => undefined,
		advice: /app-id.*"Application \(client\) ID"/,
		follow: () => ({ 'app-id': APP_ID }),
	},
	{
		code: 'TooManyAppPasswords',
		spoil: (world) => {
			// The one that is in use, and one that a person has made.
			for (const keyId of world.ownIds.slice(0, -1)) world.app.passwords.remove(keyId);
			world.app.graphLimits = { maxPasswords: 2 };
		},
		advice: /Remove a password.*"az ad app credential delete --id (\S+) --key-id KEY_ID"/,
		follow: (world, [, appId]) => {
			assert.equal(appId, APP_ID);
			world.app.passwords.remove(world.foreignId);
			return undefined;
		},
	},
	{
		code: 'TooManyAppPasswords',
		spoil: (world) => {
			world.app.graphLimits = { maxPasswords: 1 };
		},
		advice: /"az ad app update --id (\S+) --sign-in-audience AzureADMyOrg"/,
		follow: (world, [, appId]) => {
			assert.equal(appId, APP_ID);
			world.app.graphLimits = {};
			return undefined;
		},
	},
	{
		code: 'Directory_ResourceSizeExceeded',
		spoil: (world) => {
			world.app.graphLimits = { isFull: true };
		},
		advice: /Remove/,
		follow: (world) => {
			world.app.graphLimits = {};
			return undefined;
		},
	},
	{
		code: 'Directory_QuotaExceeded',
		spoil: (world) => {
			world.app.graphLimits = { isQuotaExceeded: true };
		},
		advice: /administrator.*directory objects/,
		follow: (world) => {
			world.app.graphLimits = {};
			return undefined;
		},
	},
	{
		code: 'Directory_ConcurrencyViolation',
		spoil: (world) => {
			world.app.graphLimits = { conflicts: 1_000 };
		},
		advice: /Run the job again .*application/,
		follow: (world) => {
			world.app.graphLimits = {};
			return undefined;
		},
	},
	{
		code: 'CredentialTypeNotAllowedAsPerAppPolicy',
		spoil: (world) => {
			world.app.passwordPolicy = { forbidden: true };
		},
		advice: /application.*policy/,
		follow: (world) => {
			world.app.passwordPolicy = {};
			return undefined;
		},
	},
	{
		code: 'CredentialInvalidLifetimeAsPerAppPolicy',
		spoil: (world) => {
			world.app.passwordPolicy = { maxDays: 30 };
		},
		advice: /valid-days.*policy.*renew-before-days/,
		follow: () => ({ 'valid-days': '30', 'renew-before-days': '20' }),
	},
];

describe('the annotation of a refusal of Microsoft Graph', () => {
	for (const { code, appId = APP_ID, inputs, spoil, advice, follow } of REFUSALS) {
		it(`says what failed with ${code} and what to do, and doing it (${advice.source.slice(0, 40)}…) helps`, async () => {
			const { world } = makeDueWorld();
			spoil(world);
			const before = world.stored;
			const failed = await world.run(inputs);
			assert.ok(!failed.succeeded);
			assert.equal(failed.errors.length, 1);
			const [{ title, text } = { title: '', text: '' }] = failed.errors;
			assert.match(title, /^Microsoft Graph: /);
			assert.ok(text.startsWith(`application ${appId} at graph.microsoft.com: `), text);
			assert.match(text, new RegExp(`\\(HTTP 4\\d\\d, ${code}\\)`));
			assert.match(text, /\(request ID [0-9a-f-]{36}\)$/);
			assert.equal(world.stored, before);
			assert.ok(world.storedWorks);
			const found = advice.exec(text);
			assert.ok(found !== null, text);
			const again = await world.run(follow(world, found));
			assert.ok(again.succeeded, JSON.stringify(again.errors));
			assert.notEqual(world.stored, before);
			assert.ok(world.storedWorks);
		});
	}

	it('is there for every code that has advice', () => {
		assert.deepEqual([...new Set(REFUSALS.map(({ code }) => code))].sort(), [...GRAPH_CODES].sort());
	});
});
