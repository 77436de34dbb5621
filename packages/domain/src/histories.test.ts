import { isDocumentEvent } from '@gongwen/schemas';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { context, content, documentId, eventOf } from './decide/given.ts';
import { decide } from './decide/decide.ts';
import type { Command } from './decide/decision.ts';
import { type DocumentHead, evolve } from './evolve.ts';
import { addDays } from './local-date.ts';
import { isEnded, validityOn } from './validity-on.ts';

/** A command some days after the one before; `behind` says by how many versions its author is out of date. */
interface Step {
  wait: number;
  behind: number;
  name: Command['name'];
  body: object;
}

const day = fc.integer({ min: -20, max: 120 }).map((days) => addDays('2026-06-15', days));
const changes = fc.record(
  {
    title: fc.constantFrom('甲办法', '乙办法'),
    effectiveFrom: day,
    effectiveUntil: day,
    docClass: fc.constantFrom('normative_document', 'interpretation'),
    disclosure: fc.constantFrom('active', 'none'),
    body: fc.constantFrom({ text: '第一条 甲。' }, { text: '第一条 乙。' }),
    provenance: fc.constantFrom(
      { sources: [], gaps: [], statedValidity: { state: 'ended' } },
      { sources: [], gaps: ['validity'] },
    ),
  },
  { requiredKeys: [] },
);
const clear = fc.subarray(['effectiveUntil', 'effectiveFrom', 'attachments', 'provenance', 'issuers']);
const edit = { changes, clear };
const decision = { title: '清理结果的决定' };
const bodies = {
  publish: fc.record({
    documentId: fc.constant(documentId),
    document: changes.map((some) => ({ ...content, ...some })),
  }),
  amend: fc.record({ ...edit, kind: fc.constant('amendment'), effectiveOn: day, note: fc.constant('改') }),
  correct: fc.record({ ...edit, note: fc.constant('误'), gazetteCorrected: fc.boolean() }),
  repeal: fc.record({ decision: fc.constant(decision), effectiveOn: day }),
  expire: fc.record({ cause: fc.constantFrom('term', 'declared'), effectiveOn: day }),
  supersede: fc.record({ by: fc.constant({ title: '新办法' }), effectiveOn: day }),
  partiallyEnd: fc.record({
    decision: fc.constant(decision),
    articles: fc.constant(['第七条']),
    effectiveOn: day,
  }),
  scheduleEnd: fc.record({ action: fc.constantFrom('schedule', 'cancel'), dueOn: day }),
  renew: fc.record({ effectiveOn: day, effectiveUntil: day }),
  reinstate: fc.record(
    {
      reverses: fc.integer({ min: 1, max: 9 }),
      basis: fc.constant('review'),
      authority: fc.constant('备案审查'),
      effectiveOn: day,
      effectiveUntil: day,
    },
    { requiredKeys: ['reverses', 'basis', 'authority', 'effectiveOn'] },
  ),
  setLinks: fc.constantFrom({ links: [] }, { links: [{ type: 'based_on', target: { title: '上位法' } }] }),
  changeDisclosure: fc.record({ to: fc.constantFrom('active', 'on_request'), basis: fc.constant('审查') }),
  transfer: fc.record({ to: fc.constantFrom('ll-hrss', 'll-civil'), basis: fc.constant('机构改革') }),
  withdraw: fc.constant({ reasonCode: 'erroneous', publicReason: '内容有误', authorizer: '信息公开科' }),
  restore: fc.oneof(
    fc.constant({ reason: '无误', authorizer: '信息公开科' }),
    fc.record({ reason: fc.constant('已更正'), authorizer: fc.constant('信息公开科'), ...edit }),
  ),
};
const steps: fc.Arbitrary<Step>[] = Object.entries(bodies).map(([name, body]) =>
  fc.record({
    wait: fc.nat(20),
    behind: fc.constantFrom(0, 0, 0, 0, 0, 1),
    name: fc.constant(name as Command['name']),
    body: body as fc.Arbitrary<object>,
  }),
);
const histories = fc.array(fc.oneof(...steps), { minLength: 4, maxLength: 16 });

const counted = { accepted: 0, restored: 0, ended: 0, reinstated: 0 };

describe('10 000 histories', () => {
  it('keep versions 1..n, schemas, ended states and withheld texts', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(histories, (history) => replay(history)),
      { numRuns: 10_000, seed: 20_260_615 },
    );
    // the histories reach what they are about
    expect(counted.accepted).toBeGreaterThan(20_000);
    expect(counted.restored).toBeGreaterThan(300);
    expect(counted.ended).toBeGreaterThan(1_000);
    expect(counted.reinstated).toBeGreaterThan(100);
  });
});

function replay(history: readonly Step[]) {
  let [head, today]: [DocumentHead | undefined, string] = [undefined, context.today];
  const admitted: number[] = [];
  const first: Step = { wait: 0, behind: 0, name: 'publish', body: { documentId, document: content } };
  for (const step of [first, ...history]) {
    today = addDays(today, step.wait);
    const before: DocumentHead | undefined = head;
    const outcome = decide(before, toCommand(step, before), { ...context, today });
    if (outcome.outcome === 'rejected') continue;
    const event = eventOf(before, outcome.change);
    if (!isDocumentEvent(event)) throw new Error(`an event that fits no schema: ${JSON.stringify(event)}`);
    head = evolve(before, event);
    admitted.push(event.data.version);
    expectText(before, head, step);
    if (step.name === 'reinstate') counted.reinstated++;
    else expectEnd(before, head, today);
  }
  counted.accepted += admitted.length;
  expect(admitted).toEqual(admitted.map((_, index) => index + 1));
  expect(head?.version).toBe(admitted.length);
}

function toCommand({ name, body, behind }: Step, head: DocumentHead | undefined): Command {
  const expectedVersion = (head?.version ?? 0) - behind;
  return {
    name,
    documentId,
    body: { ...body, ...(name !== 'publish' && { expectedVersion }) },
  } as unknown as Command;
}

/** I12: what was withdrawn is gone until it is restored, and comes back as it was. */
function expectText(before: DocumentHead | undefined, head: DocumentHead | undefined, step: Step) {
  const document = head?.document;
  if (document?.publication.state === 'withdrawn') {
    for (const field of ['body', 'renditions', 'attachments']) expect(document).not.toHaveProperty(field);
    expect(head?.withheld?.body).toBeDefined();
  } else expect(head).not.toHaveProperty('withheld');
  if (step.name !== 'restore' || 'changes' in step.body) return;
  counted.restored++;
  const { publication: _1, textVersion: _2, department: _3, ...restored } = document!;
  const { publication: _4, textVersion: _5, department: _6, ...withheld } = before!.withheld!;
  expect(restored).toEqual(withheld);
}

/** I12: no command leads out of an ended state; only a reinstatement would. */
function expectEnd(before: DocumentHead | undefined, head: DocumentHead | undefined, today: string) {
  if (!hasEnded(before, today)) return;
  counted.ended++;
  expect(hasEnded(head, today), 'an ended document came back').toBe(true);
}

function hasEnded(head: DocumentHead | undefined, today: string): boolean {
  return head !== undefined && isEnded(validityOn(head.document, today));
}
