import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { errorsPage } from '../scripts/errors-page.ts';
import { type ErrorDefinition, errorTable, isErrorCode, isRetryable } from './error-table.ts';

const page = readFileSync(new URL('../../../docs/errors.md', import.meta.url), 'utf8');
const table = Object.entries<ErrorDefinition>(errorTable);

describe('docs/errors.md', () => {
  it('is freshly written', async () => {
    expect(page, 'run packages/schemas/scripts/write-errors-page.ts').toBe(await errorsPage());
  });

  it('has every code of the table and no other', () => {
    const codes = page.match(/(?<=^### )\w+$/gm) ?? [];
    expect(codes.toSorted()).toEqual(Object.keys(errorTable).toSorted());
  });

  it.each(table)('says of %s what the table says', (code, definition) => {
    const section = page.split(`### ${code}\n`)[1]?.split('\n#')[0] ?? '';
    expect(section).toContain(`HTTP ${definition.status} · `);
    expect(section.includes('不可原样重发 not retryable')).toBe(
      !isRetryable(code as keyof typeof errorTable),
    );
    expect(plain(section)).toContain(
      plain(
        `- 原因：${definition.zh}\n- 处理：${definition.hintZh}\n- Cause: ${definition.en}\n- Fix: ${definition.hintEn}`,
      ),
    );
  });
});

describe('error table', () => {
  it.each(table)('%s has texts, a 4xx or 5xx status and one class that goes with it', (_code, definition) => {
    for (const text of [definition.zh, definition.hintZh]) expect(text).toMatch(/\p{Script=Han}/u);
    for (const text of [definition.en, definition.hintEn]) expect(text).toMatch(/^[A-Z1-9].*\.$/);
    expect(definition.status).toBeGreaterThanOrEqual(400);
    const isServerSide = ['wait_and_repeat', 'unknown_outcome', 'our_bug'].includes(definition.class);
    if (definition.status >= 500) expect(isServerSide).toBe(true);
    expect(definition.class).toMatch(
      /^(fix_request|someone_else_changed_it|not_allowed|wait_and_repeat|unknown_outcome|our_bug)$/,
    );
  });

  it('knows its own codes only, not what every object inherits', () => {
    expect(isErrorCode('VERSION_CONFLICT')).toBe(true);
    expect(isErrorCode('toString')).toBe(false);
  });

  it('calls exactly those codes retryable whose class says so', () => {
    expect(isRetryable('OUTCOME_UNKNOWN')).toBe(true);
    expect(isRetryable('RATE_LIMITED')).toBe(true);
    expect(isRetryable('VERSION_CONFLICT')).toBe(false);
  });
});

/** Markdown escapes a few characters. */
function plain(text: string): string {
  return text.replaceAll('\\', '').replaceAll(/\s+/g, ' ');
}
