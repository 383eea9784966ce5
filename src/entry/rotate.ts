// The program of the rotate action.
import { rotateSecret } from '../flow/rotate-secret.js';
import { runFlow } from './run.js';

runFlow(rotateSecret);
