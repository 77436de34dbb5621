import { codeLists } from '../src/code-lists.ts';
import { type Property, type Schema, array, enumeration, object } from './schema.ts';

/** `expectedVersion` may also come as the HTTP header `If-Match`; without either the answer is 428. */
function command(
  name: string,
  description: string,
  properties: Record<string, Property>,
  required: readonly string[],
): Schema {
  return {
    title: name,
    ...object(description, { expectedVersion: 'Version', clientReference: 'Line', ...properties }, required),
  };
}

const changes = {
  changes: 'DocumentChanges',
  // no uniqueItems: it compares every pair of what a hostile body may hold, and clearing twice is harmless
  clear: array('Fields to empty.', 'ClearableField', { maxItems: 60 }),
};

/** What a department may ask; one schema for each request body of the gateway. */
export const commands: readonly Schema[] = [
  {
    title: 'PublishCommand',
    ...object(
      '发布 a new document.',
      {
        documentId: 'DocumentId',
        document: 'DocumentContent',
        note: 'Note',
        evidence: 'ReviewEvidence',
        clientReference: 'Line',
      },
      ['documentId', 'document'],
    ),
  },
  command(
    'AmendCommand',
    '修改: a new text or new facts by a decision.',
    {
      ...changes,
      kind: enumeration('修正 changes clauses, 修订 replaces the whole text.', ['amendment', 'revision']),
      decision: 'DocumentReference',
      effectiveOn: 'LocalDate',
      note: 'Note',
      evidence: 'ReviewEvidence',
    },
    ['changes', 'kind', 'effectiveOn', 'note'],
  ),
  command(
    'CorrectCommand',
    '勘误: an error of ours is put right; the law has not changed.',
    { ...changes, note: 'Note', gazetteCorrected: { type: 'boolean' }, evidence: 'ReviewEvidence' },
    ['changes', 'note', 'gazetteCorrected'],
  ),
  command(
    'RepealCommand',
    '废止 by a decision of a competent body.',
    { decision: 'DocumentReference', effectiveOn: 'LocalDate', reason: 'Line' },
    ['decision', 'effectiveOn'],
  ),
  command(
    'ExpireCommand',
    '失效: the term has ended, or a decision declares it lapsed.',
    {
      cause: enumeration('期满 or 宣布失效.', ['term', 'declared']),
      effectiveOn: 'LocalDate',
      reasonCode: enumeration('失效理由.', Object.keys(codeLists.lapseReason)),
      reason: 'Line',
      decision: 'DocumentReference',
    },
    ['cause', 'effectiveOn'],
  ),
  command(
    'SupersedeCommand',
    '被替代: a new document takes its place.',
    { by: 'DocumentReference', effectiveOn: 'LocalDate' },
    ['by', 'effectiveOn'],
  ),
  command(
    'PartiallyEndCommand',
    '部分失效: a decision ends some articles.',
    {
      decision: 'DocumentReference',
      articles: array('The articles that end.', 'Line', { minItems: 1, maxItems: 1000 }),
      effectiveOn: 'LocalDate',
    },
    ['decision', 'articles', 'effectiveOn'],
  ),
  command(
    'ScheduleEndCommand',
    '附条件失效: it lapses on a day unless that is cancelled by then.',
    {
      action: enumeration('Set the day, or cancel it.', ['schedule', 'cancel']),
      dueOn: 'LocalDate',
      condition: 'Note',
      decision: 'DocumentReference',
    },
    ['action', 'dueOn'],
  ),
  command(
    'RenewCommand',
    '继续有效: a new term, before the old one is over.',
    {
      effectiveUntil: 'LocalDate',
      effectiveOn: 'LocalDate',
      registrationNumber: 'Line',
      decision: 'DocumentReference',
    },
    ['effectiveUntil', 'effectiveOn'],
  ),
  command(
    'ReinstateCommand',
    '恢复效力: takes back one event that ended it, the only way back into force.',
    {
      reverses: 'Version',
      basis: enumeration('On what ground.', ['review', 'court', 'error']),
      authority: 'Line',
      effectiveOn: 'LocalDate',
      effectiveUntil: 'LocalDate',
    },
    ['reverses', 'basis', 'authority', 'effectiveOn'],
  ),
  command(
    'WithdrawCommand',
    '撤回: the page goes, a tombstone with the public reason stays.',
    {
      reasonCode: enumeration('Why.', Object.keys(codeLists.withdrawalReason)),
      publicReason: 'Line',
      authorizer: 'Line',
    },
    ['reasonCode', 'publicReason', 'authorizer'],
  ),
  command(
    'RestoreCommand',
    '恢复 a withdrawn document.',
    { ...changes, reason: 'Line', authorizer: 'Line', evidence: 'ReviewEvidence' },
    ['reason', 'authorizer'],
  ),
  command(
    'SetLinksCommand',
    '关联: the relations that the document shall have from now on. Those that a change of its own life has made stay.',
    { links: array('All of them.', 'Relation', { maxItems: 5000 }) },
    ['links'],
  ),
  command(
    'ChangeDisclosureCommand',
    '公开属性变更, of a document that is not published at the time.',
    { to: enumeration('公开属性.', Object.keys(codeLists.disclosure)), basis: 'Note' },
    ['to', 'basis'],
  ),
  command(
    'TransferCommand',
    '移交 to another department (mergers). The id stays.',
    { to: 'DepartmentId', basis: 'Note' },
    ['to', 'basis'],
  ),
];
