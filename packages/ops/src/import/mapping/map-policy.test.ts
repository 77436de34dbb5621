import { describe, expect, it } from 'vitest';
import type { Draft } from './draft.ts';
import { mapPolicy } from './map-policy.ts';

const place = { file: 'policies.jsonl', line: 3 };

function map(record: Record<string, unknown>): Draft {
  const mapped = mapPolicy({ source: '旧网站', title: '关于节水的通知', ...record }, place);
  if (mapped.outcome === 'rejected') throw new Error(mapped.reason);
  return mapped.draft;
}

describe('mapPolicy', () => {
  it('reads the full set of columns', () => {
    const { content, source, warnings, statedValidity } = map({
      url: 'https://www.linlan.example/zc/1.htm',
      documentNumber: '临政办发〔2018〕19号',
      issuer: '临澜市人民政府办公厅',
      issuedOn: '2018年02月08日 ',
      publishedOn: '2018年04月02日 ',
      themes: '农业、<em>林业</em>、水利\\水利',
      indexNumber: '000014349/2018-00051',
      summary: '节水器具。',
      validity: '有效',
      level: '市级',
      docType: '通知公告',
    });
    expect(content).toEqual({
      docClass: 'other_policy_document',
      officialForm: 'notice',
      instrumentForm: '通知公告',
      level: 'city',
      title: '关于节水的通知',
      disclosure: 'active',
      documentNumber: {
        raw: '临政办发〔2018〕19号',
        canonical: '临政办发〔2018〕19号',
        form: 'agency_year',
        agencyCode: '临政办发',
        year: 2018,
        sequence: 19,
      },
      sourceUrls: ['https://www.linlan.example/zc/1.htm'],
      issuers: [{ name: '临澜市人民政府办公厅' }],
      issuedOn: '2018-02-08',
      publishedOn: '2018-04-02',
      themes: ['农业、林业、水利\\水利'],
      indexNumber: '000014349/2018-00051',
      abstract: '节水器具。',
    });
    expect(source).toEqual({
      collection: '旧网站',
      file: 'policies.jsonl',
      row: 3,
      url: 'https://www.linlan.example/zc/1.htm',
    });
    expect(statedValidity).toEqual({ state: 'in_force', label: '有效' });
    expect(warnings).toEqual([]);
  });

  it('believes the page’s own header, not columns a month late', () => {
    const { content, warnings } = map({
      issuedOn: '2019-03-02 15:13:23',
      publishedOn: '2019-03-02 15:13:23',
      raw: { pageTable: { 成文日期: '2019年01月30日', 发布日期: '2019年02月02日', 主题分类: '水利\\节水' } },
    });
    expect(content).toMatchObject({
      issuedOn: '2019-01-30',
      publishedOn: '2019-02-02',
      themes: ['水利\\节水'],
    });
    expect(warnings.map(({ code }) => code)).toEqual(['date_column_wrong', 'date_column_wrong']);
  });

  it('makes a gap of a month', () => {
    const { content, warnings } = map({ publishedOn: '2024-11' });
    expect(content.publishedOn).toBeUndefined();
    expect(warnings).toEqual([{ code: 'date_incomplete', detail: '发布日期 2024-11' }]);
  });

  it('splits a gazette’s heading and drops its leaders', () => {
    const { content, warnings } = map({
      docType: '国务院公报',
      title: '市水务局关于印发《节水办法》的通知 节水办法',
    });
    expect(content.title).toBe('市水务局关于印发《节水办法》的通知');
    expect(warnings).toContainEqual({ code: 'title_split', detail: '节水办法' });
    expect(map({ docType: '国务院公报', title: '政府工作报告 ……………………… 市长' }).content.title).toBe(
      '政府工作报告',
    );
  });

  it('reads a law’s history from the caption and a number in front of it', () => {
    const draft = map({
      title: '供水条例',
      docType: ['地方性法规'],
      captionNote:
        '（2013年9月18日市人大常委会会议通过&emsp;根据2016年2月6日《关于修改&lt;供水条例&gt;的决定》修正）',
    });
    expect(draft.content.history?.map(({ on, event }) => `${on} ${event}`)).toEqual([
      '2013-09-18 adopted',
      '2016-02-06 amended',
    ]);
    expect(draft.versionOn).toBe('2016-02-06');
    const interpretation = map({
      captionNote: '临法释〔2018〕1号{style="text-align:center;"}\n\n（2017年11月13日通过）',
    });
    expect(interpretation.content.documentNumber?.raw).toBe('临法释〔2018〕1号');
  });

  it('takes the text of a Markdown site without the site’s marks', () => {
    const body =
      '::: details 目录\n\n[[toc]]\n\n@tab 条例\n\n- 第1~20条：\n\n[1](#t1) [2](#t2)\n\n:::\n\n## 第一章\n\n第一条 节水。{#t1}<br>第二款';
    expect(map({ body }).content.body).toEqual({ text: '第一章\n\n第一条 节水。\n第二款' });
  });

  it('PDF-only body: a page that only points to a file has no text', () => {
    const { content, warnings } = map({
      body: '::: warning\n\n请看全文\n\n:::\n\n<PDF url="/pdf/1.pdf" :zoom=90 />',
    });
    expect(content.body).toBeUndefined();
    expect(warnings).toEqual([{ code: 'body_elsewhere', detail: '/pdf/1.pdf' }]);
  });

  it('keeps HTML only where there is no text', () => {
    const bodyHtml = '<tbody> \n<tr><td>节水</td></tr>';
    expect(map({ bodyHtml }).content.body).toEqual({ html: '<tr><td>节水</td></tr>' });
    expect(map({ bodyHtml, body: '节水' }).content.body).toEqual({ text: '节水' });
  });

  it.each([
    ['失效', { state: 'ended', label: '失效' }],
    ['', undefined], // empty 有效性 on import
    ['不详', undefined],
  ])('reads 有效性 “%s”', (validity, stated) => {
    expect(map({ validity }).statedValidity).toEqual(stated);
  });

  it('doubts what it cannot read, and imports it', () => {
    const codes = (record: Record<string, unknown>) => map(record).warnings.map(({ code }) => code);
    expect(codes({ validity: '不详' })).toEqual(['validity_unreadable']);
    expect(codes({ level: '其他' })).toEqual(['level_unreadable']);
    expect(codes({ url: 'javascript:void(0)' })).toEqual(['url_unusable']);
    expect(codes({ issuedOn: '昨天' })).toEqual(['date_unreadable']);
    expect(codes({ documentNumber: '临水发〔2025〕1号', issuedOn: '2024-12-27' })).toEqual([
      'number_year_differs',
    ]);
    expect(codes({ issuedOn: '2024-12-27', publishedOn: '2024-12-01' })).toEqual(['published_before_issued']);
  });

  it.each([
    [{ docType: '政策解读' }, 'interpretation'],
    [{ title: '市水务局就节水条例答记者问' }, 'interpretation'],
    [{ docType: ['规章'] }, 'government_rule'],
    [{ docType: ['地方性法规'] }, 'local_regulation'],
    [{ title: '临澜市人民政府关于修改和废止部分规章的决定' }, 'lifecycle_decision'],
    [{}, 'other_policy_document'],
  ])('classes %j', (record, docClass) => {
    expect(map(record).content.docClass).toBe(docClass);
  });

  it('rejects a row without a title', () => {
    expect(mapPolicy({ source: '旧网站', title: '<br>' }, place)).toMatchObject({
      code: 'MANDATORY_FIELD_MISSING',
    });
  });

  it('takes the day of force of a revision for that of the text, not of the law', () => {
    const passed = '（1996年3月17日临澜市第八届人民代表大会第四次会议通过';
    const caption = `${passed}&emsp;2021年1月22日临澜市第十三届人民代表大会常务委员会第二十五次会议修订）`;
    const revised = map({ captionNote: caption, effectiveFrom: '2021-07-15' });
    expect(revised.content.effectiveFrom).toBeUndefined();
    expect(revised).toMatchObject({ versionOn: '2021-01-22', versionFrom: '2021-07-15' });
    const original = map({ captionNote: caption, effectiveFrom: '1996-10-01' });
    expect(original.content.effectiveFrom).toBe('1996-10-01');
    expect(original.versionFrom).toBeUndefined();
    expect(map({ effectiveFrom: '2021-07-15' }).content.effectiveFrom).toBe('2021-07-15');
  });
});
