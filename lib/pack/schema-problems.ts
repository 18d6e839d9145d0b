/** Against the schema: what does not fit, in sentences that an author of packs can act on. */
import { Validator } from '@cfworker/json-schema';
import type { OutputUnit, Schema } from '@cfworker/json-schema';
import type { PackProblem } from './pack-problem.ts';

/** These only repeat that something inside them is wrong: the innermost say what. */
const WRAPPERS = ['properties', 'items', 'additionalProperties'];

/** Empty when `value` fits. */
export function schemaProblems(value: unknown, schema: Schema): PackProblem[] {
  const errors = validate(value, schema);
  if (errors === 'not-json') return [{ path: '', message: 'holds something that is not JSON' }];
  return errors
    .filter(({ keyword, keywordLocation }) => !WRAPPERS.includes(keyword) && !keywordLocation.includes('/oneOf/'))
    .map((error) => ({ path: error.instanceLocation.replace(/^#/, ''), message: describe(error, schema) }));
}

/** The validator throws on what JSON cannot hold (undefined, functions). */
function validate(value: unknown, schema: Schema): readonly OutputUnit[] | 'not-json' {
  try {
    return new Validator(schema, '2020-12', false).validate(value).errors;
  } catch {
    return 'not-json';
  }
}

function describe({ keyword, keywordLocation, error }: OutputUnit, schema: Schema): string {
  const at = schemaAt(schema, keywordLocation.split('/').slice(1, -1));
  switch (keyword) {
    case 'false':
      return 'is not a field of this format';
    case 'required':
    case 'dependentRequired':
      return `lacks the field ${/"[^"]+"(?=\.?$)/.exec(error)?.[0] ?? ''}`.trimEnd();
    case 'type':
      return `should be ${TYPES[String(at?.type)] ?? String(at?.type)}`;
    case 'const':
      return `should be “${String(at?.const)}”`;
    case 'enum':
      return `should be one of: ${(at?.enum ?? []).join(', ')}`;
    case 'pattern':
    case 'oneOf':
      return `should be ${String(at?.['description'])}`;
    case 'maxLength':
      return `is longer than ${at?.maxLength ?? 0} characters`;
    case 'minItems':
      return 'should not be empty';
    case 'maxItems':
      return `holds more than ${at?.maxItems ?? 0}`;
    default:
      return error;
  }
}

const TYPES: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
};

/** The part of the schema that a keyword's location names, or null. */
function schemaAt(schema: Schema, steps: readonly string[]): Schema | null {
  let at: unknown = schema;
  for (const step of steps) {
    if (typeof at !== 'object' || at === null) return null;
    at = Reflect.get(at, step);
  }
  return typeof at === 'object' ? at : null;
}
