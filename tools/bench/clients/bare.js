// The floor: a script on node:https alone that checks nothing, retries nothing and masks no more than the value itself.
import { appendFileSync } from 'node:fs';
import https from 'node:https';

const agent = new https.Agent({ keepAlive: true, maxSockets: 8 });
const input = (name) => process.env[`INPUT_${name}`];
const names = input('SECRETS').split(',');

const form = new URLSearchParams({
	grant_type: 'client_credentials',
	client_id: input('CLIENT-ID'),
	client_secret: input('CLIENT-SECRET'),
	scope: 'https://vault.azure.net/.default',
});
const { access_token: token } = await ask(`${input('AUTHORITY-HOST')}/${input('TENANT-ID')}/oauth2/v2.0/token`, {
	method: 'POST',
	headers: { 'content-type': 'application/x-www-form-urlencoded' },
	body: form.toString(),
});
const headers = { authorization: `Bearer ${token}` };
const bundles = await Promise.all(
	names.map((name) => ask(`${input('KEYVAULT')}/secrets/${name}?api-version=7.4`, { headers })),
);
agent.destroy();
process.stdout.write(bundles.map(({ value }) => `::add-mask::${value}\n`).join(''));
const outputs = bundles.map(({ value }, index) => `${names[index]}<<end-of-value\n${value}\nend-of-value\n`);
appendFileSync(process.env.GITHUB_OUTPUT, outputs.join(''));

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
