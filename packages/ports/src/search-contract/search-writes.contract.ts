import { describe, expect, it } from 'vitest';
import {
  type SearchIndexFactory,
  found,
  indexOf,
  sample,
  today,
  writeAndSettle,
} from './search-samples.contract.ts';

/** Versions, tombstones, bad entries. */
export function testSearchWrites(factory: SearchIndexFactory): void {
  describe('writes', () => {
    it('gives back a written entry at once, whole', async () => {
      await using index = await factory();
      const entry = sample('ll-hrss:1', {
        number: '临人社发〔2025〕4号',
        themes: ['劳动\\就业'],
        year: '2025',
      });
      expect(await index.write([entry])).toEqual([{ outcome: 'written' }]);
      expect(await index.get('ll-hrss:1')).toEqual(entry);
    });

    it('knows nothing of a document that was not written', async () => {
      await using index = await factory();
      expect(await index.get('ll-hrss:1')).toBeUndefined();
    });

    it('replaces a version by a higher one, gaps or not', async () => {
      await using index = await indexOf(factory, [sample('ll-hrss:1', { title: '旧标题' })]);
      await writeAndSettle(index, [sample('ll-hrss:1', { title: '新名称' }, { version: 7 })]);
      expect(await index.get('ll-hrss:1')).toMatchObject({ version: 7, eventId: 'll-hrss:1@7' });
      expect(await found(index, { text: '新名称' })).toEqual(['ll-hrss:1']);
      expect(await found(index, { text: '旧标题' })).toEqual([]);
      expect(await index.search({ on: today, sort: 'relevance', limit: 10 })).toMatchObject({ total: 1 });
    });

    it('keeps a version when a lower one comes late', async () => {
      await using index = await factory();
      await index.write([sample('ll-hrss:1', { title: '新名称' }, { version: 3 })]);
      expect(await index.write([sample('ll-hrss:1', {}, { version: 2 })])).toEqual([{ outcome: 'stale' }]);
      expect(await index.get('ll-hrss:1')).toMatchObject({ version: 3, document: { title: '新名称' } });
    });

    it('tells the same event again from another event of the same version', async () => {
      await using index = await factory();
      const entry = sample('ll-hrss:1', {}, { version: 2, eventId: 'first' });
      await index.write([entry]);
      expect(await index.write([entry, { ...entry, eventId: 'second' }])).toEqual([
        { outcome: 'repeat' },
        { outcome: 'stale' },
      ]);
      expect(await index.get('ll-hrss:1')).toMatchObject({ eventId: 'first' });
    });

    it('ends with the highest version when one batch holds several of a document', async () => {
      await using index = await factory();
      const versions = [2, 1, 3].map((version) => sample('ll-hrss:1', {}, { version }));
      const outcomes = await index.write(versions);
      expect(outcomes.map(({ outcome }) => outcome)).toEqual(['written', 'stale', 'written']);
      expect(await index.get('ll-hrss:1')).toMatchObject({ version: 3 });
    });

    it.each([
      ['an id of more than 512 bytes', sample(`ll-hrss:${'1'.repeat(512)}`)],
      ['a title of more than 32,766 bytes', sample('ll-hrss:2', { title: '题'.repeat(11_000) })],
      ['no validity', sample('ll-hrss:2', { validities: [] })],
    ])('rejects an entry with %s alone', async (_, bad) => {
      await using index = await factory();
      const outcomes = await writeAndSettle(index, [sample('ll-hrss:1'), bad, sample('ll-hrss:3')]);
      expect(outcomes.map(({ outcome }) => outcome)).toEqual(['written', 'rejected', 'written']);
      expect(outcomes[1]).toHaveProperty('reason', expect.stringMatching(/./));
      expect(await found(index, {})).toEqual(['ll-hrss:1', 'll-hrss:3']);
    });

    it('keeps a withdrawn document as a tombstone that only those who ask for it find', async () => {
      await using index = await indexOf(factory, [sample('ll-hrss:1', { title: '见习补贴' })]);
      const withdrawn = sample('ll-hrss:1', { title: '见习补贴', publication: 'withdrawn' }, { version: 2 });
      await writeAndSettle(index, [withdrawn]);
      expect(await index.get('ll-hrss:1')).toEqual(withdrawn);
      expect(await found(index, { text: '见习' })).toEqual([]);
      expect(await found(index, { text: '见习', includeWithdrawn: true })).toEqual(['ll-hrss:1']);
      expect(await index.write([sample('ll-hrss:1')])).toEqual([{ outcome: 'stale' }]);
    });
  });
}
