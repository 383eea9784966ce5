// Faults of the exchanges by which a step writes to a vault.
import { declareBattery } from './battery.js';
import { SET_EXCHANGES } from './set-exchanges.js';

declareBattery(SET_EXCHANGES);
