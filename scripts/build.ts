/** Builds the extension for Chrome and Firefox. */
import { buildFor, outputOf } from './build-for.ts';

buildFor('chrome', 'firefox');
console.log(`${outputOf('chrome')}\n${outputOf('firefox')}`);
