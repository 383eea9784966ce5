// The emulator as a process of its own, told what to do by the bench: see service.ts.
import { CLIENT_ID, CLIENT_SECRET, TENANT_ID } from '../../__tests__/emulator/directory.js';
import { type Emulator, startEmulator } from '../../__tests__/emulator/emulator.js';
import { GITHUB_ISSUER, GITHUB_SUBJECT } from '../../__tests__/emulator/id-token-issuer.js';
import {
	namesOf,
	type ServiceAddress,
	type ServiceCount,
	type ServiceMessage,
	type ServiceOrder,
	secretValue,
	type VaultCourse,
} from './service.js';
import { startSlowLink } from './slow-link.js';
import { describeCourse } from './vault-course.js';

const order = JSON.parse(process.argv[2] ?? '') as ServiceOrder;
const emulator = await startEmulator({ latencyMs: order.latencyMs });
for (const name of namesOf(order).all) emulator.vault().setSecret(name, secretValue(name));
const issuer = emulator.listener('id-token').origin;
const [authorityHost = '', vaultUrl = '', issuerAtDistance = ''] = await Promise.all(
	[emulator.authorityHost, emulator.vaultUrl, issuer].map(atDistance),
);
const audience = 'api://AzureADTokenExchange';
Object.assign(emulator.entra.app(), {
	federated: [{ issuer: GITHUB_ISSUER, subject: GITHUB_SUBJECT, audience }],
	roles: ['Exchange.ManageAsApp', 'User.Read.All'],
});
const { ACTIONS_ID_TOKEN_REQUEST_URL: url = '', ...requestToken } = emulator.idTokenVariables;
const take = { count: makeCounter(emulator), course: makeCourse(emulator) };
process.on('message', async (message: ServiceMessage) => {
	if (message !== 'close') {
		process.send?.(take[message]());
		return;
	}
	await emulator.close();
	process.exit();
});
process.send?.({
	caFile: emulator.caFile,
	authorityHost,
	vaultUrl,
	tenantId: TENANT_ID,
	clientId: CLIENT_ID,
	clientSecret: CLIENT_SECRET,
	idTokenVariables: { ACTIONS_ID_TOKEN_REQUEST_URL: url.replace(issuer, issuerAtDistance), ...requestToken },
} as ServiceAddress);

// The address under which a listener is reached as if it were so far away.
async function atDistance(origin: string): Promise<string> {
	if (order.roundTripMs === 0) return origin;
	const port = await startSlowLink(Number(new URL(origin).port), order.roundTripMs);
	return `https://localhost:${port}`;
}

function makeCounter({ journal }: Emulator): () => ServiceCount {
	let last: ServiceCount = { requests: 0, connections: 0 };
	return () => {
		const before = last;
		last = { requests: journal.requests.length, connections: journal.connectionCount() };
		return { requests: last.requests - before.requests, connections: last.connections - before.connections };
	};
}

function makeCourse({ journal }: Emulator): () => VaultCourse {
	let seen = 0;
	return () => {
		const paths = journal.requests.slice(seen).map(({ path }) => path);
		seen = journal.requests.length;
		return { mostAtOnce: journal.mostAtOnce, ...describeCourse(paths) };
	};
}
