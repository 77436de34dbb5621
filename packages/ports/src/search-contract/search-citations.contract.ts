import { describe, expect, it } from 'vitest';
import {
  type SearchIndexFactory,
  found,
  indexOf,
  sample,
  writeAndSettle,
} from './search-samples.contract.ts';

const documents = [
  sample('ll-gov:1', { citationKeys: ['id:ll-gov:1', 'number:临政发〔2025〕4号'] }),
  sample('ll-gov:2', { citedKeys: ['number:临政发〔2025〕4号', 'id:ll-gov:9'] }),
  sample('ll-gov:3', { citedKeys: ['id:ll-gov:1'], citationKeys: ['id:ll-gov:3'] }),
  sample('ll-gov:4', { citedKeys: ['number:临政发〔2025〕41号'] }),
];

/** Who cites whom, by keys. */
export function testSearchCitations(factory: SearchIndexFactory): void {
  describe('citations', () => {
    it.each([
      [
        ['id:ll-gov:1', 'number:临政发〔2025〕4号'],
        ['ll-gov:2', 'll-gov:3'],
      ],
      [['id:ll-gov:9'], ['ll-gov:2']],
      [['number:临政发〔2025〕4'], []],
      [['ID:LL-GOV:1'], []],
      [[], []],
    ])('of the keys %j are in %j', async (citing, expected) => {
      await using index = await indexOf(factory, documents);
      expect(await found(index, { citing })).toEqual(expected);
    });

    it.each([
      [['number:临政发〔2025〕4号'], ['ll-gov:1']],
      [
        ['id:ll-gov:3', 'id:ll-gov:1'],
        ['ll-gov:1', 'll-gov:3'],
      ],
      [['id:ll-gov:9'], []],
      [[], []],
    ])('as the keys %j are of %j', async (citedAs, expected) => {
      await using index = await indexOf(factory, documents);
      expect(await found(index, { citedAs })).toEqual(expected);
    });

    it('are asked for together with everything else', async () => {
      await using index = await indexOf(factory, documents);
      expect(await found(index, { citing: ['id:ll-gov:1'], citedAs: ['id:ll-gov:3'] })).toEqual(['ll-gov:3']);
      expect(await found(index, { citing: ['id:ll-gov:1'], text: '标题', department: 'll-fin' })).toEqual([]);
    });

    it('of five thousand documents are each found, by a thousand keys at once', async () => {
      const citedKeys = Array.from({ length: 5_000 }, (_, at) => `id:ll-gov:old-${at}`);
      await using index = await indexOf(factory, [sample('ll-gov:clean-up', { citedKeys })]);
      const others = Array.from({ length: 999 }, (_, at) => `id:ll-gov:other-${at}`);
      expect(await found(index, { citing: [...others, 'id:ll-gov:old-4999'] })).toEqual(['ll-gov:clean-up']);
      expect(await found(index, { citing: others })).toEqual([]);
    });

    it('hold for the newest version only', async () => {
      await using index = await indexOf(factory, documents);
      await writeAndSettle(index, [sample('ll-gov:2', { citedKeys: ['id:ll-gov:3'] }, { version: 2 })]);
      expect(await found(index, { citing: ['id:ll-gov:9'] })).toEqual([]);
      expect(await found(index, { citing: ['id:ll-gov:3'] })).toEqual(['ll-gov:2']);
    });
  });
}
