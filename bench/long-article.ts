/** A made-up article of any length, with the links, names and advertisements of a real one. */

const SENTENCES: readonly ((at: number) => string)[] = [
  (at) =>
    `The delegation number ${at} from the northern port said on Monday, after talks in the old customs hall, that its ships <a href="/topics/ships">would sail again</a> by spring.`,
  (at) => `“Nobody asked us,” Mr. Orlov told reporters, adding that at least ${1000 + at} sailors were still waiting.`,
  () => `A spokesman for the U.S. Assistant Secretary of Ports, who was not authorised to speak, did not deny it.`,
  () => `In March, <em>The Kiva Herald</em> reported that the ministry had offered 3.5 percent more.`,
];
const AD = '<div class="ad-slot"><span>Advertisement</span></div>';

export function longArticle(words: number): string {
  const paragraphs: string[] = [];
  let count = 0;
  for (let at = 0; count < words; at += 1) {
    const text = [0, 1, 2].map((step) => SENTENCES[(at + step) % SENTENCES.length]?.(at) ?? '').join(' ');
    count += text.replace(/<[^>]*>/g, '').split(' ').length;
    paragraphs.push(`<p class="css-${at % 7}x story-p">${text}</p>${at % 9 === 4 ? AD : ''}`);
  }
  const links = (name: string, many: number): string => `<a href="/a">${name} item</a> `.repeat(many);
  const title = 'Talks on the northern ports go on';
  return `<!doctype html><html lang="en"><head><title>${title}</title></head><body><header><nav>${links('Menu', 40)}</nav></header>
<main><article><h1>${title}</h1><div class="article-body">${paragraphs.join('\n')}</div></article></main>
<footer>${links('Footer', 60)}</footer></body></html>`;
}
