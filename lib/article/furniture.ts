/**
 * What stands in and around an article and is not of it: captions, links to other articles, sign-up boxes, comments,
 * share bars, bylines, advertisements, notices of a paywall. General rules, as data; none for a single site.
 */
import { isCapital } from '@/lib/text/letters.ts';
import { isParagraph, runsByName } from './elements.ts';

const listed = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

const TAGS = listed('nav footer aside figcaption caption figure address form');

const ROLES = listed(`navigation complementary contentinfo search toolbar menu menubar alert alertdialog dialog tooltip
  doc-footnote doc-endnotes doc-pagelist`);

/** One to three whole words of a class or id, parted by `-`. */
const NAMES = listed(`
  related recirc recirculation recommended recommendations recommendation outbrain taboola zergnet trending
  most-read most-popular most-viewed most-shared most-commented more-stories more-from more-on more-in more-news
  more-like more-coverage read-next up-next readnext upnext read-more readmore also-read also-like see-also seealso
  further-reading top-stories editors-picks editor-picks next-article prev-article previous-article next-post prev-post
  previous-post next-story prev-story story-link story-links link-list teaser teasers promo promos promotion promoted
  newsletter newsletters nl-signup nl-sign-up sign-up signup subscribe subscription mailing-list email-form donate
  donation contribute contribution support-us membership-box membership-promo membership-cta cta call-to-action
  reader-revenue paywall-prompt paywall-message paywall-banner paywall-cta paywall-promo paywall-notice paywall-overlay
  paywall-modal paywall-inline paywall-box regwall regwall-prompt piano-offer metering inline-offer
  subscriber-only-message subscriber-only-notice
  comment comments disqus livefyre coral-talk replies responses-list
  share shares sharing sharebar sharedaddy social addtoany addthis follow-us follow-box follow-button follow-links
  caption captions photo-credit image-credit picture-credit img-credit media-credit credit credits image-description
  byline bylines dateline-block author authors about-author bio contributor contributors post-meta entry-meta
  article-meta story-meta article-info meta-line timestamp timestamps pubdate pub-date publish-date published-date
  post-date entry-date read-time readtime reading-time readingtime time-to-read minutes-read
  ad ads advert adverts advertisement advertisements advertising adslot adsense dfp gpt sponsored sponsor sponsors
  partner-content native-ad
  breadcrumb breadcrumbs tags tag-list taglist topics topic-list keywords categories pagination pager navigation nav
  sidebar toolbar footer skip-link cookie cookies consent gdpr
  poll quiz player-meta player-info video-meta video-info video-caption video-title video-description audio-player
  listen-to jump-links toc table-of-contents editsection edit-section noprint no-print
  liveblog-nav live-blog-nav key-events pinned-label post-actions post-time post-timestamp copyright correction-link
  feedback report-error report-typo print-only`);

/** Amid the words of a paragraph, only what is plainly not one of them. */
const INLINE_NAMES = listed(`
  sr-only sronly visually-hidden visuallyhidden screen-reader-text screen-reader-only a11y-hidden assistive-text
  offscreen share social ad ads adslot editsection edit-section tooltip-text comment-count noprint no-print print-only
  u-hidden`);

const LABELS =
  /^(?:related|recommended|read (?:more|next)|more (?:from|on|stories)|most (?:read|popular)|share|follow|newsletter|sign up|subscribe|advertisement|comments?|breadcrumb)/i;

/**
 * Whether an element says of itself that it is furniture; how much of the article may be in it is for the caller to
 * weigh. Pages repeat few names many times: each is looked at once.
 */
export function createFurnitureTest(): (element: Element) => boolean {
  const seen = new Map<string, boolean>();
  const matches = (element: Element, names: ReadonlySet<string>): boolean => {
    const own = `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`;
    if (own === ' ') return false;
    const key = `${names === NAMES ? 'b' : 'i'}${own}`;
    const known = seen.get(key) ?? own.split(' ').some((name) => holdsAny(wordsOf(name), names));
    seen.set(key, known);
    return known;
  };
  return (element) => {
    if (runsByName(element.localName) && isAmidWords(element)) return matches(element, INLINE_NAMES);
    return isCalledFurniture(element) || matches(element, NAMES) || matches(element, INLINE_NAMES);
  };
}

function isCalledFurniture(element: Element): boolean {
  if (TAGS.has(element.localName) || ROLES.has(element.getAttribute('role') ?? '')) return true;
  if (/Comment|WPAdBlock|SiteNavigationElement/.test(element.getAttribute('itemtype') ?? '')) return true;
  if (/^(?:comment|author|publisher)$/.test(element.getAttribute('itemprop') ?? '')) return true;
  return LABELS.test(element.getAttribute('aria-label') ?? '');
}

function isAmidWords({ parentElement }: Element): boolean {
  return parentElement !== null && (isParagraph(parentElement) || runsByName(parentElement.localName));
}

