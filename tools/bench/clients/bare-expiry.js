// The floor of an expiry report: two tokens, then every list, on node:https alone. It checks nothing, retries nothing, joins
// nothing, and writes what it was given.
import { appendFileSync, writeFileSync } from 'node:fs';
import https from 'node:https';
import { join } from 'node:path';

const agent = new https.Agent({ keepAlive: true, maxSockets: 8 });
const input = (name) => process.env[`INPUT_${name}`];
const select = '$select=id,appId,displayName,passwordCredentials,keyCredentials&$top=300';

const [vaultToken, graphToken] = await Promise.all([
	sign('https://vault.azure.net'),
	sign('https://graph.microsoft.com'),
]);
process.stdout.write(`::add-mask::${vaultToken}\n::add-mask::${graphToken}\n`);
const vaults = input('KEYVAULTS').split('\n');
const lists = await Promise.all([
	...vaults.flatMap((vault) =>
		['secrets', 'certificates', 'keys'].map((kind) =>
			list(`${vault}/${kind}?api-version=7.4&maxresults=25`, vaultToken),
		),
	),
	...['applications', 'servicePrincipals'].map((kind) =>
		list(`${input('GRAPH-HOST')}/v1.0/${kind}?${select}`, graphToken),
	),
]);
agent.destroy();
const path = join(process.env.RUNNER_TEMP, 'report.json');
writeFileSync(path, JSON.stringify(lists.flat()));
appendFileSync(process.env.GITHUB_OUTPUT, `report-path<<end\n${path}\nend\n`);

async function list(first, token) {
	const items = [];
	for (let url = first; url; ) {
		const page = await ask(url, { headers: { authorization: `Bearer ${token}` } });
		items.push(...page.value.filter(({ managed }) => !managed));
		url = page.nextLink ?? page['@odata.nextLink'];
	}
	return items;
}

async function sign(resource) {
	const form = new URLSearchParams({
		grant_type: 'client_credentials',
		client_id: input('CLIENT-ID'),
		client_secret: input('CLIENT-SECRET'),
		scope: `${resource}/.default`,
	});
	const answer = await ask(`${input('AUTHORITY-HOST')}/${input('TENANT-ID')}/oauth2/v2.0/token`, {
		method: 'POST',
		headers: { 'content-type': 'application/x-www-form-urlencoded' },
		body: form.toString(),
	});
	return answer.access_token;
}

function ask(url, { method = 'GET', headers, body }) {
	return new Promise((resolve, reject) => {
		const request = https.request(url, { method, headers, agent }, (response) => {
			let text = '';
			response.setEncoding('utf8');
			response.on('data', (chunk) => {
				text += chunk;
			});
			response.on('end', () => {
				if (response.statusCode === 200) resolve(JSON.parse(text));
				else reject(new Error(`HTTP ${response.statusCode}`));
			});
		});
		request.on('error', reject);
		request.end(body);
	});
}
