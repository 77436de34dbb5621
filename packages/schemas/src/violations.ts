import type { ErrorCode } from './error-table.ts';
import type { Issue } from './generated/types.ts';
import { type SchemaError, type Validator, localizeEn, localizeZh } from './generated/validators.js';

const maximumIssues = 100;
const maximumEcho = 80; // characters of the input that an answer repeats

/** What is wrong with a value: the code of the first fault and each fault with pointer, expectation and what came. */
export interface Violations {
  code: ErrorCode;
  issues: Issue[];
}

/**
 * Checks a value against a schema of this package.
 *
 * @returns `undefined` when it fits; else the code and issues in Chinese and English, without the values' full text.
 */
export function violations(validate: Validator<unknown>, value: unknown): Violations | undefined {
  if (validate(value)) return undefined;
  const errors = (validate.errors ?? []).slice(0, maximumIssues);
  const zh = messages(errors, localizeZh);
  const en = messages(errors, localizeEn);
  const issues = errors.map((error, index) => toIssue(error, value, zh[index] ?? '', en[index] ?? ''));
  const [first] = errors;
  return { code: first ? codeOf(first, value) : 'SCHEMA_VIOLATION', issues };
}

function messages(errors: SchemaError[], localize: (errors: SchemaError[]) => void): string[] {
  localize(errors);
  return errors.map((error) => error.message ?? '');
}

function toIssue(error: SchemaError, value: unknown, zh: string, en: string): Issue {
  const pointer = pointerOf(error);
  const own = ownMessage(error);
  return {
    pointer,
    rule: error.keyword,
    expected: expectation(error),
    got: shorten(at(value, pointer)),
    zh: own?.zh ?? zh,
    en: own?.en ?? en,
  };
}

/** ajv names the object for a missing or an extra property and for an unknown type; we name the property. */
function pointerOf(error: SchemaError): string {
  const { missingProperty, additionalProperty, tag } = error.params;
  const property = missingProperty ?? additionalProperty ?? tag;
  return property === undefined
    ? error.instancePath
    : `${error.instancePath}/${echo(String(property)).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

function ownMessage(error: SchemaError): { zh: string; en: string } | undefined {
  if (error.keyword === 'discriminator') return { zh: '未知的事件类型', en: 'unknown event type' };
  if (error.keyword === 'required') return { zh: '必须提供', en: 'is required' };
  if (error.keyword === 'additionalProperties') return { zh: '没有这个字段', en: 'is not a known field' };
  return undefined;
}

function expectation(error: SchemaError): string {
  const { allowedValues, pattern, format, limit, type, missingProperty } = error.params;
  if (Array.isArray(allowedValues)) return allowedValues.join(' | ').slice(0, 300);
  const [value] = [pattern, format, type, missingProperty].filter((item) => item !== undefined);
  return value === undefined
    ? `${error.keyword}${limit === undefined ? '' : ` ${String(limit)}`}`
    : String(value);
}

function codeOf(error: SchemaError, value: unknown): ErrorCode {
  const { pattern } = error.params;
  if (error.keyword === 'discriminator') return 'UNKNOWN_SCHEMA_VERSION';
  if (error.keyword === 'format' || String(pattern).startsWith('^(1[89]|2[01])')) return 'DATE_INVALID';
  if (error.keyword !== 'pattern') return 'SCHEMA_VIOLATION';
  if (/\/(documentId|subject|partitionkey)$/.test(error.instancePath)) return 'ID_INVALID';
  const got = at(value, error.instancePath);
  return typeof got === 'string' && /[\r\n\t\u2028\u2029]/.test(got)
    ? 'CONTROL_CHARACTER'
    : 'SCHEMA_VIOLATION';
}

function at(value: unknown, pointer: string): unknown {
  let found = value;
  for (const part of pointer.split('/').slice(1)) {
    const name = part.replaceAll('~1', '/').replaceAll('~0', '~');
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, name)) return undefined;
    found = (found as Record<string, unknown>)[name]; // a parsed JSON value
  }
  return found;
}

function shorten(value: unknown): string {
  if (value === undefined) return '';
  if (Array.isArray(value)) return `[${value.length} items]`;
  // String() would call a `toString` that came with the input
  if (typeof value === 'object' && value !== null) return `{${Object.keys(value).length} fields}`;
  return echo(String(value));
}

/** No control characters and no halves of characters in answers or logs. */
function echo(text: string): string {
  return text.slice(0, maximumEcho).replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, '\ufffd');
}
