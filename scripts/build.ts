/** Compiles the packs, then builds the extension for Chrome and Firefox into .output/. */
import { must } from './run.ts';

must('tsx', ['scripts/pack.ts']);
must('wxt', ['build', '-b', 'chrome', '--mv3']);
must('wxt', ['build', '-b', 'firefox', '--mv3']);
