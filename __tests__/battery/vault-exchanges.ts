// The exchanges with a vault, to fetch and to sign.

import { VAULT_URL } from '../support/services.js';
import type { Exchange } from './exchange.js';
import * as own from './own-faults.js';
import { BY_SECRET, fetching, fetchingAll, form, isNextPage, isTokenRequest, minting, path } from './steps.js';

/** In the order in which an action has them. */
export const VAULT_EXCHANGES: readonly Exchange[] = [
	{
		name: "the vault's challenge",
		service: 'Entra ID',
		run: fetching({ ...BY_SECRET, 'tenant-id': '' }),
		isOf: ({ url, headers }) => url.startsWith(VAULT_URL) && !('authorization' in headers),
		ownFaults: own.OF_DISCOVERY,
	},
	{
		name: 'secret',
		service: 'vault',
		run: fetching(BY_SECRET),
		isOf: path('GET', /^\/secrets\/db$/),
		ownFaults: own.OF_VAULT,
	},
	{
		name: 'certificate',
		service: 'vault',
		run: fetching({ ...BY_SECRET, certificates: 'exo' }),
		isOf: path('GET', /^\/certificates\/exo$/),
		ownFaults: { ...own.OF_VAULT, ...own.elsewhere('sid', 'secrets', 'exo') },
	},
	{
		name: "certificate's private key",
		service: 'vault',
		run: fetching({ ...BY_SECRET, certificates: 'exo' }),
		isOf: path('GET', /^\/secrets\/exo\//),
		ownFaults: own.OF_VAULT,
	},
	{
		name: 'key',
		service: 'vault',
		run: fetching({ ...BY_SECRET, secrets: '', keys: 'signing' }),
		isOf: path('GET', /^\/keys\/signing$/),
		ownFaults: own.OF_VAULT,
	},
	{
		name: 'first page of a list',
		service: 'vault',
		run: fetching({ ...BY_SECRET, secrets: 'team-*' }),
		isOf: (request) => path('GET', /^\/secrets$/)(request) && !isNextPage(request),
		ownFaults: { ...own.OF_LISTS, ...own.ENDLESS },
	},
	{
		name: 'next page of a list',
		service: 'vault',
		run: fetching({ ...BY_SECRET, secrets: 'team-*' }),
		isOf: (request) => path('GET', /^\/secrets$/)(request) && isNextPage(request),
		ownFaults: own.OF_LISTS,
	},
	{
		name: 'list of certificates',
		service: 'vault',
		run: fetching({ ...BY_SECRET, secrets: '', certificates: 'ex* | public' }),
		isOf: (request) => path('GET', /^\/certificates$/)(request) && isNextPage(request),
		ownFaults: own.OF_LISTS,
	},
	{
		name: 'list of keys',
		service: 'vault',
		run: fetching({ ...BY_SECRET, secrets: '', keys: 'sign*' }),
		isOf: (request) => path('GET', /^\/keys$/)(request) && isNextPage(request),
		ownFaults: own.OF_LISTS,
	},
	{
		name: "list of a secret's versions",
		service: 'vault',
		run: fetching({ ...BY_SECRET, secrets: 'db | attributes' }),
		isOf: (request) => path('GET', /^\/secrets\/db\/versions$/)(request) && isNextPage(request),
		ownFaults: own.OF_LISTS,
	},
	{
		name: 'secret, among all kinds of lines',
		service: 'vault',
		run: fetchingAll('linux'),
		isOf: path('GET', /^\/secrets\/config$/),
		ownFaults: own.OF_VAULT,
	},
	{
		name: 'secret, among all kinds of lines on Windows',
		service: 'vault',
		run: fetchingAll('win32'),
		isOf: path('GET', /^\/secrets\/config$/),
	},
	{
		name: 'certificate that signs',
		service: 'vault',
		run: minting,
		isOf: path('GET', /^\/certificates\/exo$/),
		ownFaults: { ...own.OF_VAULT, ...own.elsewhere('kid', 'keys', 'exo') },
	},
	{
		name: 'signature',
		service: 'vault',
		run: minting,
		isOf: path('POST', /^\/keys\/exo\/[0-9a-f]{32}\/sign$/),
		ownFaults: { ...own.OF_VAULT, ...own.OF_SIGNATURES },
	},
	{
		name: 'token that is minted',
		service: 'Entra ID',
		run: minting,
		isOf: (request) => isTokenRequest(request) && form(request).get('scope')?.includes('outlook') === true,
		ownFaults: own.OF_ENTRA,
	},
];
