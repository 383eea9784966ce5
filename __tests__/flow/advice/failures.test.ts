// Requests that get no answer, or one of somebody else: the same cause has the same advice wherever it happens, and who
// follows it succeeds.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CODE_MEANINGS, classifyFailure } from '../../../src/http/transport-error.js';
import type { HttpResponse } from '../../../src/ports.js';
import { response } from '../../support/make-ports.js';
import { type AdviceStep, AdviceWorld, type SeenRequest } from './advice-world.js';

/** Whom a request is for, how the annotation calls it, and what its host is named by. */
interface Service {
	readonly isAsked: (seen: SeenRequest) => boolean;
	readonly subject: RegExp;
	readonly hostHint: RegExp;
}

const SERVICES: Readonly<Record<string, Service>> = {
	'Entra ID': {
		isAsked: ({ host }) => host.startsWith('login.'),
		subject:
			/^Sign-in of client \S+ in tenant \S+ at login\.microsoftonline\.com with github-oidc \(the job has `id-token: write`\): /,
		hostHint: /Check authority-host and cloud/,
	},
	vault: {
		isAsked: ({ host }) => host.endsWith('.vault.azure.net'),
		subject: /^secret db: /,
		hostHint: /The name of the vault is misspelled/,
	},
	'ID token': {
		isAsked: ({ host }) => host === 'issuer.example',
		subject: /^ID token of GitHub \(issuer\.example\): /,
		hostHint: /Check the name resolution of the runner/,
	},
};

/** What must be said of each cause, whichever service it befalls. */
const CURES: Readonly<Record<string, RegExp>> = {
	ENOTFOUND: /set HTTPS_PROXY/,
	EAI_AGAIN: /DNS settings/,
	ECONNREFUSED: /allow outgoing HTTPS to this host/,
	ECONNRESET: /most likely cuts connections to this host: allow it there/,
	EPIPE: /most likely cuts connections to this host: allow it there/,
	ETIMEDOUT: /may drop the packets: allow outgoing HTTPS/,
	EHOSTUNREACH: /no route to this host/,
	ENETUNREACH: /no route to this host/,
	EPROTO: /check the port/,
	UNABLE_TO_GET_ISSUER_CERT: /set NODE_EXTRA_CA_CERTS to its path/,
	UNABLE_TO_GET_ISSUER_CERT_LOCALLY: /set NODE_EXTRA_CA_CERTS to its path/,
	UNABLE_TO_VERIFY_LEAF_SIGNATURE: /set NODE_EXTRA_CA_CERTS to its path/,
	SELF_SIGNED_CERT_IN_CHAIN: /set NODE_EXTRA_CA_CERTS to its path/,
	DEPTH_ZERO_SELF_SIGNED_CERT: /set NODE_EXTRA_CA_CERTS to its path/,
	CERT_HAS_EXPIRED: /Check the runner's clock first/,
	CERT_NOT_YET_VALID: /Check the runner's clock first/,
	ERR_TLS_CERT_ALTNAME_INVALID: /public name|Another server answers/,
	HOSTNAME_MISMATCH: /public name|Another server answers/,
	CERT_REVOKED: /openssl s_client/,
};

const STEP = (world: AdviceWorld): AdviceStep => ({ variables: world.oidc });

/** The one error of a step whose requests to a service come to `answer`, until somebody has done as the advice says. */
async function meetAndFollow({ isAsked, subject }: Service, answer: () => HttpResponse | Error): Promise<string> {
	const world = new AdviceWorld();
	const obstacle = (seen: SeenRequest) => (!world.mended && isAsked(seen) ? answer() : undefined);
	const { succeeded, errors } = await world.run(STEP(world), obstacle);
	assert.ok(!succeeded);
	assert.equal(errors.length, 1, JSON.stringify(errors));
	const { title = '', text = '' } = errors[0] ?? {};
	assert.ok(title.length > 10 && title.length < 90, title);
	assert.match(text, subject);
	assert.doesNotMatch(text, /Words of a page|[\r\n]| {2}/);
	world.mended = true;
	assert.ok((await world.run(STEP(world), obstacle)).succeeded);
	return text;
}

describe('a request without an answer', () => {
	for (const [name, service] of Object.entries(SERVICES)) {
		for (const [code, meaning] of CODE_MEANINGS) {
			it(`to ${name} is told its own cure: ${code}`, async () => {
				const text = await meetAndFollow(service, () => classifyFailure(Object.assign(new Error('x'), { code })));
				assert.ok(text.includes(`: ${meaning} (${code}). `), text);
				assert.match(text, CURES[code] ?? assert.fail(`no cure is expected for ${code}`));
				if (code === 'ENOTFOUND') assert.match(text, service.hostHint);
			});
		}
	}

	it('has a cure above for every cause', () => {
		assert.deepEqual(Object.keys(CURES), [...CODE_MEANINGS.keys()]);
	});
});

const PAGE = '<html><title>Words of a page</title></html>';

describe('an answer of somebody else', () => {
	const answers: Readonly<Record<string, readonly [HttpResponse, RegExp]>> = {
		'a page with status 200': [response(200, PAGE), /the answer is a web page\. .*captive portal/],
		'a page with status 403': [response(403, PAGE), /web page.*HTTP 403|HTTP 403.*web page/],
		'text with status 200': [response(200, 'Words of a page'), /the answer is not JSON\. .*proxy/],
		'nothing with status 200': [response(200, ''), /the answer is empty\. .*proxy/],
	};
	for (const [name, service] of Object.entries(SERVICES)) {
		for (const [what, [answer, expected]] of Object.entries(answers)) {
			it(`in place of ${name} is called what it is: ${what}`, async () => {
				assert.match(await meetAndFollow(service, () => answer), expected);
			});
		}
	}
});
