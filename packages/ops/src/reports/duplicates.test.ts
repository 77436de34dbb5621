import type { Document } from '@gongwen/schemas';
import { expect, it } from 'vitest';
import { duplicates } from './duplicates.ts';
import { inputOf, sampleHead, withdrawn } from './sample-head.ts';

const groupsOf = (...heads: ReturnType<typeof sampleHead>[]) =>
  duplicates(inputOf(...heads)).rows.map(({ group, reason, documentId }) => [group, reason, documentId]);
const articles = Array.from(
  { length: 40 },
  (_none, index) => `第${index}条 见习单位应当履行第${index}项义务。`,
);
const text = articles.join('\n');
const titled = (localId: string, body: string, changes: Partial<Document> = {}) =>
  sampleHead(localId, { title: '临澜市见习办法', body: { text: body }, ...changes });
const numbered = (raw: string) => ({ documentNumber: { raw } });

it('two files from two of the 147 sites, same 文号: are found when one body issued both, in any spelling', () => {
  const rows = groupsOf(
    sampleHead('1', numbered('临人社发〔2025〕17号')),
    sampleHead('2', numbered('临人社发[2025]第017号')),
    sampleHead('3', numbered('临人社发〔2025〕18号')),
    sampleHead('4', { ...numbered('临人社发〔2025〕17号'), issuers: [{ name: '临澜市教育局' }] }),
  );
  expect(rows).toEqual([
    [1, '文号与发文机关相同', 'll-hrss:1'],
    [1, '文号与发文机关相同', 'll-hrss:2'],
  ]);
});

it('finds one title over nearly the same text, blanks and punctuation aside', () => {
  const rows = groupsOf(
    titled('1', text),
    titled('2', text.replaceAll('。', ' ; ').replace('第3项', '第三项'), { title: '《临澜市见习办法》' }),
    titled('3', articles.toReversed().slice(0, 20).join('\n')),
    sampleHead('4', { body: { text } }),
  );
  expect(rows).toEqual([
    [1, '标题相同，正文几乎一致', 'll-hrss:1'],
    [1, '标题相同，正文几乎一致', 'll-hrss:2'],
  ]);
});

it('reads the text of a page', () => {
  const html = articles.map((article) => `<p>${article}</p>`).join('');
  expect(
    groupsOf(titled('1', text), sampleHead('2', { title: '临澜市见习办法', body: { html } })),
  ).toHaveLength(2);
});

it('says when they may be versions of one law: another first day, or one has ended', () => {
  const lifecycle = [{ change: 'repealed' as const, effectiveOn: '2026-01-01', version: 2 }];
  for (const changes of [{ effectiveFrom: '2026-01-01' }, { lifecycle }]) {
    const rows = groupsOf(titled('1', text), titled('2', text, changes));
    expect(rows[0]?.[1]).toBe('标题相同，正文几乎一致；或为先后版本');
  }
});

it('tells a pair once, and never of documents without text or withdrawn ones', () => {
  const same = numbered('临人社发〔2025〕17号');
  const three = [titled('1', text, same), titled('2', text, same), titled('3', '另一文', same)];
  expect(groupsOf(...three)).toHaveLength(3);
  expect(groupsOf(titled('1', ''), titled('2', ''))).toEqual([]);
  expect(groupsOf(titled('1', text), titled('2', text, { publication: withdrawn }))).toEqual([]);
});
