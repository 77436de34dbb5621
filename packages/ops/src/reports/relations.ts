import { textSpans } from '@gongwen/domain';
import { type Relation, codeLists } from '@gongwen/schemas';
import { type Library, createLibrary } from './library.ts';
import type { Report, ReportInput, Row } from './report.ts';

type Outcome = 'one' | 'several' | 'none';

/**
 * 关联统计: how many relations of each kind the published documents state, and how many of them mean one document here.
 * `counts` adds how many documents are held in several texts, each with its own days.
 */
export function relations(input: ReportInput): Report {
  const outcomes = outcomesByType(createLibrary(input));
  const sum = Object.values(outcomes).flat();
  return {
    title: { zh: `关联统计（${input.today}）`, en: 'Relations' },
    columns: [
      { key: 'relation', zh: '关联' },
      { key: 'stated', zh: '共' },
      { key: 'one', zh: '已找到' },
      { key: 'several', zh: '有多件符合' },
      { key: 'none', zh: '未找到' },
      { key: 'share', zh: '找到的比例' },
    ],
    rows: Object.entries(outcomes)
      .toSorted(([, one], [, other]) => other.length - one.length)
      .map(([type, found]) => ({ type, ...rowOf(nameOf(type), found) })),
    counts: {
      ...countsOf(sum),
      severalTexts: input.heads.filter(({ document, version }) => textSpans(document, version).length > 1)
        .length,
    },
  };
}

function outcomesByType({ published, match }: Library): Readonly<Record<string, readonly Outcome[]>> {
  const outcomes: Record<string, Outcome[]> = {};
  for (const document of published) {
    for (const { type, target } of document.relations ?? []) {
      (outcomes[type] ??= []).push(match(target, document).outcome);
    }
  }
  return outcomes;
}

function rowOf(relation: string, found: readonly Outcome[]): Row {
  const { stated, one, several, none } = countsOf(found);
  return { relation, stated, one, several, none, share: `${Math.round((100 * one) / stated)}%` };
}

function countsOf(found: readonly Outcome[]) {
  const count = (wanted: Outcome) => found.filter((outcome) => outcome === wanted).length;
  return { stated: found.length, one: count('one'), several: count('several'), none: count('none') };
}

function nameOf(type: string): string {
  return codeLists.relation[type as Relation['type']]; // the types of relations are its keys
}
