import type { Document, DocumentReference } from '@gongwen/schemas';
import { describe, expect, it } from 'vitest';
import { citationKeysOf } from './citation-keys.ts';
import { given } from './decide/given.ts';
import { matchReference } from './match-reference.ts';

const paper = (localId: string, changes: Partial<Document>): Document => ({
  ...given().document,
  documentId: `ll-gov:${localId}`,
  ...changes,
});
const numbered = (raw: string) => ({ documentNumber: { raw } });
const citing = paper('decision', {
  title: '关于废止部分文件的决定',
  issuedOn: '2026-05-20',
  ...numbered('临政发〔2026〕4号'),
});

function match(reference: DocumentReference, ...documents: Document[]) {
  const result = matchReference(reference, {
    citing,
    citedAs: (key) => [citing, ...documents].filter((one) => citationKeysOf(one).includes(key)),
    isInForce: ({ lifecycle }) => lifecycle.length === 0,
  });
  if (result.outcome === 'one') return result.document.documentId;
  return result.outcome === 'none' ? 'none' : result.documents.map(({ documentId }) => documentId);
}

describe('a reference', () => {
  const rule = paper('1', {
    title: '临澜市供水管理办法',
    issuedOn: '2015-03-01',
    ...numbered('临政发〔2015〕7号'),
  });
  const news = paper('2', {
    title: '临澜市供水管理办法',
    issuedOn: '2021-06-01',
    ...numbered('临政发〔2021〕3号'),
  });

  it.each(['临政发[2015]7号', '临政发【2015】第07号', '臨政發〔2015〕７号', '（临政发﹝2015﹞7号）'])(
    'by 文号 in any spelling: %s',
    (number) => expect(match({ number }, rule, news)).toBe('ll-gov:1'),
  );
  it('target cited by title and date only: means the one of that day', () => {
    expect(match({ title: '《临澜市供水管理办法》', issuedOn: '2021-06-01' }, rule, news)).toBe('ll-gov:2');
  });
  it('by title alone means none of several', () => {
    expect(match({ title: '临澜市供水管理办法' }, rule, news)).toEqual(['ll-gov:1', 'll-gov:2']);
  });
  it('by title alone means the one that is still in force', () => {
    const ended = {
      ...rule,
      lifecycle: [{ change: 'repealed' as const, effectiveOn: '2021-06-01', version: 2 }],
    };
    expect(match({ title: '临澜市供水管理办法' }, ended, news)).toBe('ll-gov:2');
  });
  it('to an older instrument of the same name does not mean the one that cites it', () => {
    const own = { ...rule, documentId: citing.documentId };
    expect(match({ title: citing.title }, own)).toBe('none');
    const younger = paper('9', {
      title: '临澜市节水办法',
      issuedOn: '2027-01-01',
      ...numbered('临政发〔2027〕1号'),
    });
    expect(match({ title: '临澜市节水办法' }, younger)).toBe('none');
  });
  it('with another date than any of the document’s is not to it', () => {
    expect(match({ title: '临澜市供水管理办法', issuedOn: '1999-01-01' }, rule)).toBe('none');
  });
  it('by the number of another body is not to it', () => {
    const other = { ...rule, issuers: [{ name: '澜川县人民政府' }] };
    expect(match({ number: '临政发〔2015〕7号', issuer: '临澜市人民政府' }, other)).toBe('none');
  });
  it('by a misprinted number that belongs to something else is not to it', () => {
    expect(match({ number: '临政发〔2015〕7号', title: '临澜市户外广告设置规定' }, rule)).toBe('none');
  });
  it('retitled instrument: is found under both names', () => {
    const retitled = paper('3', { title: '临澜市节约用水条例', formerTitles: ['临澜市节水规定'] });
    expect(match({ title: '临澜市节水规定' }, retitled)).toBe('ll-gov:3');
    expect(match({ title: '临澜市节约用水条例' }, retitled)).toBe('ll-gov:3');
  });
  it('carrier with 3 instruments: one of them means the carrier', () => {
    const carrier = paper('4', {
      title: '关于印发临澜市政务云管理细则等三个文件的通知',
      instruments: [
        { title: '临澜市政务云管理细则' },
        { title: '临澜市数据共享细则' },
        { title: '临澜市网络安全细则' },
      ],
    });
    expect(match({ title: '《临澜市数据共享细则》' }, carrier)).toBe('ll-gov:4');
  });
  it('to an order under the short name of its body', () => {
    const order = paper('5', { title: '物业管理条例', ...numbered('中华人民共和国国务院令第379号') });
    expect(match({ number: '国令第379号' }, order)).toBe('ll-gov:5');
  });
});
