// The program of the token action.
import './extra-ca.js';
import { mintTokens } from '../flow/mint-tokens.js';
import { runFlow } from './run.js';

runFlow(mintTokens);
