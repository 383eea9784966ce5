// The expiry action over a large tenant and many vaults, in simulated time: everything once, within the step's limit.
import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { ExpiryEntry } from '../../src/expiry/expiry-row.js';
import { reportExpiry } from '../../src/expiry/report-expiry.js';
import type { StepLog } from '../../src/ports.js';
import { CLIENT_ID, CLIENT_SECRET, TENANT_ID } from '../emulator/directory.js';
import { makeInputs, makePorts } from '../support/make-ports.js';
import { type GraphRules, LargeTenant, type TenantSize } from './large-tenant.js';
import { makeRandom } from './random.js';
import { SimulatedTime } from './simulated-time.js';

const LARGE: TenantSize = { applications: 10_000, vaults: 50, objects: 2_000 };
/** A tenant for trying only Graph's limit. */
const FEW_VAULTS: TenantSize = { ...LARGE, vaults: 2 };
const USUAL: GraphRules = { requestsPerMinute: 150, saysRetryAfter: true, maxPageSize: 999 };
const START_MS = Date.UTC(2026, 5, 1);

/** A page of a vault, and one of Graph with 300 applications. */
const VAULT_MS = 60;
const GRAPH_MS = 900;

const SILENT: StepLog = { info: () => {}, debug: () => {}, annotate: () => {}, mask: async () => {} };

// The code that a run loads late takes real time, so it is loaded here.
before(() => import('../../src/expiry/report-and-export.js'));

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

function heapBytes(): number {
	collectGarbage();
	return process.memoryUsage().heapUsed;
}

async function run(size: TenantSize, rules: GraphRules) {
	const time = new SimulatedTime(START_MS);
	const tenant = new LargeTenant(size, rules, time);
	const before = heapBytes();
	let peakBytes = 0;
	let requests = 0;
	let report = '';
	const { ports, files } = makePorts({
		inputs: makeInputs({
			'tenant-id': TENANT_ID,
			'client-id': CLIENT_ID,
			'client-secret': CLIENT_SECRET,
			keyvaults: tenant.vaultNames.join('\n'),
			'tenant-apps': 'true',
		}),
		clock: time,
		randomFraction: makeRandom(7),
		log: SILENT,
		privateFolders: {
			problem: () => undefined,
			pathOf: (folder, file) => `${folder}/${file}`,
			make: () => {},
			write: (_folder, _file, content) => {
				peakBytes = Math.max(peakBytes, heapBytes() - before);
				report = [...(content as Iterable<string>)].join('');
			},
			remove: () => {},
		},
	});
	const transport = async (request: Parameters<typeof ports.transport>[0]) => {
		requests += 1;
		await time.sleep(request.url.startsWith('https://graph.') ? GRAPH_MS : VAULT_MS);
		return tenant.serve(request);
	};
	const [succeeded] = await time.passUntilDone([reportExpiry({ ...ports, transport })]);
	return {
		succeeded,
		tenant,
		requests,
		peakBytes,
		tookMs: time.nowMs() - START_MS,
		outputs: Object.fromEntries(files.outputs),
		entries: JSON.parse(report) as readonly ExpiryEntry[],
	};
}

function assertComplete({ succeeded, tenant, entries, tookMs, outputs }: Awaited<ReturnType<typeof run>>): void {
	assert.equal(succeeded, true);
	// One in five enterprise applications is a managed identity.
	const skipped = LARGE.applications / 5;
	assert.equal(entries.length, tenant.entries - skipped);
	const keys = new Set(
		entries.map(({ where, kind, name, keyId, appId }) => `${where} ${kind} ${name} ${keyId} ${appId}`),
	);
	assert.equal(keys.size, entries.length, 'each once');
	const ends = entries.filter(({ enabled }) => enabled).map(({ expiresOn }) => expiresOn);
	assert.ok(
		ends.every((end, index) => index === 0 || (ends[index - 1] ?? '') <= end),
		'sorted',
	);
	assert.ok(tookMs < 600_000, `${tookMs} ms`);
	assert.equal(tenant.vaultRefusals, 0);
	assert.equal(JSON.parse(outputs['expired'] ?? '').length, 200);
	assert.ok(Buffer.byteLength(outputs['markdown'] ?? '') < 200_000 && (outputs['markdown'] ?? '').length <= 60_000);
}

describe('10,000 applications and 50 vaults of 2,000 objects', () => {
	// Promise: R15
	it('are all listed once, within the limits of Graph, of the vaults and of the step, without a value', async () => {
		const result = await run(LARGE, USUAL);
		assertComplete(result);
		const { tenant, tookMs, requests } = result;
		assert.equal(tenant.refused, 0);
		assert.ok(tenant.mostInAMinute <= 150);
		assert.ok(tookMs < 180_000, `${tookMs} ms for ${requests} requests`);
		const [pagesOfSecrets, pagesOfKeys] = [50 * 64, 50 * 40];
		assert.equal(tenant.counts.get('GET /secrets'), pagesOfSecrets);
		assert.equal(tenant.counts.get('GET /keys'), pagesOfKeys);
		assert.equal(tenant.counts.get('GET /v1.0/applications'), 34);
		// Policy and versions are those of the certificates that an application uses.
		assert.equal(tenant.counts.get('GET /certificates/NAME/policy'), 50 * 60);
		assert.equal(tenant.counts.get('GET /certificates/NAME/versions'), 50 * 60);
		console.log(`# ${requests} requests, ${Math.round(tookMs / 1000)} s, ${result.entries.length} entries`);
	});

	// Promise: R15
	it('are listed within the limits though Graph shows 100 at a time', async () => {
		const result = await run(FEW_VAULTS, { ...USUAL, maxPageSize: 100 });
		assertComplete(result);
		assert.equal(result.tenant.counts.get('GET /v1.0/applications'), 100);
		assert.equal(result.tenant.refused, 0);
		assert.ok(result.tenant.mostInAMinute <= 150, `${result.tenant.mostInAMinute}`);
	});

	for (const saysRetryAfter of [true, false]) {
		it(`are listed though others use up what Graph allows, which says ${saysRetryAfter ? '' : 'not '}when to come back`, async () => {
			const result = await run(FEW_VAULTS, { requestsPerMinute: 25, saysRetryAfter, maxPageSize: 300 });
			assertComplete(result);
			assert.ok(result.tenant.refused > 0);
		});
	}
});

describe('the memory of a run', () => {
	// Promise: R15
	it('grows by less than a kilobyte for each entry, whatever else the lists show', async () => {
		const small = await run({ applications: 1_000, vaults: 5, objects: 2_000 }, USUAL);
		const large = await run({ applications: 5_000, vaults: 25, objects: 2_000 }, USUAL);
		const more = large.entries.length - small.entries.length;
		const perEntry = (large.peakBytes - small.peakBytes) / more;
		console.log(`# ${Math.round(perEntry)} bytes for each entry`);
		assert.ok(perEntry < 1_000, `${perEntry} bytes for each entry`);
	});
});
