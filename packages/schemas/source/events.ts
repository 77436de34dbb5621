import { codeLists } from '../src/code-lists.ts';
import { type Property, type Schema, array, enumeration, object } from './schema.ts';

/** What each event type says beyond the whole resulting document (DESIGN §4): name, 中文, the `change` it carries. */
interface EventType {
  name: string;
  type: string;
  zh: string;
  change: Record<string, Property>;
  required: readonly string[];
}

const reasonCode = enumeration('失效理由.', Object.keys(codeLists.lapseReason));
const disclosure = enumeration('公开属性.', Object.keys(codeLists.disclosure));

export const eventTypes: readonly EventType[] = [
  {
    name: 'DocumentPublished',
    type: 'published',
    zh: '发布',
    change: { note: 'Note', evidence: 'ReviewEvidence' },
    required: [],
  },
  {
    name: 'DocumentAmended',
    type: 'amended',
    zh: '修改',
    change: {
      kind: enumeration('修正 changes clauses, 修订 replaces the whole text.', ['amendment', 'revision']),
      decision: 'DocumentReference',
      effectiveOn: 'LocalDate',
      note: 'Note',
      evidence: 'ReviewEvidence',
    },
    required: ['kind', 'effectiveOn', 'note'],
  },
  {
    name: 'DocumentCorrected',
    type: 'corrected',
    zh: '勘误',
    change: { note: 'Note', gazetteCorrected: { type: 'boolean' }, evidence: 'ReviewEvidence' },
    required: ['note', 'gazetteCorrected'],
  },
  {
    name: 'DocumentRepealed',
    type: 'repealed',
    zh: '废止',
    change: { decision: 'DocumentReference', effectiveOn: 'LocalDate', reason: 'Line' },
    required: ['decision', 'effectiveOn'],
  },
  {
    name: 'DocumentExpired',
    type: 'expired',
    zh: '失效',
    change: {
      cause: enumeration('期满 or 宣布失效.', ['term', 'declared']),
      effectiveOn: 'LocalDate',
      reasonCode,
      reason: 'Line',
      decision: 'DocumentReference',
    },
    required: ['cause', 'effectiveOn'],
  },
  {
    name: 'DocumentSuperseded',
    type: 'superseded',
    zh: '被替代',
    change: { by: 'DocumentReference', effectiveOn: 'LocalDate' },
    required: ['by', 'effectiveOn'],
  },
  {
    name: 'DocumentPartiallyEnded',
    type: 'partially-ended',
    zh: '部分失效',
    change: {
      decision: 'DocumentReference',
      articles: array('The articles that end.', 'Line', { minItems: 1, maxItems: 1000 }),
      effectiveOn: 'LocalDate',
    },
    required: ['decision', 'articles', 'effectiveOn'],
  },
  {
    name: 'DocumentEndScheduled',
    type: 'end-scheduled',
    zh: '附条件失效',
    change: {
      action: enumeration('Set the day, or cancel it.', ['schedule', 'cancel']),
      dueOn: 'LocalDate',
      condition: 'Note',
      decision: 'DocumentReference',
    },
    required: ['action', 'dueOn'],
  },
  {
    name: 'DocumentRenewed',
    type: 'renewed',
    zh: '继续有效',
    change: {
      effectiveUntil: 'LocalDate',
      registrationNumber: 'Line',
      decision: 'DocumentReference',
      effectiveOn: 'LocalDate',
    },
    required: ['effectiveUntil', 'effectiveOn'],
  },
  {
    name: 'DocumentReinstated',
    type: 'reinstated',
    zh: '恢复效力',
    change: {
      reverses: 'Version',
      basis: enumeration('On what ground.', ['review', 'court', 'error']),
      authority: 'Line',
      effectiveOn: 'LocalDate',
    },
    required: ['reverses', 'basis', 'authority', 'effectiveOn'],
  },
  {
    name: 'DocumentWithdrawn',
    type: 'withdrawn',
    zh: '撤回',
    change: {
      reasonCode: enumeration('Why.', Object.keys(codeLists.withdrawalReason)),
      publicReason: 'Line',
      authorizer: 'Line',
    },
    required: ['reasonCode', 'publicReason', 'authorizer'],
  },
  {
    name: 'DocumentRestored',
    type: 'restored',
    zh: '恢复',
    change: { reason: 'Line', authorizer: 'Line', evidence: 'ReviewEvidence' },
    required: ['reason', 'authorizer'],
  },
  {
    name: 'DocumentLinked',
    type: 'linked',
    zh: '关联',
    change: {
      added: array('Relations that are new.', 'Relation', { maxItems: 1000 }),
      removed: array('Relations that end.', 'Relation', { maxItems: 1000 }),
    },
    required: ['added', 'removed'],
  },
  {
    name: 'DocumentDisclosureChanged',
    type: 'disclosure-changed',
    zh: '公开属性变更',
    change: { from: disclosure, to: disclosure, basis: 'Note' },
    required: ['from', 'to', 'basis'],
  },
  {
    name: 'DocumentTransferred',
    type: 'transferred',
    zh: '移交',
    change: { from: 'DepartmentId', to: 'DepartmentId', basis: 'Note' },
    required: ['from', 'to'],
  },
];

/** CloudEvents 1.0 structured JSON (https://github.com/cloudevents/spec), one closed schema for each event type. */
export function eventSchema(event: EventType): Schema {
  return {
    title: event.name,
    ...object(
      `${event.zh}. CloudEvents 1.0 event ${typeName(event.type)}; the log’s key is \`subject\` = documentId.`,
      {
        specversion: { const: '1.0' },
        id: 'EventId',
        source: { type: 'string', minLength: 1, maxLength: 500, description: 'URI of the sending system.' },
        type: { const: typeName(event.type) },
        subject: 'DocumentId',
        time: 'Timestamp',
        datacontenttype: { const: 'application/json' },
        dataschema: 'Url',
        sequence: { type: 'string', pattern: '^[1-9]\\d{0,15}$', description: 'The version as text.' },
        partitionkey: 'DocumentId',
        actor: 'Line',
        commandhash: 'Sha256',
        causationid: 'EventId',
        traceparent: 'Line',
        data: object(
          'The whole resulting document, and what happened.',
          {
            version: 'Version',
            document: 'Document',
            change: object(`${event.zh}: what happened and why.`, event.change, event.required),
          },
          ['version', 'document', 'change'],
        ),
      },
      ['specversion', 'id', 'source', 'type', 'subject', 'time', 'dataschema', 'sequence', 'actor', 'data'],
    ),
  };
}

export function typeName(type: string): string {
  return `cn.gongwen.document.${type}.v1`;
}
