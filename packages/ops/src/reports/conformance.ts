import { countBy } from './count-by.ts';
import { documentCells, documentColumns } from './document-cells.ts';
import { findAnswersToEnded } from './find-answers-to-ended.ts';
import { findContradictions } from './find-contradictions.ts';
import { findGaps } from './find-gaps.ts';
import { findLateInterpretations } from './find-late-interpretations.ts';
import { findTermFaults } from './find-term-faults.ts';
import { findUnresolvedReferences } from './find-unresolved-references.ts';
import { type Finding, ruleNames } from './finding.ts';
import { createLibrary } from './library.ts';
import type { Report, ReportInput } from './report.ts';

const rules = [
  findContradictions,
  findAnswersToEnded,
  findLateInterpretations,
  findTermFaults,
  findUnresolvedReferences,
  findGaps, // last: an import of old lists has thousands
];

/** 质量检查: a row for each document and rule that it breaks, the rules in turn. `fileFindings` come from the store. */
export function conformance(input: ReportInput, fileFindings: readonly Finding[] = []): Report {
  const library = createLibrary(input);
  const findings = [...rules.flatMap((find) => find(library)), ...fileFindings];
  return {
    title: { zh: `质量检查报告（${input.today}）`, en: 'Conformance' },
    columns: [{ key: 'ruleName', zh: '规则' }, { key: 'detail', zh: '情况' }, ...documentColumns],
    rows: findings.map(({ rule, document, detail }) => ({
      rule,
      ruleName: ruleNames[rule],
      detail,
      ...documentCells(document),
    })),
    counts: countBy(findings, ({ rule }) => rule),
  };
}
