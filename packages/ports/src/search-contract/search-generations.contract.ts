import { describe, expect, it } from 'vitest';
import type { SearchIndex } from '../search-index.ts';
import { type SearchIndexFactory, found, indexOf, sample } from './search-samples.contract.ts';

const old = sample('ll-gov:1', { title: '旧名称' });
const renewed = sample('ll-gov:1', { title: '新名称' });

/** Building an index anew beside the live one. */
export function testSearchGenerations(factory: SearchIndexFactory): void {
  describe('generations', () => {
    it('begin with one live and empty', async () => {
      await using index = await factory();
      const live = await liveOf(index);
      const { generations } = await index.stats();
      expect(generations).toEqual({ [live]: { documents: 0 } });
    });

    it('are filled unseen and seen once promoted', async () => {
      await using index = await indexOf(factory, [old]);
      await index.createGeneration('second');
      expect(await index.write([renewed], 'second')).toEqual([{ outcome: 'written' }]);
      expect(await index.get('ll-gov:1')).toEqual(old);
      expect(await found(index, { text: '新名称' })).toEqual([]);
      await index.promote('second');
      expect(await index.get('ll-gov:1')).toEqual(renewed);
      await expect.poll(() => found(index, { text: '新名称' }), { timeout: 2000 }).toEqual(['ll-gov:1']);
      expect(await found(index, { text: '旧名称' })).toEqual([]);
    });

    it('go back to the one before', async () => {
      await using index = await indexOf(factory, [old]);
      const live = await liveOf(index);
      await index.createGeneration('second');
      await index.promote('second');
      expect(await found(index, {})).toEqual([]);
      await index.promote(live);
      expect(await found(index, {})).toEqual(['ll-gov:1']);
      expect(await index.stats()).toMatchObject({ live });
    });

    it('count their documents, tombstones too', async () => {
      await using index = await indexOf(factory, [old, sample('ll-gov:2', { publication: 'withdrawn' })]);
      const live = await liveOf(index);
      await index.createGeneration('second');
      await index.write([renewed], 'second');
      await expect
        .poll(() => index.stats(), { timeout: 2000 })
        .toEqual({ live, generations: { [live]: { documents: 2 }, second: { documents: 1 } } });
    });

    it('are dropped, but never the live one', async () => {
      await using index = await indexOf(factory, [old]);
      const live = await liveOf(index);
      await index.createGeneration('second');
      await expect(index.dropGeneration(live)).rejects.toThrow(live);
      await index.promote('second');
      await index.dropGeneration(live);
      expect(await index.stats()).toEqual({ live: 'second', generations: { second: { documents: 0 } } });
    });

    it('are made once and must exist', async () => {
      await using index = await factory();
      await index.createGeneration('second');
      await expect(index.createGeneration('second')).rejects.toThrow('second');
      await expect(index.promote('third')).rejects.toThrow('third');
      await expect(index.dropGeneration('third')).rejects.toThrow('third');
      await expect(index.write([old], 'third')).rejects.toThrow('third');
    });
  });
}

async function liveOf(index: SearchIndex): Promise<string> {
  const { live } = await index.stats();
  if (live === undefined) throw new Error('No generation is live');
  return live;
}
