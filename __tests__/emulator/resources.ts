// Audiences of tokens, cloud by cloud: https://learn.microsoft.com/entra/identity-platform/authentication-national-cloud

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

const EXCHANGE = /^(?:Exchange\.|full_access_as_app$|(?:IMAP|POP|SMTP)\.)/;
const SHAREPOINT = /^(?:Sites|User|TermStore)\./;

// Services that tokens can be asked for beside the vaults, and the permissions that each API has. Those with one API, as
// Exchange Online and Security & Compliance, share its permissions.
const APIS: readonly { readonly resources: readonly string[]; readonly roles: RegExp }[] = [
	{
		resources: [
			'https://outlook.office365.com',
			'https://outlook.office365.us',
			'https://partner.outlook.cn',
			'https://ps.compliance.protection.outlook.com',
			'https://ps.compliance.protection.office365.us',
			'https://ps.compliance.protection.partner.outlook.cn',
			'00000002-0000-0ff1-ce00-000000000000',
		],
		roles: EXCHANGE,
	},
	{
		resources: [
			...['https://graph.microsoft.com', 'https://graph.microsoft.us', 'https://microsoftgraph.chinacloudapi.cn'],
			'00000003-0000-0000-c000-000000000000',
		],
		roles: /^(?!Exchange\.ManageAsApp)\w+\.\w+/,
	},
	{
		resources: ['https://contoso.sharepoint.com', 'https://contoso-admin.sharepoint.com'],
		roles: SHAREPOINT,
	},
	{ resources: ['https://management.azure.com', '48ac35b8-9aa8-4d74-927d-1f4a14a0b239'], roles: /^(?!)/ },
];

/** All services that every tenant has, beside the vaults. */
export const SERVICES: readonly string[] = APIS.flatMap(({ resources }) => resources);

/** Returns those permissions of an application that belong to the API of a token's audience. Vaults have none. */
export function rolesFor(audience: string, roles: readonly string[]): readonly string[] {
	const pattern = APIS.find(({ resources }) => resources.includes(audience))?.roles;
	if (pattern === undefined) return audience.startsWith('https://vault.') ? [] : roles;
	return roles.filter((role) => pattern.test(role));
}
