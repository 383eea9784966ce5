// Every source and kind, every request, every fault: what a run of the set action says the vault holds is what it holds, and a
// second run writes only what is missing.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { toPem } from '../../src/certificate/pem.js';
import { writePfx } from '../../src/certificate/pfx-write.js';
import { TransportError } from '../../src/http/transport-error.js';
import { issue } from '../support/certificates.js';
import { response } from '../support/make-ports.js';
import { type Interference, type SetRunOptions, type SetRunResult, SetWorld } from '../support/set-world.js';

const VALUE = 'Va1ue-of-the-database';
const [OLD, NEW] = [issue('www', { kind: 'ec' }), issue('www', { kind: 'ec' })].map(({ pkcs8, certificate }) => {
	const parts = { privateKey: pkcs8, certificates: [certificate], password: null, friendlyName: 'x' } as const;
	const pfx = writePfx({ ...parts, protection: 'aes256', randomBytes: (length) => Buffer.alloc(length, 7) });
	return { pfx, pem: `${toPem('PRIVATE KEY', pkcs8)}${toPem('CERTIFICATE', certificate)}`, certificate };
}) as [Material, Material];

interface Material {
	readonly pfx: Buffer;
	readonly pem: string;
	readonly certificate: Buffer;
}

/** Source of a line's value. */
interface Kind {
	readonly name: string;
	readonly inputs: Readonly<Record<string, string>>;
	readonly options: SetRunOptions;
	readonly collection: 'secrets' | 'certificates';
	readonly isMade?: true;
}

const KINDS: readonly Kind[] = [
	{
		name: 'secret from a variable',
		inputs: { secrets: 'x < env V' },
		options: { variables: { V: VALUE } },
		collection: 'secrets',
	},
	{
		name: 'secret from a file',
		inputs: { secrets: 'x < file f | base64' },
		options: { files: { f: VALUE } },
		collection: 'secrets',
	},
	{
		name: 'secret that is made',
		inputs: { secrets: 'x < generate 24' },
		options: {},
		collection: 'secrets',
		isMade: true,
	},
	{
		name: 'certificate from a PFX',
		inputs: { certificates: 'x < file f' },
		options: { files: { f: NEW.pfx } },
		collection: 'certificates',
	},
	{
		name: 'certificate from PEM',
		inputs: { certificates: 'x < env V' },
		options: { variables: { V: NEW.pem } },
		collection: 'certificates',
	},
];

const EXTRA = { 'disable-previous': 'true', recover: 'true' };

/** Contents of the vault before the run. */
const STATES = ['nothing', 'another version', 'a deleted version'] as const;

type Befall = (
	context: Parameters<Interference>[2] & {
		readonly serve: () => ReturnType<typeof response>;
		readonly world: SetWorld;
		readonly request: Parameters<Interference>[0];
	},
) => ReturnType<typeof response>;

function lost(): never {
	throw new TransportError('the connection was closed', { failure: 'connection' });
}

const refusal = (status: number, code: string) => () => response(status, { error: { code } });

const FAULTS: Readonly<Record<string, Befall>> = {
	'lost on its way': lost,
	'answer lost': ({ serve }) => {
		serve();
		return lost();
	},
	'arrives a minute later': ({ world, request }) => {
		world.arriveLate(request, 60_000);
		return lost();
	},
	'arrives after the step': ({ world, request }) => {
		world.arriveLate(request, 400_000);
		return lost();
	},
	'status 500, nothing done': refusal(500, 'InternalServerError'),
	'status 503, but done': ({ serve }) => {
		serve();
		return response(503, 'busy');
	},
	'status 408, but done': ({ serve }) => {
		serve();
		return response(408);
	},
	'status 200 of a proxy': () => response(200, '<html>sign in</html>'),
	'status 200 of a proxy, but done': ({ serve }) => {
		serve();
		return response(200, '<html>sign in</html>');
	},
	'status 400': refusal(400, 'BadParameter'),
	'status 403': refusal(403, 'Forbidden'),
	'status 404': refusal(404, 'NotFound'),
	'status 409': refusal(409, 'Conflict'),
	'status 429': refusal(429, 'Throttled'),
};

async function prepare(kind: Kind, state: (typeof STATES)[number]): Promise<SetWorld> {
	const world = new SetWorld();
	if (state === 'nothing') return world;
	if (kind.collection === 'secrets') world.vault.setSecret('x', 'before', { tags: { a: '1' } });
	else await world.run({ certificates: 'x < file old' }, { files: { old: OLD.pfx } });
	if (state === 'a deleted version') {
		if (kind.collection === 'secrets') world.vault.deleteSecret('x');
		else world.vault.certificates.shelf.delete('x', 0);
	}
	return world;
}

