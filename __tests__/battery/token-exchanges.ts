// The exchanges of a step that mints two tokens: without a certificate, or by the version before the newest.
import { PEM } from '../support/given-certificate.js';
import type { Exchange } from './exchange.js';
import * as own from './own-faults.js';
import { BY_SECRET, form, isLocal, isTokenRequest, mintingOwn, mintingRenewed, path } from './steps.js';

const isForExchangeOnline: Exchange['isOf'] = (request) =>
	isTokenRequest(request) && form(request).get('scope')?.includes('outlook') === true;

/** In the order of the ways to sign in. */
export const TOKEN_EXCHANGES: readonly Exchange[] = [
	{
		name: "GitHub's ID token, for two tokens",
		service: 'GitHub',
		run: mintingOwn({}, (services) => services.idTokenVariables),
		isOf: path('GET', /^\/idtoken\//),
	},
	{
		name: 'one of two tokens by federation',
		service: 'Entra ID',
		run: mintingOwn({}, (services) => services.idTokenVariables),
		isOf: isForExchangeOnline,
		ownFaults: own.OF_ENTRA,
	},
	{
		name: 'one of two tokens by client secret',
		service: 'Entra ID',
		run: mintingOwn(BY_SECRET),
		isOf: isForExchangeOnline,
		ownFaults: own.OF_ENTRA,
	},
	{
		name: 'one of two tokens by certificate',
		service: 'Entra ID',
		run: mintingOwn({ 'client-certificate': PEM }),
		isOf: isForExchangeOnline,
		ownFaults: own.OF_ENTRA,
	},
	{
		name: 'one of two tokens of IMDS',
		service: 'IMDS',
		run: mintingOwn({ 'tenant-id': '', 'client-id': '', 'auth-method': 'managed-identity' }),
		isOf: (request) => isLocal(false)(request) && request.url.includes('outlook'),
	},
	{
		name: 'versions of a certificate that signs',
		service: 'vault',
		run: mintingRenewed,
		isOf: path('GET', /^\/certificates\/renewed\/versions$/),
	},
];
