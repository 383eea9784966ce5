// The program of the root action.
import './extra-ca.js';
import { fetchSecrets } from '../flow/fetch-secrets.js';
import { runFlow } from './run.js';

runFlow(fetchSecrets);
