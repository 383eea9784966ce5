// Faults of the exchanges by which a step rotates a client secret.
import { declareBattery } from './battery.js';
import { ROTATION_EXCHANGES } from './rotation-exchanges.js';

declareBattery(ROTATION_EXCHANGES);
