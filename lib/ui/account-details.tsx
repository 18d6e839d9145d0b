/** The rest of an account, folded: source, dates, note, passage. Every field the pack holds is either above or here. */
import type { CardAccount, CardSource } from '@/lib/card/card.ts';
import { PackWords } from './pack-words.tsx';
import { genreInWords, languageInWords, publishedInWords } from './source-words.ts';
import { t, toldDateInFull, type MessageKey } from './text.ts';

/** `own`: words of the source or the pack, which may run in another direction than the interface. */
type Fact = { readonly label: MessageKey; readonly value: string | null; readonly own?: true };

export function AccountDetails({ account }: { readonly account: CardAccount }) {
  const facts = [...accountFacts(account), ...sourceFacts(account.source)];
  return (
    <details class="more">
      <summary>
        {t('accountDetails')}
        <span class="sr-only" dir="auto">{`: ${account.speaker}`}</span>
      </summary>
      <dl class="facts">
        {facts.map(({ label, value, own }) => (
          <div key={label}>
            <dt>{t(label)}</dt>
            <dd>{own ? <PackWords>{value}</PackWords> : value}</dd>
          </div>
        ))}
        <PassageWords words={account.words} language={account.source.language} />
      </dl>
    </details>
  );
}

function PassageWords({ words, language }: { readonly words: readonly string[]; readonly language: string }) {
  return (
    <div>
      <dt>{t('factPassage')}</dt>
      {words.map((each) => (
        <dd key={each}>
          <q lang={language} dir="auto">
            {each}
          </q>
        </dd>
      ))}
    </div>
  );
}

function accountFacts({ event, said, via, note }: CardAccount): Fact[] {
  return present([
    { label: 'factEvent', value: event && toldDateInFull(event) },
    { label: 'factSaid', value: said && toldDateInFull(said) },
    { label: 'factVia', value: via, own: true },
    { label: 'factNote', value: note, own: true },
  ]);
}

function sourceFacts(source: CardSource): Fact[] {
  const { title, author, outlet, dateNote, genre, language, note, url } = source;
  return present([
    { label: 'factTitle', value: title, own: true },
    { label: 'factAuthor', value: author ?? t('factNotNamed'), own: true },
    { label: 'factOutlet', value: outlet ?? t('factNotNamed'), own: true },
    { label: 'factPublished', value: publishedInWords(source) ?? t('factNotGiven') },
    { label: 'factDateNote', value: dateNote, own: true },
    { label: 'factGenre', value: genreInWords(genre) },
    { label: 'factLanguage', value: languageInWords(language) },
    { label: 'factAddress', value: url ?? t('factNotGiven'), own: true },
    { label: 'factSourceNote', value: note, own: true },
  ]);
}

const present = (facts: readonly Fact[]): Fact[] => facts.filter(({ value }) => value !== null && value !== '');
