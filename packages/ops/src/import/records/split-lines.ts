/** A line’s bytes; of one that is too long, its beginning. */
export interface Line {
  readonly bytes: Buffer;
  readonly isCut: boolean;
}

const lineFeed = 0x0a;

/** Splits a stream of bytes at line feeds; a longer line is not held in memory to find out. */
export async function* splitLines(chunks: AsyncIterable<Buffer>, maximumBytes: number): AsyncGenerator<Line> {
  let parts: Buffer[] = [];
  let length = 0;
  const take = () => {
    const bytes = Buffer.concat(parts);
    const isCut = length > maximumBytes;
    [parts, length] = [[], 0];
    return { bytes: isCut ? bytes.subarray(0, maximumBytes) : bytes, isCut };
  };
  for await (const chunk of chunks) {
    let start = 0;
    for (let end; (end = chunk.indexOf(lineFeed, start)) !== -1; start = end + 1) {
      if (length <= maximumBytes) parts.push(chunk.subarray(start, end));
      length += end - start;
      yield take();
    }
    if (length <= maximumBytes) parts.push(chunk.subarray(start));
    length += chunk.length - start;
  }
  if (length > 0) yield take();
}
