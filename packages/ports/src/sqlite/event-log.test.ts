import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, describe, expect, it } from 'vitest';
import { testEventLog } from '../event-log.contract.ts';
import { createSqliteEventLog } from './event-log.ts';

const directory = mkdtempSync(join(tmpdir(), 'gongwen-log-'));
afterAll(() => rmSync(directory, { recursive: true }));
let count = 0;

testEventLog('sqlite', async () => createSqliteEventLog({ path: join(directory, `contract-${count++}.db`) }));

const appendForever = `
import { createSqliteEventLog } from ${JSON.stringify(new URL('./event-log.ts', import.meta.url).href)};
const log = createSqliteEventLog({ path: process.argv[1] });
await log.ensureTopics([{ name: 't', partitions: 1, cleanup: 'delete' }]);
for (;;) {
  const [position] = await log.append('t', [{ key: 'k', value: Buffer.from('x'.repeat(500)) }]);
  process.stdout.write(position.offset + '\\n');
}`;

describe('a sqlite log whose writer is killed', () => {
  it.each([5, 40, 90])(
    'has every acknowledged record after kill -9 at record %i, read by another process',
    async (killAt) => {
      const path = join(directory, `killed-${killAt}.db`);
      const writer: ChildProcess = spawn(process.execPath, [
        '--input-type=module',
        '-e',
        appendForever,
        path,
      ]);
      let acknowledged = -1;
      for await (const line of createInterface({ input: writer.stdout! })) {
        acknowledged = Number(line);
        if (acknowledged === killAt) writer.kill('SIGKILL');
      }
      if (writer.signalCode === null && writer.exitCode === null) await once(writer, 'exit');
      await using log = createSqliteEventLog({ path });
      const offsets: number[] = [];
      const until = await log.ends('t');
      for await (const batch of log.read('t', new Map(), { signal: AbortSignal.timeout(5_000), until })) {
        offsets.push(...batch.map(({ offset }) => offset));
      }
      expect(acknowledged).toBeGreaterThanOrEqual(killAt);
      expect(offsets).toEqual(Array.from({ length: offsets.length }, (_, offset) => offset));
      expect(offsets.length).toBeGreaterThan(acknowledged);
    },
  );

  it('is followed by a second connection while it is written', async () => {
    const path = join(directory, 'shared.db');
    await using writer = createSqliteEventLog({ path });
    await writer.ensureTopics([{ name: 't', partitions: 1, cleanup: 'delete' }]);
    await using reader = createSqliteEventLog({ path });
    const reading = (async () => {
      for await (const batch of reader.read('t', new Map(), { signal: AbortSignal.timeout(5_000) }))
        return batch;
      return [];
    })();
    await writer.append('t', [{ key: 'k', value: Buffer.from('later') }]);
    expect((await reading).map(({ offset }) => offset)).toEqual([0]);
  });
});
