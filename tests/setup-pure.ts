/** In a soak, every property is tried on as many times more cases. */
import fc from 'fast-check';
import { ROUNDS } from './rounds.ts';

if (ROUNDS > 1) fc.configureGlobal({ ...fc.readConfigureGlobal(), numRuns: 100 * ROUNDS });
