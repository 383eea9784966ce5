// The exchanges by which a step signs in.
import { PEM } from '../support/given-certificate.js';
import type { Exchange } from './exchange.js';
import * as own from './own-faults.js';
import { BY_SECRET, byMachine, fetching, isLocal, isSignIn, isTokenRequest, path } from './steps.js';

/** The device code's life, and the step's time after it. */
const DEVICE_CODE_LIMIT_MS = (900 + 120) * 1000;

/** In the order of the ways to sign in. */
export const SIGN_IN_EXCHANGES: readonly Exchange[] = [
	{
		name: "GitHub's ID token",
		service: 'GitHub',
		run: fetching({}, (services) => services.idTokenVariables),
		isOf: path('GET', /^\/idtoken\//),
	},
	{
		name: 'token by federation',
		service: 'Entra ID',
		run: fetching({}, (services) => services.idTokenVariables),
		isOf: isSignIn,
		ownFaults: own.OF_ENTRA,
	},
	{
		name: 'token by client secret',
		service: 'Entra ID',
		run: fetching(BY_SECRET),
		isOf: isSignIn,
		ownFaults: own.OF_ENTRA,
	},
	{
		name: 'token by certificate',
		service: 'Entra ID',
		run: fetching({ 'client-certificate': PEM }),
		isOf: isSignIn,
		ownFaults: own.OF_ENTRA,
	},
	{
		name: 'device code',
		service: 'Entra ID',
		run: fetching({ 'auth-method': 'device-code' }),
		isOf: path('POST', /\/oauth2\/v2\.0\/devicecode$/),
		ownFaults: own.OF_ENTRA,
		limitMs: DEVICE_CODE_LIMIT_MS,
	},
	{
		name: 'token by device code',
		service: 'Entra ID',
		run: fetching({ 'auth-method': 'device-code' }),
		isOf: isTokenRequest,
		ownFaults: own.OF_ENTRA,
		limitMs: DEVICE_CODE_LIMIT_MS,
	},
	{
		name: 'token of IMDS',
		service: 'IMDS',
		run: byMachine(() => ({})),
		isOf: isLocal(false),
	},
	{
		name: 'token of App Service',
		service: 'App Service, Azure Arc',
		run: byMachine((services) => services.appServiceVariables),
		isOf: isLocal(true),
	},
	{
		name: 'challenge of Azure Arc',
		service: 'App Service, Azure Arc',
		run: byMachine((services) => services.arcVariables),
		isOf: isLocal(false),
		ownFaults: own.OF_ARC,
	},
	{
		name: 'token of Azure Arc',
		service: 'App Service, Azure Arc',
		run: byMachine((services) => services.arcVariables),
		isOf: isLocal(true),
	},
];
