/** Made-up pages for the browser tests. */
import { readFileSync } from 'node:fs';

/** The sample article that ships with the extension: written for it, so it touches what the built-in pack knows. */
export const SAMPLE = readFileSync('public/sample-article.html', 'utf8');

const paragraphs = (texts: readonly string[]): string => texts.map((text) => `<p>${text}</p>`).join('\n');
const page = (title: string, body: string, head = ''): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>${head}</head><body>${body}</body></html>`;

const GARDEN = [
  'A glass jar, a handful of gravel and some moss are all that a small terrarium needs, says Mira Holt, who has built them for twenty years.',
  'She begins with the gravel, two fingers deep, so that the water has somewhere to go. Then comes a thin layer of charcoal, which keeps the air fresh.',
  'The soil should be moist but never wet. “If it drips when you squeeze it, wait a day,” she says, and laughs.',
  'Ferns, fittonia and baby tears do well behind glass. Cacti do not: they rot within weeks, and no amount of sand will save them.',
  'Once it is planted the jar is closed, and for the first week it stands in the shade. After that it wants light, but no sun.',
  'A good terrarium is watered twice a year. The oldest in her shop has not been opened since the spring of 2014.',
];

/** An article on something that no pack knows. */
export const OTHER_TOPIC = page(
  'How to build a terrarium',
  `<main><article><h1>How to build a terrarium</h1>${paragraphs(GARDEN)}</article></main>`,
);

const TALKS = [
  'The Russian and Ukrainian delegations met in Istanbul on Tuesday, and both sides spoke of positive signals afterwards.',
  'Ukraine would stay neutral, join no military alliance and host no foreign bases, in return for security guarantees, its negotiators said in Turkey.',
  'Vladimir Medinsky, who leads the Russian delegation, said that Crimea’s status would be discussed over fifteen years, without resort to force.',
  'Russia’s deputy defence minister said that military activity around Kyiv and Chernihiv would be reduced sharply, to build trust for the negotiations.',
  'Russia’s defence ministry says that 1,351 Russian soldiers were killed and 3,925 wounded; the Pentagon puts the dead at up to 7,000.',
  'Dmitry Peskov, the spokesman of the Kremlin, said that the talks had brought nothing promising and no breakthrough.',
];
const TALKS_ARTICLE = `<h1>Envoys in Istanbul speak of signals</h1><time datetime="2022-03-30">30 March 2022</time>${paragraphs(TALKS)}`;

/** A site that changes its article without loading a page: links call `go('talks' | 'garden')`. */
export const SINGLE_PAGE_APP = page(
  'App news',
  `<nav><a href="#">Home</a></nav><main id="app"></main>
  <template id="talks"><article>${TALKS_ARTICLE}</article></template>
  <template id="garden"><article><h1>How to build a terrarium</h1>${paragraphs(GARDEN)}</article></template>
  <script>
    window.go = (name) => {
      history.pushState({}, '', '/app/' + name);
      document.title = name;
      document.getElementById('app').replaceChildren(document.getElementById(name).content.cloneNode(true));
    };
  </script>`,
);

/** An article of which more arrives on demand, and which may be edited. */
export const GROWING = page(
  'Live',
  `<main><article id="story">${TALKS_ARTICLE}</article></main>
  <script>
    window.addParagraph = (text) => document.getElementById('story').append(Object.assign(document.createElement('p'), { textContent: text }));
  </script>`,
);

/** As strict and as hostile as a page can be: no inline style or script, and built-ins that lie. */
export const HOSTILE = page(
  'Hostile',
  `<main><article>${TALKS_ARTICLE}</article></main><script src="/hostile.js"></script>`,
);
export const HOSTILE_SCRIPT = `
  Array.prototype.map = Array.prototype.flatMap = () => { throw new Error('hostile map'); };
  Element.prototype.attachShadow = () => { throw new Error('hostile shadow'); };
  Document.prototype.createElement = () => { throw new Error('hostile element'); };
  window.getComputedStyle = () => { throw new Error('hostile style'); };
  window.heard = [];
  window.addEventListener('message', (event) => window.heard.push(JSON.stringify(event.data)));
  const { dispatchEvent } = EventTarget.prototype;
`;
