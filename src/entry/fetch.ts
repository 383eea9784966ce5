// The program of the root action.
import './network-settings.js';
import { fetchSecrets } from '../flow/fetch-secrets.js';
import { runFlow } from './run.js';

runFlow(fetchSecrets);
