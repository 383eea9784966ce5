// The program of the token action.
import './network-settings.js';
import { mintTokens } from '../flow/mint-tokens.js';
import { runFlow } from './run.js';

runFlow(mintTokens);
