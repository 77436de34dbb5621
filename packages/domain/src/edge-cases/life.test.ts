import { type DocumentEvent, isCorrectCommand } from '@gongwen/schemas';
import { describe, expect, it } from 'vitest';
import { decide } from '../decide/decide.ts';
import { applied, content, context, decision, documentId, eventOf, given, when } from '../decide/given.ts';
import { type DocumentHead, evolve } from '../evolve.ts';
import { nextDueDay } from '../next-due-day.ts';
import { validityOn, validitySpans } from '../validity-on.ts';

const withdrawal = { reasonCode: 'erroneous', publicReason: '内容有误', authorizer: '信息公开科' } as const;
const restoration = { reason: '已更正', authorizer: '信息公开科' };

describe('尚未施行 document repealed before taking effect', () => {
  const head = given({ effectiveFrom: '2027-01-01' });
  const { document } = applied(head, when(head, 'repeal', { decision, effectiveOn: '2026-07-01' }));

  it('was never in force on any day', () => {
    expect(validitySpans(document)).toEqual([
      { validity: 'not_yet_effective', until: '2026-07-01' },
      { validity: 'repealed', from: '2026-07-01' },
    ]);
  });

  it('has no term any more that could end', () => {
    expect(nextDueDay(document)).toBeUndefined();
  });
});

describe('conditional lapse', () => {
  const schedule = {
    action: 'schedule',
    dueOn: '2027-01-01',
    condition: '未修订的，失效',
    decision,
  } as const;
  const head = applied(given(), when(given(), 'scheduleEnd', schedule));
  const amendment = {
    changes: { body: { text: '第一条 修订。' } },
    kind: 'revision',
    note: '按要求修订',
    effectiveOn: '2026-12-01',
  } as const;

  it('met although the document was amended: only its department knows whether that was what was asked', () => {
    const { document } = applied(head, when(head, 'amend', amendment));
    expect(validityOn(document, '2026-12-31')).toBe('in_force_amended');
    expect(validityOn(document, '2027-01-01')).toBe('declared_lapsed');
  });

  it('not met when the department cancels it with the revision', () => {
    const amended = applied(head, when(head, 'amend', amendment));
    const cancel = { action: 'cancel', dueOn: '2027-01-01' } as const;
    const { document } = applied(amended, when(amended, 'scheduleEnd', cancel));
    expect(validityOn(document, '2027-01-01')).toBe('in_force_amended');
  });
});

describe('withdrawn then republished', () => {
  const withdrawn = applied(given(), when(given(), 'withdraw', withdrawal));

  it('was in force all the time: a withdrawal is of the page, not of the law', () => {
    const restored = applied(withdrawn, when(withdrawn, 'restore', restoration));
    for (const { document } of [withdrawn, restored])
      expect(validityOn(document, context.today)).toBe('in_force');
    expect(restored.document.lifecycle).toEqual([]);
  });

  it('passes the reviews anew', () => {
    const command = {
      name: 'restore',
      documentId,
      body: { ...restoration, expectedVersion: withdrawn.version },
    } as const;
    expect(decide(withdrawn, command, { ...context, gates: [{ gates: ['secrecyReview'] }] })).toMatchObject({
      code: 'GATE_NOT_PASSED',
    });
  });

  it('is not published a second time under its id instead', () => {
    const body = { documentId, document: content };
    expect(decide(withdrawn, { name: 'publish', documentId, body }, context)).toMatchObject({
      code: 'VERSION_CONFLICT',
    });
  });
});

describe('corrected after gazette', () => {
  const correction = { changes: { body: { text: '第一条 更正。' } }, note: '排版漏字' };

  it.each([true, false])(
    'says whether the gazette, whose text is the standard one, was corrected too: %s',
    (is) => {
      const outcome = when(given(), 'correct', { ...correction, gazetteCorrected: is });
      expect(outcome).toMatchObject({
        change: {
          change: { note: '排版漏字', gazetteCorrected: is },
          document: { textVersion: 2, lifecycle: [] },
        },
      });
      expect(validityOn(applied(given(), outcome).document, context.today)).toBe('in_force'); // not “amended”
    },
  );

  it('cannot leave it open', () => {
    expect(isCorrectCommand({ ...correction, expectedVersion: 1 })).toBe(false);
    expect(isCorrectCommand({ ...correction, expectedVersion: 1, gazetteCorrected: false })).toBe(true);
  });
});

