import { ServiceError } from './service-error.ts';

const maximumDepth = 64;
const maximumKeys = 100_000; // a decision of 5 000 targets has some ten for each
const maximumItems = 10_000;
/** C0 (without tab, line feed, carriage return), DEL, C1, and the bidirectional overrides that hide what is read. */
// oxlint-disable-next-line no-control-regex
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/u;

/**
 * Reads a JSON body as strictly as a contract wants it: UTF-8 without BOM, no duplicate keys, no lone surrogates or
 * control characters, exact numbers, bounded depth and size. `JSON.parse` alone lets all of these through.
 *
 * @throws ServiceError MALFORMED_JSON, INVALID_UNICODE, NESTING_TOO_DEEP, DUPLICATE_JSON_KEY, TOO_MANY_KEYS,
 * NUMBER_OUT_OF_RANGE, CONTROL_CHARACTER, SCHEMA_VIOLATION (arrays longer than 10 000)
 */
export function parseStrictJson(bytes: Uint8Array): unknown {
  const text = decode(bytes);
  refuseDeepNesting(text);
  const value = parse(text);
  checkTokens(text);
  checkValue(value, '', { keys: 0 });
  return value;
}

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
    throw new ServiceError('MALFORMED_JSON', {
      zh: '正文以 BOM 开头。',
      en: 'The body starts with a byte order mark.',
    });
  }
  const isUtf16 = bytes.length > 1 && (bytes[0] === 0 || bytes[1] === 0 || (bytes[0] ?? 0) >= 0xfe);
  if (isUtf16)
    throw new ServiceError('MALFORMED_JSON', { zh: '正文不是 UTF-8。', en: 'The body is not UTF-8.' });
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw new ServiceError('INVALID_UNICODE', {}, { cause });
  }
}

/** Before parsing, because what comes after recurses. Strings are skipped, so brackets in text do not count. */
function refuseDeepNesting(text: string): void {
  let depth = 0;
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/gs)) {
    if (token === '[' || token === '{') depth++;
    else if (token === ']' || token === '}') depth--;
    if (depth > maximumDepth) throw new ServiceError('NESTING_TOO_DEEP');
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new ServiceError('MALFORMED_JSON', {}, { cause });
  }
}

/** What `JSON.parse` has already lost: repeated keys and the spelling of numbers. The text is known to be well formed. */
function checkTokens(text: string): void {
  const open: (Set<string> | undefined)[] = []; // the keys of each open object; undefined for an array
  for (const { 0: token, groups } of text.matchAll(
    /(?<string>"(?:[^"\\]|\\.)*")(?<colon>\s*:)?|(?<number>-?\d[\d.eE+-]*)|[[\]{}]/gs,
  )) {
    if (token === '{') open.push(new Set());
    else if (token === '[') open.push(undefined);
    else if (token === '}' || token === ']') open.pop();
    else if (groups?.['number'] !== undefined) checkNumber(groups['number']);
    else if (groups?.['colon'] !== undefined) addKey(open.at(-1), groups['string'] ?? '');
  }
}

function addKey(keys: Set<string> | undefined, token: string): void {
  const key = String(JSON.parse(token)); // "a" is the same key as "a"
  if (keys?.has(key)) {
    throw new ServiceError('DUPLICATE_JSON_KEY', {
      issues: [
        { pointer: '', rule: 'uniqueKeys', got: key.slice(0, 80), zh: '键重复', en: 'the key is repeated' },
      ],
    });
  }
  keys?.add(key);
}

function checkNumber(token: string): void {
  const value = Number(token);
  const isExact = Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value));
  if (!isExact || Object.is(value, -0)) throw new ServiceError('NUMBER_OUT_OF_RANGE');
}

function checkValue(value: unknown, pointer: string, count: { keys: number }): void {
  if (typeof value === 'string') return checkString(value, pointer);
  if (Array.isArray(value)) {
    if (value.length > maximumItems) throw tooManyItems(pointer);
    value.forEach((item, index) => checkValue(item, `${pointer}/${index}`, count));
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      if (++count.keys > maximumKeys) throw new ServiceError('TOO_MANY_KEYS');
      checkString(key, pointer);
      checkValue(item, `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`, count);
    }
  }
}

function checkString(text: string, pointer: string): void {
  if (!text.isWellFormed()) throw new ServiceError('INVALID_UNICODE');
  if (!forbidden.test(text)) return;
  throw new ServiceError('CONTROL_CHARACTER', {
    issues: [
      {
        pointer: pointer.slice(0, 200),
        rule: 'controlCharacter',
        zh: '含有控制字符',
        en: 'has a control character',
      },
    ],
  });
}

function tooManyItems(pointer: string): ServiceError {
  return new ServiceError('SCHEMA_VIOLATION', {
    issues: [
      {
        pointer,
        rule: 'maxItems',
        expected: String(maximumItems),
        zh: `数组不得超过 ${maximumItems} 项`,
        en: `an array may have ${maximumItems} items at most`,
      },
    ],
  });
}
