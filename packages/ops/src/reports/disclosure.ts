import { type DisclosureStanding, disclosureStanding } from '@gongwen/domain';
import type { Document } from '@gongwen/schemas';
import { countBy } from './count-by.ts';
import { documentCells, documentColumns } from './document-cells.ts';
import { inOrderOfDay } from './in-order-of-day.ts';
import { publishedDocuments } from './published-documents.ts';
import type { Report, ReportInput } from './report.ts';

const stateNames = { overdue: '逾期未公开', late: '逾期公开' } as const;

/** What is known of a document’s clock; `uncountable` = it runs into a year whose holidays are not known. */
type Clock = DisclosureStanding['state'] | 'uncountable' | 'formation_unknown';

/**
 * 主动公开时限 (政府信息公开条例 art. 26): what is not public after twenty working days, then what became public late,
 * each by deadline. `counts` tells of the others, also of those whose clock cannot be read.
 */
export function disclosure(input: ReportInput): Report {
  const { today } = input;
  const documents = publishedDocuments(input).filter((document) => document.disclosure === 'active');
  const clocks = documents.map((document) => ({ document, ...clockOf(document, today) }));
  return {
    title: { zh: `主动公开时限（${today}）`, en: 'Disclosure within 20 working days' },
    columns: [
      { key: 'stateName', zh: '情况' },
      { key: 'deadline', zh: '最迟公开日' },
      { key: 'workingDays', zh: '已用工作日' },
      { key: 'formedOn', zh: '形成日期' },
      { key: 'publishedOn', zh: '发布日期' },
      ...documentColumns,
    ],
    rows: [...breaches('overdue', clocks), ...breaches('late', clocks)],
    counts: countBy(clocks, ({ state }) => state),
  };
}

function clockOf(
  document: Document,
  today: string,
): { readonly state: Clock; readonly standing?: DisclosureStanding } {
  try {
    const standing = disclosureStanding(document, today);
    return standing ? { state: standing.state, standing } : { state: 'formation_unknown' };
  } catch (error) {
    if (error instanceof RangeError) return { state: 'uncountable' }; // as its contract says
    throw error;
  }
}

type Clocks = readonly (ReturnType<typeof clockOf> & { readonly document: Document })[];

function breaches(wanted: keyof typeof stateNames, clocks: Clocks) {
  const found = clocks.flatMap(({ document, standing }) =>
    standing?.state === wanted ? [{ document, standing }] : [],
  );
  return inOrderOfDay(found, ({ standing }) => standing.deadline).map(
    ({ document, standing: { deadline, workingDays } }) => ({
      state: wanted,
      stateName: stateNames[wanted],
      deadline,
      workingDays,
      formedOn: document.formedOn ?? '',
      publishedOn: document.publishedOn ?? '',
      ...documentCells(document),
    }),
  );
}
