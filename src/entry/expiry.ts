// The program of the expiry action.
import './network-settings.js';
import { reportExpiry } from '../expiry/report-expiry.js';
import { runFlow } from './run.js';

runFlow(reportExpiry);
