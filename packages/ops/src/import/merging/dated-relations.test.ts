import { describe, expect, it } from 'vitest';
import type { Draft, Mapped } from '../mapping/draft.ts';
import { mapClause } from '../mapping/map-clause.ts';
import { mapLaw } from '../mapping/map-law.ts';
import { datedRelations } from './dated-relations.ts';

const place = { file: 'laws.jsonl', line: 1 };
const pathOf = (day: string) => `行政法规/供水条例(${day}).md`;

function draftOf(mapped: Mapped): Draft {
  if (mapped.outcome === 'rejected') throw new Error(mapped.reason);
  return mapped.draft;
}

function law(day: string, lastArticle: string): Draft {
  const record = { path: pathOf(day), title: '供水条例', history: [], body: `第九条 ${lastArticle}` };
  return draftOf(mapLaw(record, place));
}

function clause(day: string, sentence = '《节水办法》同时废止。'): Draft {
  return draftOf(mapClause({ kind: 'clause', path: pathOf(day), title: '供水条例', sentence }, place));
}

const repeal = { type: 'repeals', target: { title: '节水办法' } };

describe('datedRelations', () => {
  it('ends on the day of force what the text ends 同时, though the clause does not say the day', () => {
    const drafts = [clause('2024-04-26'), law('2024-04-26', '本条例自2024年12月1日起施行。')];
    const expected = [{ ...repeal, effectiveOn: '2024-12-01' }];
    expect(datedRelations(drafts)).toEqual(expected);
    expect(datedRelations(drafts.toReversed())).toEqual(expected);
  });

  it('takes the day of the text that the clause stands in, and the earliest of several', () => {
    const [old, revised] = [
      law('2004-04-26', '本条例自2004年12月1日起施行。'),
      law('2024-04-26', '本条例自2024年12月1日起施行。'),
    ];
    expect(datedRelations([old, revised, clause('2024-04-26')])).toMatchObject([
      { effectiveOn: '2024-12-01' },
    ]);
    const both = [old, revised, clause('2004-04-26'), clause('2024-04-26')];
    expect(datedRelations(both)).toEqual([{ ...repeal, effectiveOn: '2004-12-01' }]);
    expect(datedRelations(both.toReversed())).toEqual([{ ...repeal, effectiveOn: '2004-12-01' }]);
  });

  it('states no day where the text states none: then it is the document’s', () => {
    expect(datedRelations([clause('2024-04-26'), law('2024-04-26', '本条例自公布之日起施行。')])).toEqual([
      repeal,
    ]);
  });
});