/** `relatedStories__box` → related, stories, box. */
const wordsOf = (name: string): string[] =>
  name
    .replace(/([a-z\d])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/[\s!-/:-@[-`{-~]+/);

const holdsAny = (words: readonly string[], names: ReadonlySet<string>): boolean =>
  words.some((_word, at) => [1, 2, 3].some((length) => names.has(words.slice(at, at + length).join('-'))));

/** Whole paragraphs by what they say; for short ones only. */
export const LONGEST_NOTICE = 160;
const NOTICES = [
  /^(?:advertisement|advertising|anzeige|werbung|publicité|publicidad|publicidade|реклама|story continues below(?: advertisement)?|article continues below|continue reading(?: below)?|sponsored(?: content)?|loading\W*|skip (?:past|to|advert).*)$/,
  /^(?:share|tweet|e-?mail|print|save|copy link|link copied|share (?:this|on|via).*|facebook|twitter|whatsapp|linkedin|reddit|telegram|follow us.*|follow .{0,30} on (?:twitter|x|facebook|instagram|telegram).*)[\s\W]*$/,
  /^(?:related|read more|read also|read next|also read|more on this|more:|see also|see more|recommended|you may also like|don[’']t miss|watch|listen|lire aussi|à lire aussi|lesen sie auch|mehr zum thema|lea también|leia (?:também|mais)|читайте также)\b.{0,4}[:>»→]/,
  /^(?:related|read more|most read|most popular|more on this story|related (?:articles|stories|topics|content|links)|recommended(?: for you)?|you may also like|top stories|more from .{2,40}|more stories|latest news|comments?(?: \(\d+\))?|\d+ comments?|join the conversation|show (?:more )?comments)[:.]?$/,
  /^(?:sign up|subscribe|register)(?: (?:for|to|now|here|today|and|with|below|free)\b.*|\W*)$/,
  /^(?:log ?in|sign in|join us|donate)(?: (?:to|here|now|today|for|below|or (?:register|sign up|create))\b.*|\W*)$/,
  /^(?:support (?:our|us|independent)|become a (?:member|subscriber|supporter)|get (?:our|unlimited|full|the \w+ newsletter)|unlock (?:this|the|full)|start your (?:free )?trial|choose a (?:plan|subscription))\b.*\b(?:journalism|work|newsroom|newsletter|newsletters|access|article|story|inbox|subscription|today|plan|trial)\b/,
  /^(?:already (?:a )?(?:subscriber|member|registered)|(?:to )?continue reading\b|this (?:article|story|content) is (?:only |reserved |available )?(?:for|to) (?:our |paying )?(?:subscribers|members|registered)|you have (?:reached|read|used) (?:your|all|\d)|(?:enter )?your e-?mail address|by (?:signing up|clicking|submitting|subscribing)|thank you for (?:signing|subscribing))/,
  /^\d{1,3}[\s-]?(?:min(?:ute)?s?)\.? (?:read|to read|watch|listen)$/,
  /^(?:reading time|time to read|lesezeit|tiempo de lectura)\b/,
  /^(?:\(?(?:photo|image|picture|video|graphic|illustration|credit|file photo|foto|bild)s?\)?(?: (?:by|credit|illustration))?\s?[:/©])/,
  /^\(?(?:photo|image|picture|video)(?:graph)?s?(?: by| courtesy of| credit) [^.]{1,60}(?:\.\s?[^.]{1,60})*\)?$/,
  /^(?:©|\(c\)|copyright\b|all rights reserved)/,
  /^(?:getty images|reuters|ap photo|afp|epa|shutterstock)(?:\s?[/,|].*)?$/,
];

/** Words of a date or a time; numbers apart. */
const STAMP_WORDS = listed(`
  published posted updated last first modified created on at of the gmt utc est edt et bst cet cest msk am pm a p m ago
  min mins minute minutes hour hours h day days jan january feb february mar march apr april may jun june jul july aug
  august sep sept september oct october nov november dec december mon monday tue tues tuesday wed wednesday thu thur
  thurs thursday fri friday sat saturday sun sunday`);

/** Whether a paragraph is a notice, a byline or a credit. */
export const isNotice = (text: string): boolean =>
  text.length <= LONGEST_NOTICE && (NOTICES.some((notice) => notice.test(text.toLowerCase())) || isByline(text));

/** Whether a paragraph is nothing but a date and time. As a heading, it is one of a chronicle. */
export function isStamp(text: string): boolean {
  if (text.length > LONGEST_NOTICE || !/\d/.test(text)) return false;
  const words = text.toLowerCase().match(/[^\s.,:;|/•·()–—-]+/g) ?? [];
  const named = words.filter((word) => STAMP_WORDS.has(word)).length;
  const figures = words.filter((word) => /^\d{1,4}(?:st|nd|rd|th|h)?$/.test(word)).length;
  const isParted = /\d:\d\d|\d{4}[-/.]\d\d?[-/.]\d|\d[/.]\d\d?[/.]\d{2}/.test(text);
  return named + figures === words.length && (named > 0 || isParted);
}

const BY = listed('by von par por di door av от');
const BETWEEN_NAMES = listed('and und et y e i og och en & for in of de van von der la le del da dos di');

/** “By Joan Berg and Ivo Tan, Kiva Herald”: nothing but names. */
function isByline(text: string): boolean {
  const [by = '', ...names] = text.split(/[\s,]+/).filter((word) => word !== '');
  if (!BY.has(by.toLowerCase()) || names.length === 0) return false;
  const isName = (word: string): boolean => isCapital(word.charAt(0)) || BETWEEN_NAMES.has(word);
  return names.every(isName) && names.some((word) => isCapital(word.charAt(0)));
}
