import { codeLists } from '../src/code-lists.ts';
import { type Schema, array, enumeration, object } from './schema.ts';

/** Text that we write ourselves: bounded so that a reader can size its columns. */
const text = (maxLength: number, description: string): Schema => ({
  type: 'string',
  maxLength,
  description,
});
const stage = enumeration('A stage on the document’s way.', ['logged', 'stored', 'indexed', 'delivered']);
const targetName = text(64, 'Which target (delivered only).');

/** What the system answers and what its stages report. */
export const answers: readonly Schema[] = [
  {
    title: 'StageReceipt',
    ...object(
      'One stage tells what became of one event (topic `documents.receipts`).',
      {
        eventId: 'EventId',
        documentId: 'DocumentId',
        version: 'Version',
        stage: enumeration('The stage.', ['stored', 'indexed', 'delivered']),
        target: targetName,
        state: enumeration(
          'done; refused by the target; held behind an earlier refusal; dead: not processable.',
          ['done', 'refused', 'held', 'dead'],
        ),
        at: 'Timestamp',
        partition: { type: 'integer', minimum: 0, description: 'Where the event stands in the log.' },
        offset: { type: 'integer', minimum: 0, description: 'Where the event stands in the log.' },
        remoteId: 'Line',
        code: 'Line',
        detail: 'Note',
      },
      ['eventId', 'documentId', 'version', 'stage', 'state', 'at', 'partition', 'offset'],
    ),
  },
  {
    title: 'Receipt',
    ...object(
      'What became of one accepted command: its event, and every stage so far.',
      {
        receiptId: 'EventId',
        documentId: 'DocumentId',
        version: 'Version',
        type: text(300, 'The event’s type.'),
        acceptedAt: 'Timestamp',
        replayed: {
          type: 'boolean',
          description: 'True when the same key and payload were accepted before.',
        },
        stages: array(
          'logged, stored, indexed, and one `delivered` for each target.',
          object(
            'One stage.',
            {
              stage,
              target: targetName,
              state: enumeration('pending until the stage has reported.', [
                'pending',
                'done',
                'refused',
                'held',
                'dead',
              ]),
              at: 'Timestamp',
              remoteId: 'Line',
              code: 'Line',
              detail: 'Note',
            },
            ['stage', 'state'],
            { title: 'ReceiptStage' },
          ),
          { maxItems: 20 },
        ),
      },
      ['receiptId', 'documentId', 'version', 'type', 'acceptedAt', 'replayed', 'stages'],
    ),
  },
  {
    title: 'Problem',
    ...object(
      'RFC 9457 problem. `code` is the stable name; see docs/errors.md.',
      {
        type: text(300, 'URI of the problem’s page.'),
        title: text(500, 'What is wrong, in Chinese.'),
        status: { type: 'integer', description: 'The HTTP status.' },
        detail: text(5000, 'This occurrence: what was wrong, expected, and how to mend it.'),
        detailEn: text(5000, 'The same in English.'),
        code: text(64, 'From the error table.'),
        requestId: text(200, 'Quote it when asking for help.'),
        retryable: { type: 'boolean', description: 'Whether the same request may succeed later.' },
        hint: text(1000, 'What to do next.'),
        issues: array(
          'What is wrong in the content.',
          object(
            'One issue.',
            {
              pointer: text(1000, 'JSON pointer, RFC 6901.'),
              rule: text(64, 'The rule that failed.'),
              expected: text(1000, 'What was expected.'),
              got: text(80, 'What was received, shortened.'),
              zh: text(1000, 'Message in Chinese.'),
              en: text(1000, 'Message in English.'),
            },
            ['pointer', 'rule', 'zh', 'en'],
            { title: 'Issue' },
          ),
          { maxItems: 100 },
        ),
        currentVersion: { type: 'integer', description: 'VERSION_CONFLICT: the version that stands.' },
        expectedVersion: { type: 'integer', description: 'VERSION_CONFLICT: the version that was expected.' },
        currentEventId: text(36, 'VERSION_CONFLICT: the event that made it.'),
        validity: text(64, 'ILLEGAL_TRANSITION: the state that forbids it.'),
        retryAfterSeconds: { type: 'integer', description: 'Wait at least this long.' },
      },
      ['type', 'title', 'status', 'detail', 'code', 'requestId', 'retryable'],
    ),
  },
  {
    title: 'DocumentResource',
    ...object(
      'A document as the read API answers it. Its text held from `textFrom` until before `textUntil`; a `textFrom` after `asOf` says that the text of that day is not here.',
      {
        document: 'Document',
        version: 'Version',
        eventId: 'EventId',
        updatedAt: 'Timestamp',
        validity: enumeration('Derived for `asOf`.', Object.keys(codeLists.validity)),
        validityLabel: text(50, '有效性 in Chinese.'),
        asOf: 'LocalDate',
        textFrom: 'LocalDate',
        textUntil: 'LocalDate',
      },
      ['document', 'version', 'eventId', 'updatedAt', 'validity', 'validityLabel', 'asOf'],
    ),
  },
  {
    title: 'DocumentList',
    ...object(
      'One page of documents; `links.next` leads to the next one.',
      {
        items: array(
          'The hits.',
          object(
            'One hit.',
            {
              documentId: 'DocumentId',
              version: 'Version',
              docClass: enumeration('Kind.', Object.keys(codeLists.docClass)),
              title: text(500, '标题.'),
              documentNumber: text(1000, '发文字号 as the document shows it.'),
              issuers: array('发文机关, the lead first.', 'Line', { maxItems: 50 }),
              issuedOn: 'LocalDate',
              publishedOn: 'LocalDate',
              effectiveFrom: 'LocalDate',
              publication: enumeration('Published or withdrawn.', Object.keys(codeLists.publication)),
              validity: enumeration('On the date asked for.', Object.keys(codeLists.validity)),
              validityLabel: text(50, '有效性 in Chinese.'),
              endedOn: 'LocalDate',
              endedBy: 'DocumentReference',
              highlights: object('Escaped HTML with `<mark>` only.', {
                title: text(2000, '标题.'),
                body: text(20000, 'Pieces of the text.'),
              }),
            },
            [
              'documentId',
              'version',
              'docClass',
              'title',
              'issuers',
              'publication',
              'validity',
              'validityLabel',
            ],
            { title: 'DocumentHit' },
          ),
          { maxItems: 100 },
        ),
        total: object(
          'How many in all.',
          { value: { type: 'integer' }, relation: enumeration('Exact, or at least.', ['eq', 'gte']) },
          ['value', 'relation'],
        ),
        facets: {
          type: 'object',
          description: 'Facet → value → count.',
          maxProperties: 20,
          additionalProperties: {
            type: 'object',
            maxProperties: 1000,
            additionalProperties: { type: 'integer' },
          },
        },
        links: object('Where to go on.', { next: text(4000, 'Address of the next page.') }),
      },
      ['items', 'total', 'links'],
    ),
  },
  {
    title: 'DecisionTargets',
    ...object(
      'What became of every target of a decision.',
      {
        documentId: 'DocumentId',
        counts: {
          type: 'object',
          description: 'State → targets.',
          maxProperties: 10,
          additionalProperties: { type: 'integer' },
        },
        undisclosed: { type: 'integer', description: 'Targets that may not be named.' },
        items: array(
          'The targets in the decision’s order.',
          object(
            'One target.',
            {
              relation: 'Relation',
              state: enumeration('Where it stands.', Object.keys(codeLists.targetState)),
              documentId: 'DocumentId',
              version: 'Version',
              candidates: array('Documents that fit, when several do.', 'DocumentId', { maxItems: 20 }),
              code: text(64, 'Why it was refused, from the error table.'),
              detail: text(1000, 'Why, in words.'),
            },
            ['relation', 'state'],
            { title: 'DecisionTarget' },
          ),
          { maxItems: 5000 },
        ),
      },
      ['documentId', 'counts', 'items'],
    ),
  },
];
