// Services for which tokens are minted, and the permission that each wants of an application.
// Hosts: https://learn.microsoft.com/powershell/exchange/app-only-auth-powershell-v2 and https://learn.microsoft.com/graph/deployments

/** A permission of an application ("app role"). */
export interface AppPermission {
	readonly name: string;
	/** The role's ID, which az takes. */
	readonly id: string;
	/** Whether it is one of many that a script may need. */
	readonly isExample: boolean;
}

/** A service that is known by its scopes. */
export interface KnownService {
	readonly name: string;
	/** The API that has the permission. */
	readonly api: { readonly name: string; readonly id: string };
	readonly permission: AppPermission;
	/** The cmdlet that needs exactly this permission; undefined if there is none. */
	readonly connect?: string;
}

interface ServiceRow extends KnownService {
	/** Hosts of its application ID URIs; one that begins with a dot stands for every host below it. */
	readonly hosts: readonly string[];
}

const EXCHANGE_API = { name: 'Office 365 Exchange Online', id: '00000002-0000-0ff1-ce00-000000000000' };
const GRAPH_API = { name: 'Microsoft Graph', id: '00000003-0000-0000-c000-000000000000' };
const SHAREPOINT_API = { name: 'Office 365 SharePoint Online', id: '00000003-0000-0ff1-ce00-000000000000' };

const MANAGE_AS_APP: AppPermission = {
	name: 'Exchange.ManageAsApp',
	id: 'dc50a0fb-09a3-484d-be87-e023b12c6440',
	isExample: false,
};

const SERVICES: readonly ServiceRow[] = [
	{
		name: 'Exchange Online',
		api: EXCHANGE_API,
		permission: MANAGE_AS_APP,
		connect: 'Connect-ExchangeOnline',
		hosts: ['outlook.office365.com', 'outlook.office.com', 'outlook.office365.us', 'partner.outlook.cn'],
	},
	{
		name: 'Security & Compliance PowerShell',
		api: EXCHANGE_API,
		permission: MANAGE_AS_APP,
		connect: 'Connect-IPPSSession',
		hosts: [
			'ps.compliance.protection.outlook.com',
			'.ps.compliance.protection.outlook.com',
			'ps.compliance.protection.office365.us',
			'ps.compliance.protection.partner.outlook.cn',
		],
	},
	{
		name: 'Microsoft Graph',
		api: GRAPH_API,
		permission: { name: 'User.Read.All', id: 'df021288-bdef-4463-88db-98f22de89214', isExample: true },
		hosts: ['graph.microsoft.com', 'graph.microsoft.us', 'dod-graph.microsoft.us', 'microsoftgraph.chinacloudapi.cn'],
	},
	{
		name: 'SharePoint Online',
		api: SHAREPOINT_API,
		permission: { name: 'Sites.Selected', id: '20d37865-089c-4dee-8c41-6967602d4ac8', isExample: true },
		hosts: ['.sharepoint.com', '.sharepoint.us', '.sharepoint.cn'],
	},
];

/** The service that a scope is of; undefined if it is none of these. */
export function serviceOf(scope: string): KnownService | undefined {
	const resource = scope.replace(/\/?\/\.default$/, '').toLowerCase();
	const host = URL.canParse(resource) ? new URL(resource).hostname : undefined;
	// The first that has the API: Exchange Online, if two share it.
	return SERVICES.find(({ api, hosts }) => api.id === resource || (host !== undefined && isOneOf(host, hosts)));
}

function isOneOf(host: string, hosts: readonly string[]): boolean {
	return hosts.some((one) => (one.startsWith('.') ? host.endsWith(one) : host === one));
}
