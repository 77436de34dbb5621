import { codeLists } from '../src/code-lists.ts';
import { type Schema, array, enumeration, object } from './schema.ts';

/** Control characters are refused in every string by the strict JSON reader; a line forbids every line break too. */
const line = (maxLength: number, description: string): Schema => ({
  type: 'string',
  minLength: 1,
  maxLength,
  pattern: '^(?=.*\\S)[^\\r\\n\\t\\u2028\\u2029]*$',
  description,
});

/** Definitions that events, commands and answers share. */
export const definitions: Record<string, Schema> = {
  DocumentId: {
    type: 'string',
    maxLength: 161,
    pattern: '^(?=[^:]{1,32}:)[a-z](-?[a-z0-9])*:[A-Za-z0-9][A-Za-z0-9._-]{0,127}$',
    description:
      '公文标识. `<department>:<localId>`, e.g. `qd-hrss:2022-00017`: the CMS’s own key inside its department’s namespace. Minted once, never derived from title or 文号, never changed.',
  },
  DepartmentId: {
    type: 'string',
    maxLength: 32,
    pattern: '^[a-z](-?[a-z0-9])*$',
    description: 'A department’s code: lower case letters, digits and single hyphens, e.g. `qd-hrss`.',
  },
  EventId: {
    type: 'string',
    pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$',
    description: 'A UUID. Derived from (department, idempotency key), so a repeated command has the same id.',
  },
  Version: {
    type: 'integer',
    minimum: 1,
    maximum: 9007199254740991,
    description: 'Counts the admitted events of one document: 1, 2, 3 …',
  },
  LocalDate: {
    type: 'string',
    format: 'date',
    pattern: '^(1[89]|2[01])',
    description: 'A civil date in Asia/Shanghai, `YYYY-MM-DD`, 1800–2199.',
  },
  Timestamp: {
    type: 'string',
    format: 'date-time',
    pattern: '^(1[89]|2[01])\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:[0-5]\\d(\\.\\d{1,9})?(Z|[+-]\\d\\d:\\d\\d)$',
    description: 'An instant with offset, RFC 3339, without leap seconds.',
  },
  Sha256: { type: 'string', pattern: '^[0-9a-f]{64}$', description: 'SHA-256, lower-case hex.' },
  Url: {
    type: 'string',
    maxLength: 2000,
    pattern: '^https?://[^\\s<>"\\\\]+$',
    description: 'An absolute http or https URL.',
  },
  Title: line(500, '标题. 1–500 characters on one line, not only blanks.'),
  Line: line(1000, 'Text on one line, 1–1 000 characters, not only blanks.'),
  Note: {
    type: 'string',
    minLength: 1,
    maxLength: 5000,
    pattern: '\\S',
    description: 'Text with line breaks, 1–5 000 characters.',
  },
  DocumentReference: object(
    'Names a document: by id, by 文号, or by title and date only. A reference may be unknown here; it is then kept unresolved.',
    {
      documentId: 'DocumentId',
      number: 'Line',
      title: 'Title',
      issuer: 'Line',
      issuedOn: 'LocalDate',
      version: 'Version',
    },
    [],
    { minProperties: 1 },
  ),
  FileReference: object(
    'A file that was uploaded before (claim check). The gateway checks that it is there and that its hash is right.',
    { sha256: 'Sha256', bytes: 'FileSize', mediaType: 'MediaType', filename: 'Filename' },
    ['sha256', 'bytes', 'mediaType', 'filename'],
  ),
  FileSize: { type: 'integer', minimum: 1, maximum: 1073741824, description: 'Size in bytes.' },
  MediaType: {
    type: 'string',
    maxLength: 127,
    pattern: '^[a-z0-9][a-z0-9!#$&^_.+-]*/[a-z0-9][a-z0-9!#$&^_.+-]*$',
    description: 'A media type without parameters, RFC 6838.',
  },
  Filename: {
    type: 'string',
    minLength: 1,
    maxLength: 200,
    pattern: '^[^/\\\\:*?"<>|\\r\\n\\t.][^/\\\\:*?"<>|\\r\\n\\t]*$',
    description: 'A file’s name without folders, 1–200 characters.',
  },
  Relation: object(
    'A typed relation to another document (DOMAIN: 关联).',
    {
      type: enumeration('The relation’s kind, seen from this document.', Object.keys(codeLists.relation)),
      target: 'DocumentReference',
      effectiveOn: 'LocalDate',
      scope: 'Line',
      reasonCode: enumeration('失效理由, of `declares_lapsed`.', Object.keys(codeLists.lapseReason)),
      articles: array('The articles that end, of `partially_ends`.', 'Line', { maxItems: 1000 }),
    },
    ['type', 'target'],
  ),
  ReviewEvidence: object('What was examined before the document went out.', {
    secrecyReview: 'ReviewRecord',
    legalityReview: 'ReviewRecord',
    reviews: array('三审三校: the stages in order.', 'ReviewRecord', { maxItems: 10 }),
    wordingCheck: object(
      '错敏词检查, filled in by the gateway when the city has a checker.',
      {
        engine: 'Line',
        at: 'Timestamp',
        hits: array('What it found and let pass.', 'WordingHit', { maxItems: 100 }),
      },
      ['engine', 'at', 'hits'],
    ),
  }),
  InterpretationPlan: object(
    '解读方案: whether an interpretation must come out with the document (三同步), or why not.',
    { required: { type: 'boolean' }, reason: 'Line', dueOn: 'LocalDate' },
    ['required'],
  ),
  WordingHit: object(
    'A wording to look at.',
    {
      text: 'Line',
      advice: 'Line',
      severity: enumeration('An error stops the publication, a warning does not.', ['error', 'warning']),
    },
    ['text', 'severity'],
  ),
  ReviewRecord: object(
    'One examination: who, when, with what result.',
    {
      result: enumeration('The outcome.', ['passed', 'not_required']),
      by: 'Line',
      on: 'LocalDate',
      reference: 'Line',
    },
    ['result', 'by', 'on'],
  ),
};
