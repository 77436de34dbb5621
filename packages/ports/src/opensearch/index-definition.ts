import { codeLists } from '@gongwen/schemas';

/** Raised when the mapping changes in a way that a rebuild must follow. */
export const mappingVersion = 3;

/** What an index is recognised by: whose it is, and by which mapping it was made. */
export interface IndexMeta {
  readonly alias: string;
  readonly generation: string;
  readonly mapping: number;
}

export interface IndexSettings {
  readonly replicas: number;
  /** How long a write may be unseen by searches. */
  readonly refreshMs: number;
}

const keyword = { type: 'keyword' };
/** Only asked for, by the thousand; never counted or sorted by. */
const key = { type: 'keyword', doc_values: false };
const date = { type: 'date', format: 'strict_date' };
const validityRange = { type: 'date_range', format: 'strict_date' };

/**
 * Settings and mapping of a generation (docs/search-index.md). The analyzers give the tokens that `tokensOf` gives, so
 * that this index and the others find the same.
 */
export function indexDefinition(meta: IndexMeta, { replicas, refreshMs }: IndexSettings) {
  return {
    settings: {
      number_of_shards: 1, // one city; scores of several would differ between shards
      number_of_replicas: replicas,
      refresh_interval: `${refreshMs}ms`,
      'translog.durability': 'request', // `async` loses acknowledged writes at a crash
      'query.default_field': ['title^4', 'documentNumber.text^4', 'issuerNames^2', 'text'],
      analysis,
    },
    mappings: {
      dynamic: 'strict',
      _meta: { gongwen: meta },
      properties: {
        ...searched,
        ...filtered,
        ...kept,
      },
    },
  };
}

const analysis = {
  char_filter: {
    // what the tokenizer takes for a part of a word or number (UAX #29) ends a token of ours
    words_only: {
      type: 'mapping',
      mappings: ['.', ',', ':', ';', "'", '‘', '’', '⁄', '·', '‧', '_', '﹍', '﹎', '﹏', '‿', '⁀'].map(
        (mark) => `${mark} => \\u0020`,
      ),
    },
    // digits and Latin words beside them would make phrases that the other indexes do not have
    cjk_only: {
      type: 'pattern_replace',
      pattern: '[^\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsHangul}]+',
      replacement: ' ',
    },
    year_brackets: {
      type: 'mapping',
      mappings: ['[', '［', '【', '（', '(', '〈', '﹝', '{']
        .map((bracket) => `${bracket} => 〔`)
        .concat([']', '］', '】', '）', ')', '〉', '﹞', '}'].map((bracket) => `${bracket} => 〕`)),
    },
    no_space: { type: 'pattern_replace', pattern: '[\\s\\u3000\\u200b\\ufeff]+', replacement: '' },
    no_ordinal: { type: 'pattern_replace', pattern: '〕第(?=[0-9０-９])', replacement: '〕' },
  },
  analyzer: {
    gongwen: {
      type: 'custom',
      char_filter: ['words_only'],
      tokenizer: 'standard',
      filter: ['cjk_width', 'lowercase', 'cjk_bigram'],
    },
    gongwen_characters: {
      type: 'custom',
      char_filter: ['cjk_only'],
      tokenizer: 'standard',
    },
  },
  normalizer: {
    document_number: {
      type: 'custom',
      char_filter: ['no_space', 'year_brackets', 'no_ordinal'],
      filter: ['cjk_width', 'lowercase'],
    },
  },
};

/** What a text is looked for in. */
const searched = {
  title: {
    type: 'text',
    analyzer: 'gongwen',
    // one character finds nothing among pairs
    fields: { characters: { type: 'text', analyzer: 'gongwen_characters' } },
  },
  documentNumber: {
    type: 'keyword',
    normalizer: 'document_number',
    ignore_above: 256,
    fields: { text: { type: 'text', analyzer: 'gongwen' } },
  },
  // a phrase does not reach from one name into the next: OpenSearch leaves 100 places between them
  issuerNames: { type: 'text', analyzer: 'gongwen' },
  text: { type: 'text', analyzer: 'gongwen' },
};

/** What is filtered, counted and sorted by. */
const filtered = {
  documentId: keyword,
  version: { type: 'long' },
  eventId: { type: 'keyword', index: false },
  docClass: keyword,
  department: keyword,
  publication: keyword,
  number: keyword,
  agencyCode: keyword,
  numberYear: { type: 'integer' },
  numberSequence: { type: 'integer' },
  issuers: keyword,
  themes: keyword,
  year: keyword,
  officialForm: keyword,
  level: keyword,
  interpretation: keyword,
  citationKeys: key,
  citedKeys: key,
  issuedOn: date,
  publishedOn: date,
  effectiveFrom: date,
  updatedAt: { type: 'date', format: 'strict_date_time' },
  // the dates on which each validity holds: `{ term: { 'validity.in_force': '2026-11-25' } }`
  validity: {
    properties: Object.fromEntries(Object.keys(codeLists.validity).map((name) => [name, validityRange])),
  },
  order: {
    properties: {
      publishedOn: { type: 'keyword', index: false },
      issuedOn: { type: 'keyword', index: false },
    },
  },
};

/** What is only given back: the entry as it was written. */
const kept = { entry: { type: 'object', enabled: false } };
