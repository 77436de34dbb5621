import { codeLists } from '@gongwen/schemas';
import type { Finding } from './finding.ts';
import type { Library } from './library.ts';

/** Mandatory fields that an import could not fill. */
export function findGaps({ published }: Library): Finding[] {
  return published.flatMap((document) => {
    const { gaps = [] } = document.provenance ?? {};
    if (gaps.length === 0) return [];
    return [{ rule: 'missing_field', document, detail: gaps.map((gap) => codeLists.gap[gap]).join('、') }];
  });
}
