// What the claims of a minted token make worth saying: by service, by role, by whose token it is.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findInToken } from '../../../src/render/render-token.js';
import { SecretText } from '../../../src/secret-text.js';
import { makeJwt } from '../../support/sign-in-context.js';

const APP_ID = '55555555-5555-4555-8555-555555555555';
const OBJECT_ID = '66666666-6666-4666-8666-666666666666';
const EXO = 'https://outlook.office365.com/.default';
const COMPLIANCE = 'https://ps.compliance.protection.outlook.com/.default';
const GRAPH = 'https://graph.microsoft.com/.default';
const SHAREPOINT = 'https://contoso.sharepoint.com/.default';

const GRAPH_HOST = 'https://graph.microsoft.com';

function find(scope: string, claims: object, token = makeJwt({ appid: APP_ID, oid: OBJECT_ID, ...claims })) {
	return findInToken({ input: 'scopes', number: 2, output: 'T', scope }, new SecretText(token), GRAPH_HOST);
}

describe('a token without roles', () => {
	const services: readonly (readonly [string, RegExp, string])[] = [
		[
			EXO,
			/Exchange Online will refuse it\. .*the permission Exchange\.ManageAsApp of Office 365 Exchange Online/,
			'-AppRoleId dc50a0fb-09a3-484d-be87-e023b12c6440 -ResourceId (Get-MgServicePrincipal -Filter "appId eq \'00000002-0000-0ff1-ce00-000000000000\'").Id',
		],
		[
			COMPLIANCE,
			/Security & Compliance.*Exchange\.ManageAsApp/,
			'-AppRoleId dc50a0fb-09a3-484d-be87-e023b12c6440 -ResourceId (Get-MgServicePrincipal -Filter "appId eq \'00000002-0000-0ff1-ce00-000000000000\'").Id',
		],
		[
			GRAPH,
			/Microsoft Graph will refuse it\. .*such as User\.Read\.All/,
			'-AppRoleId df021288-bdef-4463-88db-98f22de89214 -ResourceId (Get-MgServicePrincipal -Filter "appId eq \'00000003-0000-0000-c000-000000000000\'").Id',
		],
		[
			SHAREPOINT,
			/SharePoint Online will refuse it\. .*such as Sites\.Selected/,
			'-AppRoleId 20d37865-089c-4dee-8c41-6967602d4ac8 -ResourceId (Get-MgServicePrincipal -Filter "appId eq \'00000003-0000-0ff1-ce00-000000000000\'").Id',
		],
		['https://contoso-admin.sharepoint.us/.default', /SharePoint Online/, '00000003-0000-0ff1-ce00-000000000000'],
		['https://outlook.office365.us/.default', /Exchange\.ManageAsApp/, '00000002-0000-0ff1-ce00-000000000000'],
		['https://partner.outlook.cn/.default', /Exchange\.ManageAsApp/, '00000002-0000-0ff1-ce00-000000000000'],
		['https://microsoftgraph.chinacloudapi.cn/.default', /Microsoft Graph/, '00000003-0000-0000-c000-000000000000'],
		['https://eur01b.ps.compliance.protection.outlook.com/.default', /Security & Compliance/, 'dc50a0fb'],
		['https://graph.microsoft.com//.default', /Microsoft Graph/, '00000003-0000-0000-c000-000000000000'],
		['00000002-0000-0FF1-CE00-000000000000/.default', /Exchange Online will/, 'dc50a0fb'],
		['00000003-0000-0000-c000-000000000000/.default', /Microsoft Graph/, 'df021288'],
	];
	for (const [scope, expected, command] of services) {
		it(`for ${scope} is a warning with the permission and the commands that grant it`, () => {
			const { level, title, text } = find(scope, {}) ?? assert.fail('nothing is said');
			assert.deepEqual([level, title], ['warning', 'Token T: no permission']);
			assert.match(text, /^Token T \(scopes line 2\): it has no roles, so /);
			assert.match(text, expected);
			assert.ok(text.includes(`Grant application ${APP_ID} `) && text.includes(command), text);
			assert.match(text, /Portal: App registrations → API permissions → .*then Grant admin consent\./);
			assert.match(text, /PowerShell: `New-MgServicePrincipalAppRoleAssignment -ServicePrincipalId 6666/);
			assert.ok(
				text.includes(`--url https://graph.microsoft.com/v1.0/servicePrincipals/${OBJECT_ID}/appRoleAssignments`),
			);
			assert.ok(text.length < 4_000, 'a runner would cut it');
		});
	}

	it('is granted one at Microsoft Graph of its own cloud', () => {
		const line = { input: 'scopes', number: 1, output: 'T', scope: EXO } as const;
		const { text } = findInToken(line, new SecretText(makeJwt({})), 'https://graph.microsoft.us') ?? assert.fail();
		assert.match(text, /az rest --method POST --url https:\/\/graph\.microsoft\.us\/v1\.0\//);
	});

	it('is the same for roles that are an empty list or none', () => {
		for (const roles of [[], 'Mail.Read', null, {}]) assert.equal(find(GRAPH, { roles })?.level, 'warning');
	});

	it('of a managed identity, which has no app registration, does not point to one', () => {
		const text = find(EXO, { xms_mirid: '/subscriptions/x/…' })?.text ?? '';
		assert.match(text, /Grant the managed identity the permission Exchange\.ManageAsApp .*az rest --method POST/);
		assert.ok(text.includes(`servicePrincipals/${OBJECT_ID}/appRoleAssignments`));
		assert.ok(text.includes('az ad sp show --id 00000002-0000-0ff1-ce00-000000000000'));
		assert.match(
			text,
			/Portal: not possible for a managed identity\..*take a while|take a while.*Portal: not possible/,
		);
		assert.doesNotMatch(text, /App registrations/);
	});

	it('that does not say whose it is leaves a place to fill in', () => {
		assert.match(find(EXO, {}, makeJwt({ a: 1 }))?.text ?? '', /application APP_ID the permission/);
		assert.match(
			find(EXO, {}, makeJwt({ azp: APP_ID }))?.text ?? '',
			new RegExp(`application ${APP_ID} the permission`),
		);
		assert.match(find(EXO, {}, makeJwt({ xms_mirid: 'x' }))?.text ?? '', /servicePrincipals\/OBJECT_ID\//);
	});

	it('for a service that is not known is nothing to speak of', () => {
		for (const scope of [
			'api://contoso/.default',
			'https://vault.azure.net/.default',
			'https://graph.microsoft.com.evil.example/.default',
			'https://sharepoint.com/.default',
			'https://xoutlook.office365.com/.default',
			'48ac35b8-9aa8-4d74-927d-1f4a14a0b239/.default',
		])
			assert.equal(find(scope, {}), undefined, scope);
	});

	it('that is opaque says nothing', () => {
		assert.equal(find(EXO, {}, 'opaque'), undefined);
	});
});

describe('a token of a person', () => {
	for (const scope of [EXO, COMPLIANCE, GRAPH, SHAREPOINT]) {
		it(`for ${scope} is a notice that it is delegated, and no warning`, () => {
			const { level, title, text } = find(scope, { scp: 'user_impersonation' }) ?? assert.fail('nothing is said');
			assert.deepEqual([level, title], ['notice', 'Token T: a delegated token']);
			assert.match(text, /delegated \(it has scp and no roles\)/);
		});
	}
});

describe('a token for Exchange Online', () => {
	it('with the permission of the module is nothing to speak of, whatever else it has', () => {
		assert.equal(find(EXO, { roles: ['Exchange.ManageAsApp'] }), undefined);
		assert.equal(
			find(EXO, { roles: ['full_access_as_app', 'Exchange.ManageAsApp', 'Exchange.ManageAsAppV2'] }),
			undefined,
		);
		assert.equal(find(COMPLIANCE, { roles: ['Exchange.ManageAsApp'] }), undefined);
	});

	it('whose only role is the other permission is a warning with the commands', () => {
		const { level, title, text } = find(EXO, { roles: ['Exchange.ManageAsAppV2'] }) ?? assert.fail('nothing is said');
		assert.deepEqual([level, title], ['warning', 'Token T: the wrong permission']);
		assert.match(
			text,
			/its only role is Exchange\.ManageAsAppV2, with which Connect-ExchangeOnline does not work\. .*New-MgServicePrincipalAppRoleAssignment/,
		);
		assert.match(find(COMPLIANCE, { roles: ['Exchange.ManageAsAppV2'] })?.text ?? '', /Connect-IPPSSession/);
	});

	for (const roles of [
		['full_access_as_app'],
		['IMAP.AccessAsApp', 'POP.AccessAsApp'],
		['Exchange.ManageAsAppV2', 'Mail.Read'],
	]) {
		it(`with other roles (${roles.join(', ')}) is a notice`, () => {
			const { level, text } = find(EXO, { roles }) ?? assert.fail('nothing is said');
			assert.equal(level, 'notice');
			assert.match(text, /Connect-ExchangeOnline needs Exchange\.ManageAsApp as well/);
			assert.ok(text.includes(roles.join(', ')));
		});
	}
});

describe('a token for another service', () => {
	it('with any role is nothing to speak of', () => {
		assert.equal(find(GRAPH, { roles: ['User.Read.All'] }), undefined);
		assert.equal(find(SHAREPOINT, { roles: ['Sites.Selected'] }), undefined);
	});
});
