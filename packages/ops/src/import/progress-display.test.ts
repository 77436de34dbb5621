import { describe, expect, it } from 'vitest';
import { createProgressDisplay } from './progress-display.ts';

function display(stream: { isTTY: boolean; columns?: number }, color?: boolean) {
  let time = 0;
  let text = '';
  const shown = createProgressDisplay(
    { ...stream, write: (part) => void (text += part) },
    { now: () => time, ...(color !== undefined && { color }) },
  );
  return {
    at(seconds: number, done: number) {
      time = seconds * 1000;
      shown.update({ phase: 'publishing', done, total: 1000 });
    },
    end: () => shown.end(),
    text: () => text,
  };
}

describe('createProgressDisplay', () => {
  it('draws a bar with rate and time left over itself on a terminal', () => {
    const { at, end, text } = display({ isTTY: true, columns: 120 }, false);
    at(0, 1);
    at(5, 500);
    end();
    expect(text()).toContain(
      `\r${'█'.repeat(12)}${'░'.repeat(12)} 发布 publishing 50% 500/1000 100/s 剩余 5s\x1b[K`,
    );
    expect(text().endsWith('\n')).toBe(true);
  });

  it('redraws ten times a second at most', () => {
    const { at, text } = display({ isTTY: true });
    for (let index = 0; index < 100; index++) at(index / 1000, index);
    expect(text().split('\r')).toHaveLength(2);
  });

  it('colours only where it may', () => {
    const [plain, coloured] = [display({ isTTY: true }, false), display({ isTTY: true })];
    for (const { at } of [plain, coloured]) at(0, 1);
    expect(coloured.text()).toContain('\x1b[32m');
    expect(plain.text()).not.toContain('\x1b[32m');
  });

  it('writes a line every ten seconds elsewhere, without codes', () => {
    const { at, end, text } = display({ isTTY: false });
    for (let second = 0; second <= 25; second++) at(second, second * 10);
    end();
    expect(text()).toBe(
      [
        '发布 publishing 10% 100/1000 10/s 剩余 1m30s',
        '发布 publishing 20% 200/1000 10/s 剩余 1m20s',
        '发布 publishing 25% 250/1000 10/s 剩余 1m15s',
        '',
      ].join('\n'),
    );
  });

  it('shows megabytes while reading', () => {
    let text = '';
    let time = 0;
    const shown = createProgressDisplay({ write: (part) => void (text += part) }, { now: () => time });
    shown.update({ phase: 'reading', done: 0, total: 4_000_000 });
    time = 10_000;
    shown.update({ phase: 'reading', done: 2_000_000, total: 4_000_000 });
    expect(text).toBe('读取 reading 50% 2.0/4.0 MB 0.2 MB/s 剩余 10s\n');
  });
});
