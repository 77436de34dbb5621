import type { Provenance } from '@gongwen/schemas';
import type { Finding } from './finding.ts';
import type { Library } from './library.ts';

const fieldNames: Readonly<Record<Provenance['gaps'][number], string>> = {
  body: '正文',
  documentNumber: '文号',
  issuers: '发文机关',
  issuedOn: '成文日期',
  publishedOn: '发布日期',
  renditions: '原件',
  themes: '主题分类',
  validity: '有效性',
};

/** Mandatory fields that an import could not fill. */
export function findGaps({ published }: Library): Finding[] {
  return published.flatMap((document) => {
    const { gaps = [] } = document.provenance ?? {};
    if (gaps.length === 0) return [];
    return [{ rule: 'missing_field', document, detail: gaps.map((gap) => fieldNames[gap]).join('、') }];
  });
}
