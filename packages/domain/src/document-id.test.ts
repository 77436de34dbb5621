import { isPublishCommand } from '@gongwen/schemas';
import { describe, expect, it } from 'vitest';
import { parseDocumentId } from './document-id.ts';

const good = [
  'll-gov:1',
  'll-hrss:2025-00017',
  'a:Z',
  'a1-2b:x.y_z-0',
  `${'d'.repeat(32)}:${'l'.repeat(128)}`,
];
// prettier-ignore
const bad = [
  '', 'll-gov', 'll-gov:', ':1', 'LL:1', '1l:1', 'll-:1', 'll--gov:1', '-ll:1', 'll_gov:1', 'll-gov:.hidden', 'll-gov:-1',
  'll-gov:../x', 'll-gov:a/b', 'll-gov:a b', 'll-gov:一', 'll-gov：1', 'ｌｌ:1', 'll-gov:1\n', 'll-gov:1:2', ' ll:1',
  `${'d'.repeat(33)}:1`, `ll:${'l'.repeat(129)}`,
];

describe('parseDocumentId', () => {
  it.each(good)('reads %s', (text) => {
    const parts = parseDocumentId(text);
    expect(`${parts?.department}:${parts?.localId}`).toBe(text);
  });

  it.each(bad)('refuses %j', (text) => {
    expect(parseDocumentId(text)).toBeUndefined();
  });

  it('judges as the schema does', () => {
    const document = { docClass: 'qa_entry', title: '问', disclosure: 'active' };
    for (const text of [...good, ...bad]) {
      expect(isPublishCommand({ documentId: text, document }), text).toBe(
        parseDocumentId(text) !== undefined,
      );
    }
  });

  it('takes no long time over a long text', () => {
    const start = performance.now();
    parseDocumentId(`${'a-'.repeat(200_000)}!`);
    expect(performance.now() - start).toBeLessThan(100);
  });
});
