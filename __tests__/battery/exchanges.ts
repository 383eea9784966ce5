// Every exchange between the actions and a service.
import { CERTIFICATE_ROTATION_EXCHANGES } from './certificate-rotation-exchanges.js';
import type { Exchange } from './exchange.js';
import { EXPIRY_EXCHANGES } from './expiry-exchanges.js';
import { ROTATION_EXCHANGES } from './rotation-exchanges.js';
import { SET_EXCHANGES } from './set-exchanges.js';
import { SIGN_IN_EXCHANGES } from './sign-in-exchanges.js';
import { TOKEN_EXCHANGES } from './token-exchanges.js';
import { VAULT_EXCHANGES } from './vault-exchanges.js';

/** All of them, in the order in which they are shown. */
export const EXCHANGES: readonly Exchange[] = [
	...SIGN_IN_EXCHANGES,
	...VAULT_EXCHANGES,
	...TOKEN_EXCHANGES,
	...ROTATION_EXCHANGES,
	...CERTIFICATE_ROTATION_EXCHANGES,
	...EXPIRY_EXCHANGES,
	...SET_EXCHANGES,
];
