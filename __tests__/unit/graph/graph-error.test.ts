import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
	aboutApp,
	graphRefusedError,
	unreachableGraphError,
	unusableGraphError,
} from '../../../src/graph/graph-error.js';
import { readGraphRefusal, saysNoSuchPassword } from '../../../src/graph/graph-response-error.js';
import { TransportError } from '../../../src/http/transport-error.js';
import { response } from '../../support/make-ports.js';

const APP = { graphHost: 'https://graph.microsoft.com', appId: '77777777-7777-4777-8777-777777777777' };
const POLICY = '538f1913-366a-440a-95a0-e195cb55b282';

function refusal(status: number, code: string, message = 'not to be shown') {
	return response(status, { error: { code, message, innerError: { 'request-id': 'aaaa-1' } } });
}

describe('graphRefusedError', () => {
	const cases: readonly (readonly [number, string, string, RegExp])[] = [
		[403, 'Authorization_RequestDenied', 'GRAPH_FORBIDDEN', /Application\.ReadWrite\.OwnedBy.* owner/],
		[403, 'AccessDenied', 'GRAPH_FORBIDDEN', /Application\.ReadWrite\.OwnedBy/],
		[404, 'Request_ResourceNotFound', 'GRAPH_NOT_FOUND', /Compare app-id/],
		[404, 'Other', 'GRAPH_NOT_FOUND', /Compare app-id/],
		[404, '<page>', 'GRAPH_REFUSED', /Check graph-host/],
		[
			401,
			'Authorization_IdentityNotFound',
			'GRAPH_NO_IDENTITY',
			/administrator grant consent .* client-id .* tenant-id/,
		],
		[400, 'TooManyAppPasswords', 'GRAPH_TOO_MANY_PASSWORDS', /two, if .*"az ad app credential delete --id 7{8}-/],
		[403, 'Directory_ResourceSizeExceeded', 'GRAPH_APPLICATION_FULL', /permission .*Remove/],
		[403, 'Directory_QuotaExceeded', 'GRAPH_QUOTA_EXCEEDED', /permission .*administrator/],
		[400, 'Directory_QuotaExceeded', 'GRAPH_QUOTA_EXCEEDED', /quota/],
		[409, 'Directory_ConcurrencyViolation', 'GRAPH_CONFLICT', /Terraform/],
		[409, 'Other', 'GRAPH_CONFLICT', /Terraform/],
		[401, 'InvalidAuthenticationToken', 'GRAPH_UNAUTHORIZED', /"cloud", "graph-host" and "tenant-id"/],
		[429, 'TooManyRequests', 'GRAPH_THROTTLED', /max-parallel/],
		[408, 'x', 'GRAPH_UNAVAILABLE', /later/],
		[503, 'ServiceUnavailable', 'GRAPH_UNAVAILABLE', /later/],
		[400, 'Request_BadRequest', 'GRAPH_REFUSED', /\(HTTP 400, Request_BadRequest\)\. .*graph-host/],
		[302, 'x', 'GRAPH_REFUSED', /redirect/],
		[
			400,
			'CredentialTypeNotAllowedAsPerAppPolicy',
			'GRAPH_PASSWORDS_FORBIDDEN',
			/the tenant's policy forbids client secrets/,
		],
		[400, 'CredentialInvalidLifetimeAsPerAppPolicy', 'GRAPH_LIFE_FORBIDDEN', /Set valid-days/],
	];
	for (const [status, code, expected, text] of cases) {
		it(`of ${status} ${code} is ${expected}`, () => {
			const error = graphRefusedError(refusal(status, code), aboutApp(APP));
			assert.equal(error.code, expected);
			assert.match(error.message, text);
			assert.match(error.message, /^application 77777777-.* at graph\.microsoft\.com: .*\(request ID aaaa-1\)$/);
			assert.doesNotMatch(error.message, /not to be shown/);
		});
	}

	it('names the policy that forbids', () => {
		const message = `Credential lifetime exceeds the max value allowed as per assigned policy '${POLICY}'.`;
		const error = graphRefusedError(refusal(400, 'CredentialInvalidLifetimeAsPerAppPolicy', message), aboutApp(APP));
		assert.match(error.message, new RegExp(`policy ${POLICY} .*client secret`));
	});

	it('takes what is forbidden or too much from the message, if the code does not say it', () => {
		const of = (message: string, code = 'Request_BadRequest') =>
			graphRefusedError(refusal(400, code, message), aboutApp(APP));
		const policy = `as per assigned policy ${POLICY}`;
		assert.equal(
			of('Lifetime of password is too long. The application credential lifetime exceeds the max value allowed.').code,
			'GRAPH_LIFE_FORBIDDEN',
		);
		const long = of(`Credential lifetime exceeds the max value allowed ${policy}`);
		assert.match(long.message, new RegExp(`policy ${POLICY} .*client secret`));
		assert.equal(
			of(`Credential type not allowed ${policy}`, 'Authorization_RequestDenied').code,
			'GRAPH_PASSWORDS_FORBIDDEN',
		);
		assert.equal(
			of('Not allowed to add 3 passwords. You can only add a maximum of 2 passwords.').code,
			'GRAPH_TOO_MANY_PASSWORDS',
		);
		assert.equal(of('You can only add a maximum of 2 encrypted credentials.').code, 'GRAPH_TOO_MANY_PASSWORDS');
		assert.equal(of(`${' '.repeat(5_000)}Credential type not allowed`).code, 'GRAPH_REFUSED');
	});

	it('makes do with an answer that says nothing', () => {
		const error = graphRefusedError(response(500, '<html>'), aboutApp(APP));
		assert.match(error.message, /\(HTTP 500\)\. Run the job again/);
	});
});

describe('readGraphRefusal', () => {
	// Promise: N7
	it('shows nothing that has another form', () => {
		const odd = response(400, { error: { code: 'a b', message: 7, innerError: { 'request-id': '<b>' } } });
		assert.deepEqual(readGraphRefusal(odd), {
			status: 400,
			code: undefined,
			topic: undefined,
			policyId: undefined,
			requestId: undefined,
		});
	});

	it('takes the request ID from the header if the body has none', () => {
		assert.equal(readGraphRefusal(response(503, '', { 'request-id': 'bbbb-2' })).requestId, 'bbbb-2');
	});
});

describe('saysNoSuchPassword', () => {
	it('is true if there is none, or not yet', () => {
		assert.ok(saysNoSuchPassword(refusal(400, 'Request_BadRequest', 'No password credential found with keyId x.')));
		assert.ok(saysNoSuchPassword(refusal(404, 'Request_ResourceNotFound')));
		assert.ok(!saysNoSuchPassword(refusal(400, 'Request_BadRequest')));
		assert.ok(!saysNoSuchPassword(refusal(403, 'x', 'No password credential found with keyId x.')));
	});
});

describe('other failures', () => {
	it('say why there was no answer', () => {
		const error = unreachableGraphError(new TransportError('it was cut', { failure: 'host-not-found' }), aboutApp(APP));
		assert.equal(error.code, 'GRAPH_UNREACHABLE');
		assert.match(error.message, /it was cut\. Check graph-host/);
		assert.throws(() => unreachableGraphError(new TypeError('defect'), aboutApp(APP)), TypeError);
	});

	it('say what an answer is not', () => {
		assert.match(
			unusableGraphError(aboutApp(APP), 'no list.').message,
			/no list\. Microsoft Graph does not answer like this/,
		);
	});
});
