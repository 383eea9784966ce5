// The program of the rotate action.
import './network-settings.js';
import { rotateSecret } from '../rotate/rotate-secret.js';
import { runFlow } from './run.js';

runFlow(rotateSecret);
