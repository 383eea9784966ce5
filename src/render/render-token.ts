// Minted tokens as outputs and masks, and what their claims say that the user should know.
import { claimRoles, claimText, decodeClaims } from '../entra/claims.js';
import type { AccessToken } from '../entra/credential.js';
import type { JsonObject } from '../http/json.js';
import { describeToken, type ScopeLine } from '../input/token-inputs.js';
import { maskSecret } from '../masks/masks.js';
import type { Annotation } from '../ports.js';
import type { SecretText } from '../secret-text.js';
import { formatInstant } from '../time.js';
import { type KnownService, serviceOf } from './known-services.js';
import type { RenderedOutput } from './rendered.js';

/** Result of one line. */
export interface RenderedToken {
	readonly line: ScopeLine;
	/** `YYYY-MM-DDTHH:MM:SSZ`. */
	readonly expiresOn: string;
	/** Roles of the service that the token says it has. */
	readonly roles: readonly string[];
	/** Facts from its claims that the user should know. */
	readonly finding: TokenFinding | undefined;
	readonly outputs: readonly RenderedOutput[];
	readonly masks: readonly SecretText[];
}

/** Returns two outputs: the token, and its end. `graphHost` is the origin of Microsoft Graph in its cloud. */
export function renderToken(
	line: ScopeLine,
	{ token, expiresOnSeconds }: AccessToken,
	graphHost: string,
): RenderedToken {
	const expiresOn = formatInstant(expiresOnSeconds);
	return {
		line,
		expiresOn,
		roles: claimRoles(decodeClaims(token)) ?? [],
		finding: findInToken(line, token, graphHost),
		outputs: [
			{ name: line.output, value: token },
			{ name: `${line.output}-expires-on`, value: expiresOn },
		],
		masks: maskSecret(token.reveal()).masks,
	};
}

/** An annotation about a minted token. */
export interface TokenFinding extends Annotation {
	readonly level: 'warning' | 'notice';
}

/**
 * Returns what is to be said of a token; undefined if nothing is, or if it shows no claims.
 * `graphHost` is the https origin of Microsoft Graph in its cloud, for the commands that grant a permission.
 */
export function findInToken(line: ScopeLine, token: SecretText, graphHost: string): TokenFinding | undefined {
	const service = serviceOf(line.scope);
	const claims = decodeClaims(token);
	if (service === undefined || claims === undefined) return undefined;
	const finding = findInClaims(claims, service, graphHost);
	return (
		finding && {
			...finding,
			title: `Token ${line.output}: ${finding.title}`,
			text: `${describeToken(line)}: ${finding.text}`,
		}
	);
}

/** The permission by which the Exchange Online module works; the other one is for a module that is yet to come. */
const MANAGE_AS_APP = 'Exchange.ManageAsApp';
const MANAGE_AS_APP_V2 = 'Exchange.ManageAsAppV2';

function findInClaims(claims: JsonObject, service: KnownService, graphHost: string): TokenFinding | undefined {
	const roles = claimRoles(claims) ?? [];
	const { name, connect } = service;
	if (claims['scp'] !== undefined && roles.length === 0) {
		return {
			level: 'notice',
			title: 'a delegated token',
			text: `it is delegated (it has scp and no roles), so at ${name} it may do what the person who signed in may do.`,
		};
	}
	if (roles.length === 0) {
		return {
			level: 'warning',
			title: 'no permission',
			text: `it has no roles, so ${name} will refuse it. ${describeGrant(claims, service, graphHost)}`,
		};
	}
	if (connect === undefined || roles.includes(MANAGE_AS_APP)) return undefined;
	if (roles.length === 1 && roles[0] === MANAGE_AS_APP_V2) {
		return {
			level: 'warning',
			title: 'the wrong permission',
			text: `its only role is ${MANAGE_AS_APP_V2}, with which ${connect} does not work. ${describeGrant(claims, service, graphHost)}`,
		};
	}
	return {
		level: 'notice',
		title: `no ${MANAGE_AS_APP}`,
		text: `it has other roles of ${name} (${roles.join(', ')}). ${connect} needs ${MANAGE_AS_APP} as well.`,
	};
}

// The identity is the token's own; a managed identity has no app registration, and names the resource that it belongs to.
function describeGrant(claims: JsonObject, { api, permission }: KnownService, graphHost: string): string {
	const { name, id, isExample } = permission;
	const isManaged = claims['xms_mirid'] !== undefined;
	const objectId = claimText(claims, 'oid') ?? 'OBJECT_ID';
	const appId = claimText(claims, 'appid') ?? claimText(claims, 'azp') ?? 'APP_ID';
	const who = isManaged ? 'the managed identity' : `application ${appId}`;
	const what = isExample ? `a permission, such as ${name},` : `the permission ${name}`;
	const portal = isManaged
		? 'Portal: not possible for a managed identity.'
		: `Portal: App registrations \u2192 API permissions \u2192 Add a permission \u2192 APIs my organization uses \u2192 ${api.name} \u2192 Application permissions, then Grant admin consent.`;
	const resource = `(Get-MgServicePrincipal -Filter "appId eq '${api.id}'").Id`;
	const ids = {
		principalId: objectId,
		resourceId: `$(az ad sp show --id ${api.id} --query id --output tsv)`,
		appRoleId: id,
	};
	const body = JSON.stringify(ids).replaceAll('"', '\\"');
	const again = isManaged ? ' New permissions can take a while to be in the tokens of a managed identity.' : '';
	return [
		`Grant ${who} ${what} of ${api.name}, then run the job again.${again}`,
		portal,
		`PowerShell: \`New-MgServicePrincipalAppRoleAssignment -ServicePrincipalId ${objectId} -PrincipalId ${objectId} -AppRoleId ${id} -ResourceId ${resource}\`.`,
		`Bash: \`az rest --method POST --url ${graphHost}/v1.0/servicePrincipals/${objectId}/appRoleAssignments --body "${body}"\`.`,
	].join(' ');
}
