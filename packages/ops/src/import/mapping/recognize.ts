import { type Fields, type Mapped, type Place, isFields } from './draft.ts';
import { mapJcms } from './map-jcms.ts';
import { mapClause } from './map-clause.ts';
import { mapDecision } from './map-decision.ts';
import { mapLaw } from './map-law.ts';
import { mapOwn } from './map-own.ts';
import { mapPolicy } from './map-policy.ts';
import type { RawRecord } from '../records/raw-record.ts';
import { unknownShape } from './refusals.ts';

export type Shape = 'own' | 'jcms' | 'clause' | 'decision' | 'law' | 'policy';

const mappers: Record<Shape, (record: Fields, place: Place) => Mapped> = {
  own: mapOwn,
  jcms: mapJcms,
  clause: mapClause,
  decision: mapDecision,
  law: mapLaw,
  policy: mapPolicy,
};

/** Which of the known shapes a record has. */
export function recognize(record: Fields): Shape | undefined {
  const has = (...names: string[]) => names.every((name) => name in record);
  if (has('document')) return 'own';
  if (has('article', 'isMended')) return 'jcms';
  if (has('kind', 'title', 'sentence')) return 'clause';
  if (has('title', 'targets')) return 'decision';
  if (has('title', 'history', 'body')) return 'law';
  return has('title', 'source') || has('title', 'url') ? 'policy' : undefined;
}

/** Maps one record to a document or says why it cannot be one. Pure: the same record gives the same answer. */
export function mapRecord(raw: RawRecord, file: string): Mapped {
  if ('refusal' in raw) return { outcome: 'rejected', ...raw.refusal };
  const shape = isFields(raw.value) ? recognize(raw.value) : undefined;
  if (!isFields(raw.value) || shape === undefined) return unknownShape;
  return mappers[shape](raw.value, { file, line: raw.line });
}
