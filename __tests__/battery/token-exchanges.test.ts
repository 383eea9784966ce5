// Faults of the exchanges by which a step mints tokens.
import { declareBattery } from './battery.js';
import { TOKEN_EXCHANGES } from './token-exchanges.js';

declareBattery(TOKEN_EXCHANGES);
