// Faults of the exchanges by which a step signs in.
import { declareBattery } from './battery.js';
import { SIGN_IN_EXCHANGES } from './sign-in-exchanges.js';

declareBattery(SIGN_IN_EXCHANGES);
