/**
 * What the W3C's test suite of the Web Annotation model demands of an annotation, of a collection and of a page, as
 * checks of our own. Each gives the demands that are not met. https://www.w3.org/TR/annotation-model/
 */
import { isFields, type Fields } from '@/lib/exchange/kept-fields.ts';

type Check = (value: unknown) => boolean;

const isUri: Check = (value) =>
  typeof value === 'string' && /^[a-z][a-z\d+.-]*:(?:[\w\-.~:/?#[\]@!$&'()*+,;=]|%[\da-f]{2})*$/i.test(value);
const isText: Check = (value) => typeof value === 'string';
const isMoment: Check = (value) =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/.test(value);
const isCount: Check = (value) => Number.isInteger(value) && Number(value) >= 0;
const isDirection: Check = (value) => ['ltr', 'rtl', 'auto'].includes(String(value));
const has = (fields: Fields, ...keys: string[]): boolean => keys.every((key) => Object.hasOwn(fields, key));
const absent = (value: unknown, check: Check): boolean => value === undefined || check(value);
const one =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) ? value.length === 1 && check(value[0]) : check(value);
const some =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) ? value.length > 0 && value.every(check) : check(value);
const includes = (word: string, value: unknown): boolean =>
  value === word || (Array.isArray(value) && value.includes(word));

/** Keys that annotations, bodies, targets and their sources may have, and what is then demanded. */
const OPTIONAL: readonly (readonly [string, Check])[] = [
  ['created', one(isMoment)],
  ['modified', one(isMoment)],
  ['generated', one(isMoment)],
  ['rights', some(isUri)],
  ['canonical', one(isUri)],
  ['via', some(isUri)],
];

const SETS = ['Choice', 'Composite', 'List', 'Independents'];
const KINDS = {
  uri: (value: unknown) => isUri(value),
  set: (value: unknown) =>
    isFields(value) && SETS.some((type) => type === value.type) && Array.isArray(value.items) && value.items.length > 0,
  specific: (value: unknown) =>
    isFields(value) &&
    (isUri(value.source) || KINDS.external(value.source)) &&
    ['purpose', 'selector', 'state', 'styleClass', 'renderedVia', 'scope'].some((key) => has(value, key)),
  external: (value: unknown): boolean =>
    isFields(value) && isUri(value.id) && !['value', 'source', 'target'].some((key) => has(value, key)),
  textual: (value: unknown) => isFields(value) && isText(value.value),
};
type Kind = keyof typeof KINDS;
const kindsOf = (value: unknown, kinds: readonly Kind[]): Kind[] => kinds.filter((kind) => KINDS[kind](value));

/** A kind of resource and a key that it must not have. */
const FORBIDDEN: readonly (readonly [Kind, string])[] = [
  ['external', 'items'],
  ['external', 'purpose'],
  ['set', 'value'],
  ['set', 'source'],
  ['set', 'purpose'],
  ['textual', 'items'],
  ['textual', 'source'],
  ['specific', 'items'],
  ['specific', 'value'],
];

const SELECTORS: Readonly<Record<string, Check>> = {
  FragmentSelector: (value) => isFields(value) && isText(value.value) && absent(value.conformsTo, isUri),
  CssSelector: (value) => isFields(value) && isText(value.value),
  XPathSelector: (value) => isFields(value) && isText(value.value),
  SvgSelector: (value) => isFields(value) && has(value, 'value') !== has(value, 'id'),
  TextQuoteSelector: (value) =>
    isFields(value) && isText(value.exact) && absent(value.prefix, isText) && absent(value.suffix, isText),
  TextPositionSelector: (value) => isFields(value) && isCount(value.start) && isCount(value.end),
  DataPositionSelector: (value) => isFields(value) && isCount(value.start) && isCount(value.end),
  RangeSelector: (value) => isFields(value) && isSelector(value.startSelector) && isSelector(value.endSelector),
};
const isSelector: Check = (value) =>
  isFields(value) &&
  Object.entries(SELECTORS).some(([type, check]) => type === value.type && check(value)) &&
  absent(value.refinedBy, (refined) => isSelector(refined) || isState(refined));

const isState: Check = (value) => {
  if (!isFields(value)) return false;
  if (value.type === 'HttpRequestState') return isText(value.value);
  const hasRange = has(value, 'sourceDateStart') || has(value, 'sourceDateEnd');
  return (
    value.type === 'TimeState' &&
    absent(value.sourceDate, some(isMoment)) &&
    (!hasRange || (isMoment(value.sourceDateStart) && isMoment(value.sourceDateEnd) && !has(value, 'sourceDate'))) &&
    absent(value.cached, some(isUri))
  );
};

