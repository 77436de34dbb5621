import { type EventLog, topicDefinitions } from '@gongwen/ports';
import {
  createMemoryEventLog,
  createMemoryObjectStore,
  createMemorySearchIndex,
} from '@gongwen/ports/memory';
import type { Document, DocumentEvent } from '@gongwen/schemas';
import { type View, createView } from '@gongwen/service-kit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appendEvents, eventIdOf, publishedEvent } from './published-event.ts';
import { trace } from './trace.ts';

const decision = { title: '关于废止部分规章的决定', documentId: 'll-hrss:2026-9' };
const lifecycle: Document['lifecycle'] = [
  { change: 'amended', version: 2, effectiveOn: '2015-07-01', decision: { title: '关于修改的决定' } },
  { change: 'repealed', version: 3, effectiveOn: '2024-01-01', decision },
];
let log: EventLog;
let view: View;

beforeAll(async () => {
  log = createMemoryEventLog();
  await log.ensureTopics(topicDefinitions(1));
  await appendEvents(
    log,
    event(1, 'published', {}),
    event(2, 'amended', { kind: 'amendment', effectiveOn: '2015-07-01', note: '改' }),
    event(3, 'repealed', { decision, effectiveOn: '2024-01-01' }),
  );
  view = createView({ path: ':memory:', log });
  await view.ready;
});

afterAll(async () => {
  await view[Symbol.asyncDispose]();
  await log[Symbol.asyncDispose]();
});

function event(version: number, type: string, change: object): DocumentEvent {
  const published = publishedEvent(1, version, eventIdOf(1, version));
  const document: Document = {
    ...published.data.document,
    title: '临澜市供水管理办法',
    documentNumber: { raw: '临政发[2010]3号', canonical: '临政发〔2010〕3号' },
    effectiveFrom: '2010-03-01',
    lifecycle: lifecycle.slice(0, version - 1),
  };
  const data = { version, document, change };
  return { ...published, type: `cn.gongwen.document.${type}.v1`, data } as DocumentEvent; // the fold checks it
}

const ask = (name: string, on: string) =>
  trace(
    {
      log,
      view,
      store: createMemoryObjectStore(),
      index: createMemorySearchIndex(),
      [Symbol.asyncDispose]: async () => undefined,
    },
    name,
    on,
  );

describe('trace', () => {
  it.each([
    ['2010-02-28', 'not_yet_effective', 1],
    ['2010-03-01', 'in_force', 1],
    ['2015-07-01', 'in_force_amended', 3],
    ['2023-12-31', 'in_force_amended', 3],
    ['2024-01-01', 'repealed', 3],
  ])('tells of %s: %s, text of version %i', async (on, validity, text) => {
    expect(await ask('ll-hrss:2026-1', on)).toMatchObject([{ on, validity, text: { version: text } }]);
  });

  it('tells by whose decision the validity changed, and where each stage stands', async () => {
    const [found] = await ask('ll-hrss:2026-1', '2026-11-25');
    expect(found?.periods.at(-1)).toMatchObject({ from: '2024-01-01', because: [{ decision }] });
    expect(found?.events.map(({ archived }) => archived)).toEqual([false, false, false]);
  });

  it.each(['临政发（2010）003号', '《临澜市供水管理办法》'])('finds %s', async (name) => {
    expect(await ask(name, '2026-11-25')).toHaveLength(1);
  });

  it('finds nothing for what nobody published', async () => {
    expect(await ask('临政发〔1999〕1号', '2026-11-25')).toEqual([]);
  });
});
