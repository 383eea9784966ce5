// The program of the rotate action.
import './network-settings.js';
import { rotate } from '../rotate/rotate.js';
import { runFlow } from './run.js';

runFlow(rotate);
