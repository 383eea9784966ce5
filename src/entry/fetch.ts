// The program of the root action.
import './network-settings.js';
import { fetchObjects } from '../flow/fetch.js';
import { runFlow } from './run.js';

runFlow(fetchObjects);
