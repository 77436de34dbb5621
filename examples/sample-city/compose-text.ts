import type { Subject } from './subjects.ts';

const numerals = [
  '一',
  '二',
  '三',
  '四',
  '五',
  '六',
  '七',
  '八',
  '九',
  '十',
  '十一',
  '十二',
  '十三',
  '十四',
  '十五',
  '十六',
  '十七',
  '十八',
  '十九',
  '二十',
];

/** Numbers the articles: 第一条, 第二条 … */
export function articles(sentences: readonly string[]): string {
  return sentences.map((sentence, index) => `第${numerals[index] ?? index + 1}条 ${sentence}`).join('\n\n');
}

/** A normative document as its department would write it. */
export function normativeText({ title, purpose, who, measures, department, year }: Subject): string {
  const instrument = /(办法|细则|规定|规范|标准|指引|导则|规则)/.exec(title)?.[1] ?? '办法';
  return articles([
    `为了${purpose}，根据有关法律、法规和规章的规定，结合本市实际，制定本${instrument}。`,
    `本${instrument}适用于${who}。法律、法规另有规定的，从其规定。`,
    `${department.name}负责本${instrument}的组织实施和监督检查；财政、审计等部门按照各自职责做好相关工作。各区（县）应当明确承办机构，公布办事地点和咨询电话。`,
    `实施本${instrument}应当遵循公开、公平、便民的原则。办事材料能够通过政务数据共享取得的，不得要求当事人重复提交。`,
    `${measures[0]}。具体口径由${department.name}在办事指南中列明。`,
    `${measures[1]}。情况特殊确需调整的，应当书面说明理由并向社会公示，公示时间不少于五个工作日。`,
    `${measures[2]}。`,
    `当事人提出申请的，承办机构应当当场核对材料；材料齐全的，自受理之日起十五个工作日内办结；不符合条件的，书面告知理由和救济途径。`,
    `承办机构应当建立台账，如实记录申请、审核、公示和结果，档案保存期限不少于五年，并接受社会监督。`,
    `对弄虚作假、骗取待遇或者违反本${instrument}要求的，责令改正；情节严重的，依法处理并记入信用记录。工作人员滥用职权、玩忽职守的，依法给予处分。`,
    `任何单位和个人有权对违反本${instrument}的行为投诉、举报。接到投诉、举报的部门应当在七个工作日内答复。`,
    `本${instrument}由${department.name}负责解释，自${year}年7月1日起施行，有效期五年。`,
  ]);
}

/** An explanation of a document in plain words. */
export function interpretationText({ title, purpose, who, measures }: Subject): string {
  return [
    `一、为什么出台《${title}》？`,
    `出台这一文件，主要是为了${purpose}。起草过程中公开征求了社会意见，并对收到的意见逐条研究吸收。`,
    '二、哪些人适用？',
    `${who}均可对照办理。不确定是否符合条件的，可以到就近窗口咨询。`,
    '三、主要内容有哪些？',
    `一是${measures[0]}；二是${measures[1]}；三是${measures[2]}。`,
    '四、如何办理？',
    '网上办理的，登录政务服务平台提交；窗口办理的，携带有效身份证件。一般十五个工作日内办结。',
  ].join('\n\n');
}
