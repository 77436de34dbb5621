import { describe, expect, it } from 'vitest';
import { type SearchIndexFactory, sample } from './search-samples.contract.ts';

const entries = ['ll-gov:b', 'll-gov:a', 'll-edu:Z', 'll-gov:a.1', 'll-gov:10', 'll-gov:9'].map((id) =>
  sample(id),
);
const listed = entries
  .map(({ document: { documentId }, version, eventId }) => ({ documentId, version, eventId }))
  .toSorted((a, b) => (a.documentId < b.documentId ? -1 : 1));

/** What a generation holds, entry by entry. */
export function testSearchListing(factory: SearchIndexFactory): void {
  describe('a listing', () => {
    it('has every entry at once, by id, tombstones too', async () => {
      await using index = await factory();
      await index.write(entries);
      await index.write([sample('ll-gov:b', { publication: 'withdrawn' }, { version: 2 })]);
      const { entries: found, next } = await index.list();
      expect(found.filter(({ version }) => version === 1)).toEqual(
        listed.filter(({ documentId }) => documentId !== 'll-gov:b'),
      );
      expect(found.at(-1)).toEqual({ documentId: 'll-gov:b', version: 2, eventId: 'll-gov:b@2' });
      expect(next).toBeUndefined();
    });

    it('goes on page by page, to the last entry', async () => {
      await using index = await factory();
      await index.write(entries);
      const first = await index.list({ limit: 4 });
      const second = await index.list({ limit: 4, after: first.next ?? '' });
      expect([...first.entries, ...second.entries]).toEqual(listed);
      expect(second.next).toBeUndefined();
      const whole = await index.list({ limit: 6 });
      expect(whole.next).toBeUndefined();
    });

    it('is of the generation asked for', async () => {
      await using index = await factory();
      await index.write(entries);
      await index.createGeneration('second');
      await index.write(entries.slice(0, 1), 'second');
      expect((await index.list({ generation: 'second' })).entries).toEqual([
        { documentId: 'll-gov:b', version: 1, eventId: 'll-gov:b@1' },
      ]);
      await expect(index.list({ generation: 'third' })).rejects.toThrow('third');
    });

    it('of an empty index is empty', async () => {
      await using index = await factory();
      expect(await index.list()).toEqual({ entries: [] });
    });
  });
}
