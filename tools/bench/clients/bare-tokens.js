// The floor of a token step: the ID token, then the tokens together, on node:https alone. It checks nothing, retries
// nothing and masks no more than the token itself.
import { appendFileSync } from 'node:fs';
import https from 'node:https';

const agent = new https.Agent({ keepAlive: true, maxSockets: 8 });
const input = (name) => process.env[`INPUT_${name}`];
const { ACTIONS_ID_TOKEN_REQUEST_URL: issuer, ACTIONS_ID_TOKEN_REQUEST_TOKEN: requestToken } = process.env;

const audience = encodeURIComponent('api://AzureADTokenExchange');
const headers = { authorization: `Bearer ${requestToken}` };
const { value: idToken } = await ask(`${issuer}&audience=${audience}`, { headers });
const lines = input('SCOPES')
	.split('\n')
	.map((line) => line.split(' = '));
const tokens = await Promise.all(
	lines.map(([, scope]) => {
		const form = new URLSearchParams({
			grant_type: 'client_credentials',
			client_id: input('CLIENT-ID'),
			client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
			client_assertion: idToken,
			scope,
		});
		return ask(`${input('AUTHORITY-HOST')}/${input('TENANT-ID')}/oauth2/v2.0/token`, {
			method: 'POST',
			headers: { 'content-type': 'application/x-www-form-urlencoded' },
			body: form.toString(),
		});
	}),
);
agent.destroy();
process.stdout.write(tokens.map(({ access_token: token }) => `::add-mask::${token}\n`).join(''));
const outputs = tokens.map(({ access_token: token }, index) => `${lines[index][0]}<<end\n${token}\nend\n`);
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
