// The clouds: authority, vault suffix and scope belong together, so one table holds them.

import type { CloudInputs } from '../input/cloud-inputs.js';
import { invalidInput } from '../input/scalars.js';

/** Hosts that tokens come from, vaults that they go to, and the scopes and audiences that are asked for. */
export interface Cloud {
	/** https origin of the login host. */
	readonly authorityHost: string;
	/** DNS suffix of vault hosts, without a leading dot, lower case. */
	readonly vaultSuffix: string;
	/** Whether the user gave the suffix. Only then may a host equal it and have a port. */
	readonly vaultSuffixIsGiven: boolean;
	/** Scope of the vault's token. */
	readonly vaultScope: string;
	/** Audience of the ID token that a federated credential expects. */
	readonly oidcAudience: string;
	/** https origin of Microsoft Graph. */
	readonly graphHost: string;
	/** Scope of Graph's token. */
	readonly graphScope: string;
	/** https origin of the Azure portal, for links alone. */
	readonly portalHost: string;
}

interface CloudRow {
	readonly authorityHost: string;
	readonly vaultSuffix: string;
	readonly oidcAudience: string;
	readonly graphHost: string;
	readonly portalHost: string;
}

// Sources: learn.microsoft.com/entra/identity-platform/authentication-national-cloud,
// learn.microsoft.com/azure/key-vault/general/about-keys-secrets-certificates and
// learn.microsoft.com/graph/deployments
const CLOUDS: ReadonlyMap<string, CloudRow> = new Map([
	[
		'public',
		{
			authorityHost: 'https://login.microsoftonline.com',
			vaultSuffix: 'vault.azure.net',
			oidcAudience: 'api://AzureADTokenExchange',
			graphHost: 'https://graph.microsoft.com',
			portalHost: 'https://portal.azure.com',
		},
	],
	[
		'us-government',
		{
			authorityHost: 'https://login.microsoftonline.us',
			vaultSuffix: 'vault.usgovcloudapi.net',
			oidcAudience: 'api://AzureADTokenExchangeUSGov',
			graphHost: 'https://graph.microsoft.us',
			portalHost: 'https://portal.azure.us',
		},
	],
	[
		'china',
		{
			authorityHost: 'https://login.partner.microsoftonline.cn',
			vaultSuffix: 'vault.azure.cn',
			oidcAudience: 'api://AzureADTokenExchangeChina',
			graphHost: 'https://microsoftgraph.chinacloudapi.cn',
			portalHost: 'https://portal.azure.cn',
		},
	],
]);

/**
 * The cloud that the inputs name. The scope is always that of the named cloud: a private authority or suffix changes
 * where requests go, not what for.
 * @throws ActionError if there is no such cloud
 */
export function chooseCloud(inputs: CloudInputs): Cloud {
	const cloud = findCloud(inputs);
	if (cloud !== undefined) return cloud;
	throw invalidInput(
		'cloud',
		'the value is not the name of a cloud.',
		`Expected one of ${[...CLOUDS.keys()].join(', ')}.`,
	);
}

/** The name of the cloud whose vaults have this suffix; undefined if none has. */
export function cloudOfVaultSuffix(hostname: string): string | undefined {
	return [...CLOUDS].find(([, { vaultSuffix }]) => hostname.endsWith(`.${vaultSuffix}`))?.[0];
}

/** As {@link chooseCloud}; undefined if there is no such cloud. */
export function findCloud(inputs: CloudInputs): Cloud | undefined {
	const row = CLOUDS.get(inputs.cloud ?? 'public');
	if (row === undefined) return undefined;
	return {
		authorityHost: inputs.authorityHost ?? row.authorityHost,
		vaultSuffix: inputs.vaultSuffix ?? row.vaultSuffix,
		vaultSuffixIsGiven: inputs.vaultSuffix !== undefined,
		vaultScope: `https://${row.vaultSuffix}/.default`,
		oidcAudience: inputs.oidcAudience ?? row.oidcAudience,
		graphHost: row.graphHost,
		graphScope: `${row.graphHost}/.default`,
		portalHost: row.portalHost,
	};
}
