import { describe, expect, it } from 'vitest';
import type { Draft } from './draft.ts';
import { mapJcms } from './map-jcms.ts';

const place = { file: 'batch.xml', line: 3 };
/** What the exporter with the known defects sends with every article. */
const defects = { validend: '0000-00-00', vc_validate: '', vc_openmodel: '主动公开' };

const mapped = (article: Record<string, string>, isMended = false) =>
  mapJcms({ article: { title: '关于节水的通知', ...article }, isMended }, place);

function map(article: Record<string, string>, isMended = false): Draft {
  const result = mapped(article, isMended);
  if (result.outcome === 'rejected') throw new Error(result.reason);
  return result.draft;
}

const codes = (article: Record<string, string>) => map(article).warnings.map(({ code }) => code);

describe('mapJcms', () => {
  it('reads an article of a sound exporter without a doubt', () => {
    const { content, source, warnings, statedValidity } = map({
      title: '临澜市水务局关于节水的通知',
      caption: '（试行）',
      leadtitle: '节水在身边',
      linktitle: '节水通知',
      text: '<p>各区：</p><p>a &lt; b</p>',
      datetime: '2024-03-05 14:30:00',
      c_complatedate: '2024-03-01',
      validend: '2029-02-28',
      vc_validate: '有效',
      vc_filenumber: '临水发[2024]7号',
      vc_indexcode: '20240305-000007',
      vc_standardfile: 'LLDR-2024-0070001',
      vc_openmodel: '主动公开',
      vc_ztflname: '农业、林业、水利\\水利;其他',
      vc_servicename: '通知',
      vc_service: '企业,个人',
      vc_wgkfl: '管理',
      vc_number: 'B-01',
      vc_fbjg: '临澜市水务局',
      vc_area: '379900',
      source: '临澜市政府网',
      keyword: '节水 水务',
      describe: '节水器具。',
    });
    expect(content).toEqual({
      docClass: 'normative_document',
      officialForm: 'notice',
      genre: '通知',
      title: '临澜市水务局关于节水的通知',
      subtitle: '（试行）',
      kicker: '节水在身边',
      linkTitle: '节水通知',
      disclosure: 'active',
      documentNumber: expect.objectContaining({ canonical: '临水发〔2024〕7号' }),
      issuers: [{ name: '临澜市水务局' }],
      issuedOn: '2024-03-01',
      publishedOn: '2024-03-05',
      effectiveUntil: '2029-02-28',
      indexNumber: '20240305-000007',
      registrationNumber: 'LLDR-2024-0070001',
      themes: ['农业、林业、水利\\水利', '其他'],
      audiences: ['企业', '个人'],
      fiveOpenings: 'management',
      catalogCodes: ['B-01'],
      publisher: '临澜市水务局',
      regionCode: '379900',
      source: '临澜市政府网',
      keywords: ['节水', '水务'],
      abstract: '节水器具。',
      body: { text: '各区：\na < b' },
    });
    expect(source).toEqual({ collection: 'jcms', file: 'batch.xml', row: 3 });
    expect(statedValidity).toEqual({ state: 'in_force', label: '有效' });
    expect(warnings).toEqual([{ code: 'issuers_from_title', detail: '临澜市水务局' }]);
  });

  it('names the defects of the exporter that has them', () => {
    const article = {
      ...defects,
      vc_indexcode: '',
      datetime: '2023-05-26 03:20:11',
      c_complatedate: '2023-05-26',
    };
    const { content, warnings } = map(article);
    expect(content).toMatchObject({ publishedOn: '2023-05-26', disclosure: 'active' });
    expect(content).not.toHaveProperty('issuedOn');
    expect(content).not.toHaveProperty('effectiveUntil');
    expect(warnings.map(({ code }) => code)).toEqual([
      'issued_on_is_release',
      'valid_end_constant',
      'time_doubtful',
      'elements_empty',
      'disclosure_constant',
    ]);
    expect(warnings).toContainEqual({ code: 'elements_empty', detail: 'vc_validate vc_indexcode' });
  });

  describe('the day of issue', () => {
    const released = { ...defects, datetime: '2023-05-26 13:20:11', c_complatedate: '2023-05-26 13:20:11' };

    it.each([
      ['<p>正文</p><p>临澜市水务局</p><p>2023年5月18日</p><p>（此件公开发布）</p>'],
      ['<p>成文日期：2023年5月18日</p><p>正文</p>'],
      ['<div>正文</div><div>临澜市水务局<br>二〇二三年五月十八日</div>'],
    ])('comes from the text where the element repeats the release: %s', (text) => {
      const { content, warnings } = map({ ...released, text });
      expect(content.issuedOn).toBe('2023-05-18');
      expect(warnings).toContainEqual({ code: 'issued_on_from_text', detail: '2023-05-18' });
    });

    it('is believed where the text says the same, or where it is another day', () => {
      const confirmed = map({ ...released, text: '<p>临澜市水务局</p><p>2023年5月26日</p>' });
      expect(confirmed.content.issuedOn).toBe('2023-05-26');
      expect(codes({ ...released, c_complatedate: '2023-05-20' })).not.toContain('issued_on_is_release');
    });

    it('is believed of an exporter that fills in the validity', () => {
      expect(map({ ...released, validend: '', vc_validate: '有效' }).content.issuedOn).toBe('2023-05-26');
    });

    it('is not a day that the text only mentions', () => {
      expect(map({ ...released, text: '<p>自2023年6月1日起施行。</p>' }).content.issuedOn).toBeUndefined();
    });
  });

  describe('the number', () => {
    it('comes from the subtitle, which is none then', () => {
      const { content, warnings } = map({ caption: '临水发〔2023〕5号', vc_filenumber: '临水发〔2023〕5号' });
      expect(content.documentNumber?.canonical).toBe('临水发〔2023〕5号');
      expect(content).not.toHaveProperty('subtitle');
      expect(warnings).toContainEqual({ code: 'number_from_subtitle', detail: '临水发〔2023〕5号' });
    });

    it('is a gap where the subtitle is none', () => {
      const { content, warnings } = map({ caption: '节水在身边', vc_filenumber: '节水在身边' });
      expect(content).toMatchObject({ subtitle: '节水在身边' });
      expect(content).not.toHaveProperty('documentNumber');
      expect(warnings.map(({ code }) => code)).toContain('number_not_a_number');
    });

    it('is that of the title where there is no other', () => {
      expect(map({ title: '关于节水的通知（临水发〔2023〕5号）' }).content).toMatchObject({
        title: '关于节水的通知',
        documentNumber: { canonical: '临水发〔2023〕5号' },
      });
    });
  });

  describe('the text', () => {
    it.each([
      '<p><a href="/attach/mulu.pdf">目录.pdf</a></p>',
      '<p>附件：</p><p>1. <a href="/attach/mulu.pdf">目录.pdf</a></p>',
      '/attach/mulu.pdf',
    ])('is a gap where it is a bare link: %s', (text) => {
      const { content, warnings } = map({ text });
      expect(content).not.toHaveProperty('body');
      expect(warnings).toContainEqual({ code: 'body_elsewhere', detail: '/attach/mulu.pdf' });
    });

    it('stays HTML where it is more than paragraphs, with its entities', () => {
      const text = '<h2>节水</h2><p>a &lt; b</p><p><a href="/f/1.docx">附件</a></p>';
      const { content, warnings } = map({ text, attach: '/f/2.xls' });
      expect(content.body).toEqual({ html: text });
      expect(warnings).toContainEqual({ code: 'files_elsewhere', detail: '/f/1.docx /f/2.xls' });
    });

    it('tells that an unescaped end of a section was mended', () => {
      expect(map({}, true).warnings).toContainEqual({ code: 'section_end_mended' });
    });
  });

  it('says what it could not keep, but no editor’s name', () => {
    const { warnings } = map({
      editor: '张三',
      vc_opentimelimit: '20个工作日',
      vc_auditprogram: '',
      vc_area: '临澜市',
    });
    expect(warnings).toContainEqual({ code: 'elements_not_kept', detail: 'vc_opentimelimit vc_area' });
    expect(JSON.stringify(warnings)).not.toContain('张三');
  });

  it('takes the publisher as the issuer where the title names none', () => {
    const { content, warnings } = map({ vc_fbjg: '临澜市水务局' });
    expect(content).toMatchObject({ issuers: [{ name: '临澜市水务局' }], publisher: '临澜市水务局' });
    expect(warnings).toContainEqual({ code: 'issuers_from_publisher', detail: '临澜市水务局' });
  });

  it.each([
    [{ vc_servicename: '政策解读' }, 'interpretation'],
    [{ vc_servicename: '行政规范性文件' }, 'normative_document'],
    [{ vc_standardfile: 'LLDR-2024-0070001' }, 'normative_document'],
    [{ title: '临澜市人民政府关于废止部分文件的决定' }, 'lifecycle_decision'],
    [{}, 'other_policy_document'],
  ])('classes %j', (article, docClass) => {
    expect(map(article).content.docClass).toBe(docClass);
  });

  it.each([
    [{ title: ' ' }, 'MANDATORY_FIELD_MISSING', '/article/title'],
    [{ vc_openmodel: '内部' }, 'SCHEMA_VIOLATION', '/article/vc_openmodel'],
    [{ text: `<p>${'长'.repeat(600_000)}</p>` }, 'BODY_TOO_LARGE', '/article/text'],
  ])('rejects %#', (article, code, pointer) => {
    expect(mapped(article)).toMatchObject({ outcome: 'rejected', code, pointer });
  });
});
