// The program of the set action.
import './network-settings.js';
import { setObjects } from '../set/set-objects.js';
import { runFlow } from './run.js';

runFlow(setObjects);
