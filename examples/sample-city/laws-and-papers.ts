import { articles } from './compose-text.ts';
import { departments } from './departments.ts';
import { publishStep } from './publish-step.ts';
import type { Step } from './step.ts';

const { congress, government, office, housing, ecology } = departments;

/** Local regulations, government rules, policies, the gazette and the papers of a major decision. */
export function lawsAndPapers(): Step[] {
  return [...regulations(), ...rules(), ...policies(), ...gazette(), ...decisionPapers()];
}

function regulations(): Step[] {
  return [
    law('fg-2018-1', '临澜市河道保护条例', '2018-06-28', '2018-07-27', '2018-10-01', [
      '为了加强河道保护，保障行洪安全，改善水环境，制定本条例。',
      '本市行政区域内河道的保护、治理和管理，适用本条例。',
      '实行河长制。各级河长负责组织、协调河道保护工作。',
      '河道管理范围内禁止倾倒垃圾、渣土，禁止修建妨碍行洪的建筑物。',
      '沿河单位应当维护护岸设施完好，发现损毁及时报告。',
      '违反本条例规定的，由水行政主管部门责令限期改正；逾期不改的，依法予以罚款。',
    ]),
    law('fg-2021-1', '临澜市文明行为促进条例', '2021-08-26', '2021-09-30', '2022-01-01', [
      '为了引导和促进文明行为，提升社会文明程度，制定本条例。',
      '公民应当爱护公共环境，遵守公共秩序，文明出行，文明用餐。',
      '鼓励志愿服务、无偿献血、见义勇为等行为。',
      '公共场所经营者应当设置文明提示标识。',
      '有关部门应当建立投诉举报制度，及时处理不文明行为。',
    ]),
    law('fg-2026-1', '临澜市数据共享促进条例', '2026-08-27', '2026-09-29', '2027-03-01', [
      '为了促进公共数据共享，提高政务服务水平，制定本条例。',
      '公共数据共享遵循以共享为原则、不共享为例外的要求。',
      '数据提供单位应当保证数据真实、准确、完整和及时更新。',
      '任何单位不得超出履职需要使用共享数据。',
    ]),
  ];
}

function rules(): Step[] {
  return [
    order(41, '临澜市政府投资项目管理办法', '2017-05-12', '2017-07-01', [
      '为了规范政府投资行为，提高投资效益，制定本办法。',
      '政府投资项目实行年度计划管理，未列入计划的不得开工。',
      '项目概算超过批准估算百分之十的，应当重新报批。',
      '项目单位应当按照合同约定支付工程款，不得要求施工单位垫资。',
    ]),
    order(52, '临澜市户外广告设施管理办法', '2020-09-18', '2020-11-01', [
      '为了规范户外广告设施设置，维护市容，制定本办法。',
      '户外广告设施应当符合设置规划和安全规范。',
      '设置期限届满需要延续的，应当在届满三十日前申请。',
    ]),
    order(60, '临澜市海绵城市建设管理办法', '2026-10-20', '2027-01-01', [
      '为了增强城市防洪排涝能力，制定本办法。',
      '新建项目应当同步建设雨水控制与利用设施。',
      '雨水设施的运行维护责任由产权人承担。',
    ]),
  ];
}

function policies(): Step[] {
  const plans = [
    ['2021-3', '关于促进民营经济高质量发展的若干意见', '2021-02-08', 'opinion'],
    ['2022-8', '关于印发临澜市优化营商环境行动方案的通知', '2022-03-15', 'notice'],
    ['2023-5', '关于加强政务公开工作的通知', '2023-04-20', 'notice'],
    ['2024-11', '关于办好民生实事的通知', '2024-01-31', 'notice'],
    ['2025-6', '关于推进城市更新的实施意见', '2025-05-19', 'opinion'],
  ] as const;
  const notices = plans.map(([number, title, on, officialForm]) =>
    publishStep(office, `zb-${number}`, {
      docClass: 'other_policy_document',
      title,
      documentNumber: { raw: `临澜政办发〔${number.split('-')[0]}〕${number.split('-')[1]}号` },
      issuedOn: on,
      publishedOn: on,
      officialForm,
      addressees: ['各区（县）人民政府，市政府各部门'],
      themes: ['综合政务\\政务公开', '国民经济管理、国有资产监管\\宏观经济'],
      text: `${title.replace('关于', '为进一步')}，经市政府同意，现将有关事项通知如下：\n\n一、明确目标。各责任单位要对照任务清单，按季度报送进展。\n\n二、压实责任。牵头单位负总责，配合单位按职责分工抓好落实。\n\n三、强化公开。涉及群众切身利益的事项应当及时公开，接受监督。\n\n（此件公开发布）`,
    }),
  );
  const joint = publishStep(housing, 'lh-2023-2', {
    docClass: 'other_policy_document',
    title: '关于加强建筑垃圾全过程管理的通告',
    documentNumber: { raw: '临澜建规公告2023年第2号' },
    issuers: [{ name: housing.name }, { name: ecology.name }],
    issuedOn: '2023-06-09',
    publishedOn: '2023-06-12',
    officialForm: 'notice_public',
    themes: ['城乡建设、环境保护\\城乡建设(含住房)'],
    text: '一、建筑垃圾应当在核准的时间、路线内运输。\n\n二、运输车辆应当安装定位装置并密闭运输。\n\n三、消纳场所应当如实登记进场车辆和数量。\n\n四、本通告自发布之日起施行。',
  });
  return [...notices, joint];
}