/** Of a body or target that is a record. */
function resourceProblems(resource: Fields, at: string): string[] {
  const source = isFields(resource.source) ? resource.source : {};
  const wrong = [...OPTIONAL, ['textDirection', one(isDirection)] as const]
    .filter(([key, check]) => !absent(resource[key], check) || !absent(source[key], check))
    .map(([key]) => `${at}.${key}`);
  const forbidden = FORBIDDEN.filter(([kind, key]) => KINDS[kind](resource) && has(resource, key));
  const parts: [string, Check][] = [
    ['selector', some((value) => isUri(value) || isSelector(value))],
    ['state', some((value) => isUri(value) || isState(value))],
    ['styleClass', isText],
  ];
  return [
    ...wrong,
    ...forbidden.map(([kind, key]) => `${at}: ${kind} with ${key}`),
    ...parts.filter(([key, check]) => !absent(resource[key], check)).map(([key]) => `${at}.${key}`),
  ];
}

function resourcesProblems(value: unknown, at: string, kinds: readonly Kind[]): string[] {
  const resources: unknown[] = Array.isArray(value) ? value : [value];
  return resources.flatMap((resource) => [
    ...(kindsOf(resource, kinds).length === 1 ? [] : [`${at}: none or several kinds of resource`]),
    ...(isFields(resource) ? resourceProblems(resource, at) : []),
  ]);
}

const contextProblem = ({ '@context': context }: Fields): string[] =>
  includes('http://www.w3.org/ns/anno.jsonld', context) ? [] : ['@context'];

export function annotationProblems(annotation: Fields): string[] {
  const { id, type, body, bodyValue, target } = annotation;
  return [
    ...contextProblem(annotation),
    ...(isUri(id) ? [] : ['id']),
    ...(includes('Annotation', type) ? [] : ['type']),
    ...(target === undefined
      ? ['no target']
      : resourcesProblems(target, 'target', ['uri', 'set', 'specific', 'external'])),
    ...(isFields(target) && includes('TextualBody', target.type) ? ['target: a text'] : []),
    ...(body === undefined ? [] : resourcesProblems(body, 'body', ['uri', 'set', 'specific', 'external', 'textual'])),
    ...(body !== undefined && bodyValue !== undefined ? ['body and bodyValue'] : []),
    ...(absent(bodyValue, one(isText)) ? [] : ['bodyValue']),
    ...OPTIONAL.filter(([key, check]) => !absent(annotation[key], check)).map(([key]) => key),
  ];
}

export function collectionProblems(collection: Fields): string[] {
  const { id, type, label, total, first, last } = collection;
  const isPage = (value: unknown): boolean => isFields(value) && includes('AnnotationPage', value.type);
  return [
    ...contextProblem(collection),
    ...(isUri(id) ? [] : ['id']),
    ...(includes('AnnotationCollection', type) ? [] : ['type']),
    ...(absent(label, some(isText)) ? [] : ['label']),
    ...(absent(total, one(isCount)) ? [] : ['total']),
    ...(Number(total) > 0 && first === undefined ? ['no first'] : []),
    ...(absent(
      first,
      one((value) => isUri(value) || isPage(value)),
    )
      ? []
      : ['first']),
    ...(absent(last, one(isUri)) ? [] : ['last']),
    ...OPTIONAL.filter(([key, check]) => !absent(collection[key], check)).map(([key]) => key),
  ];
}

export function pageProblems(page: Fields): string[] {
  const { id, type, items, partOf, next, prev, startIndex } = page;
  const isEntry = (value: unknown): boolean => isUri(value) || (isFields(value) && includes('Annotation', value.type));
  return [
    ...contextProblem(page),
    ...(isUri(id) ? [] : ['id']),
    ...(includes('AnnotationPage', type) ? [] : ['type']),
    ...(Array.isArray(items) && items.every(isEntry) ? [] : ['items']),
    ...(absent(partOf, (value) => isUri(value) || (isFields(value) && isUri(value.id))) ? [] : ['partOf']),
    ...(absent(next, one(isUri)) ? [] : ['next']),
    ...(absent(prev, one(isUri)) ? [] : ['prev']),
    ...(absent(startIndex, one(isCount)) ? [] : ['startIndex']),
  ];
}
