import { describe, expect, it } from 'vitest';
import { checkFileType } from './check-file-type.ts';

/** The first bytes of an archive with one stored file. */
function archive(name: string): Uint8Array {
  const header = Buffer.alloc(30);
  header.write('PK\u0003\u0004', 'latin1');
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, Buffer.from(name), Buffer.alloc(64)]);
}

const ofd = archive('OFD.xml');
const pdf = Buffer.from('%PDF-1.7\n');

describe('OFD original', () => {
  it('is taken: an archive, as GB/T 33190 has it', async () => {
    await expect(checkFileType(ofd, 'application/ofd')).resolves.toBeUndefined();
  });

  it.each([
    ['a PDF that is called OFD', pdf, 'application/ofd'],
    ['an OFD that is called PDF', ofd, 'application/pdf'],
    ['text that is called OFD', Buffer.from('临澜市人民政府文件'), 'application/ofd'],
  ])('is not %s', async (_what, head, mediaType) => {
    await expect(checkFileType(head, mediaType)).rejects.toMatchObject({ code: 'FILE_TYPE_MISMATCH' });
  });
});