function gazette(): Step[] {
  return [1, 2].map((issue) =>
    publishStep(office, `gb-2026-${issue}`, {
      docClass: 'gazette_issue',
      title: `临澜市人民政府公报2026年第${issue}期`,
      issuedOn: `2026-0${issue * 3}-30`,
      publishedOn: `2026-0${issue * 3}-31`.replace('06-31', '06-30'),
      themes: ['综合政务\\政务公开'],
      gazetteIssue: { year: 2026, numbers: [issue], totalNumber: 290 + issue },
      relations: issue === 1 ? [{ type: 'carries', target: { documentId: 'll-gov:ling-52' } }] : [],
      text: `目录\n\n市政府文件……………………………………1\n\n市政府办公室文件………………………………12\n\n部门规范性文件…………………………………20`,
    }),
  );
}

/** A major decision, from the draft to its outcome: what 一码通查 strings together. */
function decisionPapers(): Step[] {
  const subject = '临澜市城市绿道专项规划';
  const target = { documentId: 'll-gov:gh-2026-1', title: subject };
  const papers = [
    ['草案', 'draft_of', '向社会公开征求意见的草案全文及说明。'],
    ['意见采纳情况', 'feedback_for', '征求意见期间共收到意见八十六条，采纳五十一条，其余已说明理由。'],
    ['专家论证意见', 'related', '论证会认为方案可行，建议加强与河道规划的衔接。'],
    ['会议审议情况', 'related', '市政府常务会议审议并原则通过。'],
  ] as const;
  const plan = publishStep(government, 'gh-2026-1', {
    docClass: 'other_policy_document',
    title: subject,
    documentNumber: { raw: '临澜政发〔2026〕31号' },
    issuedOn: '2026-08-10',
    publishedOn: '2026-08-12',
    themes: ['城乡建设、环境保护\\城市规划'],
    relations: [
      { type: 'based_on', target: { documentId: 'll-congress:fg-2018-1', title: '临澜市河道保护条例' } },
      { type: 'deliberated_at', target: { documentId: 'll-gov:jc-2026-4' } },
    ],
    text: '一、到二〇三〇年建成绿道一百二十公里。\n\n二、绿道沿河道、公园和学校布置。\n\n三、各区负责本区绿道的建设和管护。',
  });
  return [...papers.map(paper), plan];

  function paper([name, type, text]: (typeof papers)[number], index: number): Step {
    return publishStep(
      government,
      `jc-2026-${index + 1}`,
      {
        docClass: 'decision_process_item',
        title: `${subject}（${name}）`,
        publishedOn: `2026-0${index + 4}-15`,
        themes: ['城乡建设、环境保护\\城市规划'],
        relations: [{ type, target }],
        text,
      },
      { withPdf: index < 2 },
    );
  }
}

const law = (
  localId: string,
  title: string,
  passed: string,
  approved: string,
  from: string,
  text: string[],
) =>
  publishStep(congress, localId, {
    docClass: 'local_regulation',
    title,
    captionNote: `${passed} 临澜市人民代表大会常务委员会会议通过　${approved} 批准`,
    issuedOn: passed,
    adoptedOn: passed,
    approvedOn: approved,
    publishedOn: approved,
    promulgatedOn: approved,
    effectiveFrom: from,
    themes: ['其他'],
    history: [
      { on: passed, event: 'adopted' },
      { on: approved, event: 'approved' },
    ],
    text: articles(text),
  });

const order = (sequence: number, title: string, on: string, from: string, text: string[]) =>
  publishStep(government, `ling-${sequence}`, {
    docClass: 'government_rule',
    title,
    documentNumber: { raw: `临澜市人民政府令第${sequence}号` },
    issuedOn: on,
    publishedOn: on,
    effectiveFrom: from,
    officialForm: 'order',
    themes: ['综合政务\\其他'],
    text: articles(text),
  });