/** Whether the vault's current version holds what the line writes. */
function isHeld(world: SetWorld, { collection, isMade }: Kind): boolean {
	if (collection === 'certificates')
		return world.vault.findCertificate('x')?.certificate.der.equals(NEW.certificate) ?? false;
	const value = world.secret('x')?.value ?? '';
	return isMade ? /^[0-9A-Za-z]{24}$/.test(value) : [VALUE, Buffer.from(VALUE).toString('base64')].includes(value);
}

/** Yields each statement that is not true. */
function* findUntruths(world: SetWorld, kind: Kind, result: SetRunResult, before: number): Generator<string> {
	const { succeeded, outputs, errors, log } = result;
	const current =
		kind.collection === 'secrets' ? world.secret('x')?.version : world.vault.findCertificate('x')?.version;
	const count = world.count('x', kind.collection);
	if (succeeded) {
		if (errors.length > 0) yield 'it succeeded with errors';
		if (!isHeld(world, kind)) yield 'it succeeded, and the vault does not hold the value';
		if (outputs['x-version'] !== current) yield 'its output names another version';
		if (outputs['x-changed'] !== 'true') yield 'it says that nothing changed';
		const [, disabled] = /Version ([0-9a-f]{32}) is disabled now/.exec(log.lines.join('\n')) ?? [];
		const previous =
			kind.collection === 'secrets'
				? world.vault.findSecret('x', disabled)
				: world.vault.findCertificate('x', disabled);
		if (disabled !== undefined && previous?.enabled !== false) yield 'it says that the version before is disabled';
		return;
	}
	const [text = '', ...others] = errors;
	if (others.length > 0 || text === '') yield `it has ${errors.length} errors`;
	if (Object.keys(outputs).length > 0) yield 'a failed line has outputs';
	const states = [
		/Nothing was written/.test(text) && 'nothing',
		/did not confirm the write/.test(text) && 'unconfirmed',
		/Version [0-9a-f]{32} is stored/.test(text) && 'stored',
	].filter((one) => one !== false);
	if (states.length !== 1) yield `it says ${states.length} things of the vault: ${text}`;
	if (states[0] === 'nothing' && count > before) yield `it says that nothing was written: ${text}`;
	if (states[0] === 'stored' && !(isHeld(world, kind) && text.includes(`Version ${current} is stored`)))
		yield `it says that the new version is stored: ${text}`;
}

describe('a run of the set action after a fault', () => {
	for (const kind of KINDS) {
		for (const state of STATES) {
			// Promises: H10, R14
			it(`tells the truth of a ${kind.name}, if the vault holds ${state}`, { timeout: 300_000 }, async () => {
				const usual = await (await prepare(kind, state)).run({ ...kind.inputs, ...EXTRA }, kind.options);
				assert.ok(usual.succeeded, usual.errors.join('\n'));
				const untruths: string[] = [];
				for (const [fault, befall] of Object.entries(FAULTS)) {
					for (const [index, step] of usual.steps.entries()) {
						for (const isLasting of [false, true]) {
							// A recovery that fails for ever fails as the write before it does.
							if (index === 0 || (isLasting && state === 'a deleted version')) continue;
							const world = await prepare(kind, state);
							const before = state === 'nothing' ? 0 : 1;
							let hits = 0;
							const interfere: Interference = (request, serve, context) => {
								const isHit = isLasting ? context.index >= index : context.index === index;
								if (!isHit) return serve();
								hits += 1;
								return befall({ ...context, request, serve, world });
							};
							const result = await world.run({ ...kind.inputs, ...EXTRA }, { ...kind.options, interfere });
							const where = `${fault}, ${step}, ${isLasting ? 'for ever' : 'once'}`;
							assert.ok(hits > 0, where);
							for (const one of findUntruths(world, kind, result, before)) untruths.push(`${where}: ${one}`);
							if (result.tookMs > 120_000) untruths.push(`${where}: it took ${result.tookMs} ms`);
							// Everything late arrives, and a run without a fault puts everything right.
							world.time.advance(600_000);
							world.settle();
							const second = await world.run({ ...kind.inputs, ...EXTRA }, kind.options);
							if (!second.succeeded || !isHeld(world, kind)) untruths.push(`${where}: the next run fails`);
							if (isLasting) continue;
							const versions = world.count('x', kind.collection);
							const third = await world.run({ ...kind.inputs, ...EXTRA }, kind.options);
							const added = world.count('x', kind.collection) - versions;
							if (!third.succeeded || added !== (kind.isMade ? 1 : 0))
								untruths.push(`${where}: a run after it adds ${added} versions`);
						}
					}
				}
				assert.deepEqual(untruths, []);
			});
		}
	}
});
