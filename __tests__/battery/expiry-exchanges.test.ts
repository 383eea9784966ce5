// Faults of the exchanges by which a step reports what expires.
import { declareBattery } from './battery.js';
import { EXPIRY_EXCHANGES } from './expiry-exchanges.js';

declareBattery(EXPIRY_EXCHANGES);
