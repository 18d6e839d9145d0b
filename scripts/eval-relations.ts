/**
 * `npx tsx scripts/eval-relations.ts DIR…`: how sentences of labelled articles are related to the claims that their
 * labels name. The claim is given, so that the rules of the relation are measured alone.
 */
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { loadShippedPacks } from './eval/load-packs.ts';
import { readLabelled } from './eval/labelled.ts';
import { formatRelations, relatePairs } from './eval/relate-pairs.ts';

const USAGE = `npx tsx scripts/eval-relations.ts DIR… [--similarity N] [--show RELATION]
  DIR           labelled articles, in the form of ../shared/eval/articles; one that is absent is passed over
  --similarity  as if a model had found sentence and claim so near, 0 to 1
  --show        print too the pairs so related: denies, missed, same, other-figure, other-answer, rejected`;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { similarity: { type: 'string' }, show: { type: 'string' } },
});
const dirs = positionals.filter((dir) => existsSync(dir));
if (dirs.length === 0) console.log(positionals.length === 0 ? USAGE : 'No labelled articles here: nothing to measure.');
for (const dir of dirs) {
  const similarity = values.similarity === undefined ? null : Number(values.similarity);
  const pairs = relatePairs(readLabelled(dir), loadShippedPacks(), similarity);
  console.log(`${dir}\n${formatRelations(pairs)}`);
  for (const { found, denies, claim, sentence } of pairs) {
    const isShown = values.show === 'missed' ? denies && found !== 'denies' : found === values.show;
    if (isShown) console.log(`${denies ? 'denied ' : '       '} ${claim} | ${sentence}`);
  }
}
