import { departments } from './departments.ts';
import { publishStep } from './publish-step.ts';
import { evidenceOf } from './reviewed.ts';
import type { Step } from './step.ts';
import { type Subject, documentIdOf, subjects } from './subjects.ts';

const { government, labour } = departments;

const find = (id: string): Subject => {
  const subject = subjects.find((candidate) => candidate.id === id);
  if (!subject) throw new Error(`the story has no subject ${id}`);
  return subject;
};

/** Where a later step of a document is played by its own department. */
function on(id: string, version: number) {
  const subject = find(id);
  const documentId = documentIdOf(subject);
  return { department: subject.department, documentId, key: `sample:${documentId}:${version}` };
}

/** How lives go on and end: amended, corrected, repealed, lapsed, expired, withdrawn, restored. */
export function endings(): Step[] {
  const decision = {
    documentId: 'll-gov:qc-2025',
    title: '关于公布行政规范性文件清理结果的决定',
    issuer: government.name,
  };
  return [
    {
      ...on('lhjy', 2),
      name: 'amend',
      command: {
        expectedVersion: 1,
        kind: 'amendment',
        effectiveOn: '2023-01-01',
        note: '补贴期限由三年延长至五年',
        evidence: evidenceOf('2022-12-20'),
        changes: {
          body: {
            text: '第一条 为了鼓励灵活就业人员参加社会保险，制定本办法。\n\n第二条 补贴期限累计不超过五年。\n\n第三条 申请人每季度申报。',
          },
        },
      },
    },
    {
      ...on('lhjy', 3),
      name: 'amend',
      command: {
        expectedVersion: 2,
        kind: 'revision',
        effectiveOn: '2026-01-01',
        note: '全文修订并延长有效期',
        evidence: evidenceOf('2025-12-19'),
        changes: {
          effectiveUntil: '2030-12-31',
          body: {
            text: '第一条 为了鼓励灵活就业人员和新就业形态劳动者参加社会保险，制定本办法。\n\n第二条 补贴标准为实际缴费额的三分之二。\n\n第三条 补贴免申即享。',
          },
        },
      },
    },
    {
      ...on('tyjg', 2),
      name: 'correct',
      command: {
        expectedVersion: 1,
        note: '更正第六条中的数字：不超过三名误排为不超过五名',
        gazetteCorrected: true,
        changes: {},
      },
    },
    publishStep(government, 'qc-2025', {
      docClass: 'lifecycle_decision',
      title: decision.title,
      documentNumber: { raw: '临澜政发〔2025〕18号' },
      issuedOn: '2025-09-10',
      publishedOn: '2025-09-12',
      officialForm: 'decision',
      themes: ['综合政务\\文秘工作'],
      relations: ['lsjz', 'kqtg'].map((id) => ({
        type: 'repeals' as const,
        target: { documentId: documentIdOf(find(id)), title: find(id).title },
      })),
      text: '经市政府研究，决定废止《临澜市绿色建筑管理规定》《临澜市中小学课后服务管理办法》，宣布《临澜市创业担保贷款实施细则》失效。本决定自公布之日起施行。',
    }),
    ...['lsjz', 'kqtg'].map((id): Step => ({
      ...on(id, 2),
      name: 'repeal',
      command: { expectedVersion: 1, decision, effectiveOn: '2025-09-12', reason: '与上位法不一致' },
    })),
    {
      ...on('cyds', 2),
      name: 'expire',
      command: {
        expectedVersion: 1,
        cause: 'declared',
        reasonCode: 'covered_by_new_rule',
        decision,
        effectiveOn: '2025-09-12',
      },
    },
    publishStep(labour, 'jd-2024-plan', {
      docClass: 'lifecycle_decision',
      title: '关于废止《临澜市高校毕业生就业见习管理办法（试行）》的决定',
      documentNumber: { raw: '临澜人社规〔2026〕40号' },
      issuedOn: '2026-11-10',
      publishedOn: '2026-11-12',
      officialForm: 'decision',
      themes: ['劳动、人事、监察\\劳动就业'],
      relations: [
        {
          type: 'repeals',
          target: { documentId: documentIdOf(find('bysj')), title: find('bysj').title },
          effectiveOn: '2027-01-01',
        },
      ],
      text: '决定自2027年1月1日起废止《临澜市高校毕业生就业见习管理办法（试行）》。',
    }),
    {
      ...on('wlcy', 2),
      name: 'withdraw',
      command: {
        expectedVersion: 1,
        reasonCode: 'under_correction',
        publicReason: '附件表格有误，正在更正',
        authorizer: '办公室审核岗',
      },
    },
    {
      ...on('wlcy', 3),
      name: 'restore',
      command: {
        expectedVersion: 2,
        reason: '附件已更正',
        authorizer: '办公室审核岗',
        evidence: evidenceOf('2026-11-02'),
      },
    },
    {
      ...on('zldb', 2),
      name: 'withdraw',
      command: {
        expectedVersion: 1,
        reasonCode: 'published_by_mistake',
        publicReason: '误将征求意见稿发布',
        authorizer: '办公室审核岗',
      },
    },
  ];
}
