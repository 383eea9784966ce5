// Faults of the exchanges by which a step reads a vault.
import { declareBattery } from './battery.js';
import { VAULT_EXCHANGES } from './vault-exchanges.js';

declareBattery(VAULT_EXCHANGES);