describe('future version already adopted', () => {
  const future = {
    changes: { body: { text: '第一条 2027年的文本。' } },
    kind: 'revision',
    note: '修订',
    effectiveOn: '2027-01-01',
    decision,
  } as const;
  const head = applied(given(), when(given(), 'amend', future));

  it('is “amended” only from its day on', () => {
    expect(validityOn(head.document, '2026-12-31')).toBe('in_force');
    expect(validityOn(head.document, '2027-01-01')).toBe('in_force_amended');
  });

  it('never comes when the document is repealed before it', () => {
    const { document } = applied(head, when(head, 'repeal', { decision, effectiveOn: '2026-09-01' }));
    expect(validityOn(document, '2027-01-01')).toBe('repealed');
  });

  it('is refused when the document is known to end before it', () => {
    const repealed = applied(given(), when(given(), 'repeal', { decision, effectiveOn: '2026-09-01' }));
    expect(when(repealed, 'amend', future)).toMatchObject({
      code: 'ILLEGAL_TRANSITION',
      validity: 'repealed',
    });
  });
});

describe('PDF-only body', () => {
  const { body: _, ...fileOnly } = content;
  const pdf = { sha256: '3c'.repeat(32), bytes: 9_000, mediaType: 'application/pdf', filename: '办法.pdf' };
  const publish = (role: 'original' | 'pdf') => {
    const document = { ...fileOnly, renditions: [{ role, file: pdf }] };
    return decide(undefined, { name: 'publish', documentId, body: { documentId, document } }, context);
  };

  it('is a document: the file is its text', () => {
    expect(publish('original').outcome).toBe('accepted');
  });

  it('is none when the file is only a copy of an original that is not there', () => {
    expect(publish('pdf')).toMatchObject({
      code: 'MANDATORY_FIELD_MISSING',
      issues: [{ pointer: '/document/body' }],
    });
  });

  it('is withdrawn with its file, and comes back with it', () => {
    const head = applied(undefined, publish('original'));
    const withdrawn = applied(head, when(head, 'withdraw', withdrawal));
    expect(withdrawn.document).not.toHaveProperty('renditions');
    const { document } = applied(withdrawn, when(withdrawn, 'restore', restoration));
    expect(document.renditions).toEqual(head.document.renditions);
  });
});

describe('duplicate delivery and out-of-order amend/repeal', () => {
  const first = given();
  const amendment = { changes: {}, kind: 'amendment', note: '改', effectiveOn: '2026-03-01' } as const;
  const repeal = { decision, effectiveOn: '2026-06-01' };
  const amended = eventFor(first, when(first, 'amend', amendment));
  const repealed = eventFor(first, when(first, 'repeal', repeal));

  it('counts an event once, however often it is delivered', () => {
    const head = folded(first, amended, amended);
    expect(head.version).toBe(2);
    expect(head.document.lifecycle).toHaveLength(1);
    expect(folded(first, repealed, repealed, repealed).document.lifecycle).toHaveLength(1);
  });

  it('lets the first of two that were decided at once win, and voids the other', () => {
    expect(validityOn(folded(first, repealed, amended).document, context.today)).toBe('repealed');
    expect(validityOn(folded(first, amended, repealed).document, context.today)).toBe('in_force_amended');
  });

  it('takes a repeal of June after an amendment of March, told in that order', () => {
    const head = folded(first, amended);
    const { document } = applied(head, when(head, 'repeal', repeal));
    expect(validityOn(document, '2026-05-31')).toBe('in_force_amended');
    expect(validityOn(document, '2026-06-01')).toBe('repealed');
  });

  it('refuses an amendment that is told after the repeal, though it is dated before', () => {
    expect(when(folded(first, repealed), 'amend', amendment)).toMatchObject({
      code: 'ILLEGAL_TRANSITION',
      validity: 'repealed',
    });
  });
});

function eventFor(head: DocumentHead, outcome: ReturnType<typeof when>): DocumentEvent {
  if (outcome.outcome === 'rejected') throw new Error(outcome.code);
  return eventOf(head, outcome.change);
}

/** As a fold does it: what is not admitted changes nothing. */
function folded(head: DocumentHead, ...events: DocumentEvent[]): DocumentHead {
  return events.reduce((before, event) => evolve(before, event) ?? before, head);
}
