// Faults of the exchanges by which a step rotates a certificate.
import { declareBattery } from './battery.js';
import { CERTIFICATE_ROTATION_EXCHANGES } from './certificate-rotation-exchanges.js';

declareBattery(CERTIFICATE_ROTATION_EXCHANGES);
