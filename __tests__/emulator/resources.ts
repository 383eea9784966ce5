// What tokens are for, cloud by cloud: https://learn.microsoft.com/entra/identity-platform/authentication-national-cloud

// A cloud's vaults are one resource.
const RESOURCES: readonly (readonly [RegExp, string])[] = [
	[/^login\.microsoftonline\.us$|\.vault\.usgovcloudapi\.net$/, 'https://vault.usgovcloudapi.net'],
	[/^login\.partner\.microsoftonline\.cn$|\.vault\.azure\.cn$/, 'https://vault.azure.cn'],
];

/** The audience of tokens for the vaults of the cloud that a host belongs to. */
export function vaultResourceOf(host: string): string {
	return RESOURCES.find(([pattern]) => pattern.test(host))?.[1] ?? 'https://vault.azure.net';
}

const GRAPH_RESOURCES: readonly (readonly [RegExp, string])[] = [
	[/^login\.microsoftonline\.us$|^graph\.microsoft\.us$/, 'https://graph.microsoft.us'],
	[
		/^login\.partner\.microsoftonline\.cn$|^microsoftgraph\.chinacloudapi\.cn$/,
		'https://microsoftgraph.chinacloudapi.cn',
	],
];

/** The audience of tokens for Microsoft Graph in the cloud that a host belongs to. */
export function graphResourceOf(host: string): string {
	return GRAPH_RESOURCES.find(([pattern]) => pattern.test(host))?.[1] ?? 'https://graph.microsoft.com';
}
