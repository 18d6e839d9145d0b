import { describe, expect, it } from 'vitest';
import { createFurnitureTest, isNotice, isStamp } from '@/lib/article/furniture.ts';
import { openPage } from './open-page.ts';

describe('an element is furniture by what it calls itself', () => {
  const isFurniture = (markup: string): boolean => {
    const page = openPage(`<body>${markup}</body>`);
    const element = page.querySelector('[data-it]') ?? page.querySelector('body > *');
    return element !== null && createFurnitureTest()(element);
  };
  it.each([
    '<nav></nav>',
    '<aside></aside>',
    '<figcaption></figcaption>',
    '<div role="complementary"></div>',
    '<div class="related-stories"></div>',
    '<div class="story__relatedStories"></div>',
    '<section id="comments"></section>',
    '<div class="Newsletter_signup"></div>',
    '<div class="c-share-tools"></div>',
    '<div class="author-bio"></div>',
    '<p class="article-byline"></p>',
    '<div class="ad"></div>',
    '<div class="adSlot"></div>',
    '<div itemtype="https://schema.org/Comment" itemscope></div>',
    '<div aria-label="Related articles"></div>',
    '<p>A <span data-it class="visually-hidden">b</span></p>',
  ])('%s', (markup) => expect(isFurniture(markup)).toBe(true));

  it.each([
    '<div></div>',
    '<p class="paragraph"></p>',
    '<div class="article-body paywall"></div>',
    '<div class="read-the-story"></div>',
    '<div class="shadow-box"></div>',
    '<div class="header-text"></div>',
    '<div class="sharepoint"></div>',
    '<div class="adding-load"></div>',
    '<p>A <a data-it rel="author" class="author">b</a></p>',
    '<p>A <span data-it class="caption">b</span></p>',
  ])('%s is not', (markup) => expect(isFurniture(markup)).toBe(false));
});

describe('a paragraph is a notice by what it says', () => {
  it.each([
    'Advertisement',
    'ADVERTISEMENT',
    'Story continues below',
    'Share',
    'Follow us on X',
    'Related: Why the lighthouse matters',
    'Read more: Why the lighthouse matters',
    'Lire aussi : Le phare',
    'Related articles',
    '3 comments',
    'Sign up for our newsletter',
    'Subscribe to continue reading',
    'Already a subscriber? Log in',
    'This article is for subscribers only.',
    'Enter your email address',
    '4 min read',
    '12-minute read',
    'By Joan Berg',
    'By Joan Berg and Ivo Tan, Kiva Herald',
    'Von Joan Berg',
    'Photo: J. Berg / IP',
    'Photo by J. Berg',
    '© 2021 The Kiva Herald',
    'Getty Images',
  ])('%s', (text) => expect(isNotice(text)).toBe(true));

  it.each([
    '14:05 GMT',
    'Updated 29 March 2021 at 6:05 p.m.',
    'Published: March 29, 2021',
    '2021-03-29',
    '5 minutes ago',
  ])('%s is a date or time', (text) => expect(isStamp(text)).toBe(true));

  it.each([
    'Related talks were held in Oster.',
    'Share prices fell by 3 percent on Monday.',
    'Register offices were closed on Monday, the ministry said.',
    'Subscribers were told nothing.',
    'By Monday the harbour was empty.',
    'By then, Holm had left.',
    'Follow the money, he said.',
    'Support our troops, the placards said.',
    'Donate blood, the doctors urged.',
    'Photographs showed an empty hall.',
    'In March 2021 the talks ended.',
    'May 2021 was the deadline for ships.',
    '1,351',
    '2021',
    '63 16.6',
    'Comments by the minister were short.',
    'Watch the strait, the envoys were told.',
    'More ships came.',
    'Join us or leave, the rebels said.',
    'Advertisement sales have fallen by half.',
    'Reuters reported the deaths.',
    'Get our ships out, he said.',
    '1'.repeat(150),
  ])('%s is not', (text) => expect(isNotice(text) || isStamp(text)).toBe(false));
});
