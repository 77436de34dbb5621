import type { Document, LifecycleEntry } from '@gongwen/schemas';
import { describe, expect, it } from 'vitest';
import { given } from './decide/given.ts';
import { dueOn } from './due-dates.ts';

/** Of Shanghai’s region, whose policy knows a review and a report; in force 2026-03-01 to 2031-02-28. */
const rule = (changes: Partial<Document> = {}): Document => ({
  ...given().document,
  regionCode: '310000',
  publishedOn: '2026-02-02',
  effectiveFrom: '2026-03-01',
  effectiveUntil: '2031-02-28',
  ...changes,
});
const entry = (change: LifecycleEntry['change'], effectiveOn: string, version = 2): LifecycleEntry => ({
  change,
  effectiveOn,
  version,
});
const always = ['2000-01-01', '2099-12-31'] as const;
const dueOf = (document: Document, from: string = always[0], to: string = always[1]) =>
  dueOn(document, from, to).map(({ on, kind }) => `${on} ${kind}`);

const whole = [
  '2026-03-01 enters_into_force',
  '2030-08-28 review_due',
  '2030-12-28 report_due',
  '2031-03-01 term_ends',
];

describe('dueOn', () => {
  it('tells a document’s whole life in order of time', () => {
    expect(dueOf(rule())).toEqual(whole);
  });

  it('tells what lies in the span, its first and last day included', () => {
    expect(dueOf(rule(), '2030-08-28', '2030-12-28')).toEqual(whole.slice(1, 3));
    expect(dueOf(rule(), '2030-08-29', '2030-12-27')).toEqual([]);
  });

  it('finds nothing in a span that ends before it begins', () => {
    expect(dueOf(rule(), '2031-12-31', '2026-01-01')).toEqual([]);
  });

  it.each([
    ['2028-02-29', '2027-08-29 review_due', '2028-03-01 term_ends'],
    ['2028-08-31', '2028-02-29 review_due', '2028-09-01 term_ends'],
    ['2026-10-01', '2026-04-01 review_due', '2026-10-02 term_ends'], // National Day: a lapse is not put off
  ])('ends a term until %s on the next calendar day', (effectiveUntil, review, end) => {
    expect(dueOf(rule({ effectiveUntil }))).toEqual(expect.arrayContaining([review, end]));
  });

  it('has the review of a term shorter than six months due on its first day', () => {
    expect(dueOf(rule({ effectiveUntil: '2026-05-31' }))).toEqual([
      '2026-03-01 enters_into_force',
      '2026-03-01 review_due',
      '2026-03-31 report_due',
      '2026-06-01 term_ends',
    ]);
  });

  it('invents no review where no policy is known', () => {
    expect(dueOf(rule({ regionCode: '990100' }))).toEqual([whole[0], whole[3]]);
    expect(dueOn(rule(), ...always, []).map(({ kind }) => kind)).toEqual(['enters_into_force', 'term_ends']);
  });

  it('has no entry into force for a document that takes effect on no day of its own', () => {
    const document = rule();
    delete document.effectiveFrom;
    expect(dueOf(document)).toEqual(whole.slice(1));
  });

  it('finds nothing for a class that is never in force', () => {
    expect(dueOf(rule({ docClass: 'interpretation' }))).toEqual([]);
  });

  describe('of a document that ends', () => {
    it.each(['repealed', 'superseded', 'declared_lapsed'] as const)(
      'has nothing due once it is %s',
      (change) => {
        expect(dueOf(rule({ lifecycle: [entry(change, '2030-01-01')] }))).toEqual(whole.slice(0, 1));
      },
    );

    it('before it takes effect has nothing due at all', () => {
      expect(dueOf(rule({ lifecycle: [entry('repealed', '2026-02-20')] }))).toEqual([]);
      expect(dueOf(rule({ lifecycle: [entry('repealed', '2026-03-01')] }))).toEqual([]);
    });

    it('by decision on the day after its term has no end of the term', () => {
      expect(dueOf(rule({ lifecycle: [entry('repealed', '2031-03-01')] }))).toEqual(whole.slice(0, 3));
    });

    it('keeps the end of its term when the event that records it has come', () => {
      expect(dueOf(rule({ lifecycle: [entry('expired', '2031-03-01')] }))).toEqual(whole);
    });

    it('and is reinstated has its dates again', () => {
      const reinstated = { ...entry('reinstated', '2030-06-01', 3), reverses: 2 };
      expect(dueOf(rule({ lifecycle: [entry('repealed', '2030-01-01'), reinstated] }))).toEqual(whole);
    });
  });

  describe('of a document with a condition', () => {
    const scheduled = entry('end_scheduled', '2029-01-01');

    it('has it end on the day of the condition, and nothing after', () => {
      expect(dueOf(rule({ lifecycle: [scheduled] }))).toEqual([whole[0], '2029-01-01 scheduled_end']);
    });

    it('has no such end once that is cancelled', () => {
      expect(dueOf(rule({ lifecycle: [scheduled, entry('end_cancelled', '2028-12-01', 3)] }))).toEqual(whole);
    });

    it('that comes after the end of the term has only the end of the term', () => {
      expect(dueOf(rule({ lifecycle: [entry('end_scheduled', '2031-06-01')] }))).toEqual(whole);
      expect(dueOf(rule({ lifecycle: [entry('end_scheduled', '2031-03-01')] }))).toEqual(whole);
    });
  });

  describe('of a document to be disclosed', () => {
    const formed = { formedOn: '2026-09-18', effectiveFrom: '2026-12-01' };
    const deadline = '2026-10-22 disclosure_deadline';
    const inAutumn = ['2026-09-01', '2026-11-30'] as const;
    const unpublished = (changes: Partial<Document> = {}) => {
      const document = rule({ ...formed, ...changes });
      delete document.publishedOn;
      return document;
    };

    it('has the deadline while it is not published', () => {
      expect(dueOf(unpublished(), ...inAutumn)).toEqual([deadline]);
    });

    it.each([
      ['2026-10-21', []],
      ['2026-10-22', []],
      ['2026-10-23', [deadline]],
    ])('published on %s: %j', (publishedOn, expected) => {
      expect(dueOf(rule({ ...formed, publishedOn }), ...inAutumn)).toEqual(expected);
    });

    it('has no deadline when it is not for active disclosure', () => {
      expect(dueOf(unpublished({ disclosure: 'on_request' }), ...inAutumn)).toEqual([]);
    });

    it('has no deadline once it is repealed', () => {
      expect(dueOf(unpublished({ lifecycle: [entry('repealed', '2026-10-12')] }), ...inAutumn)).toEqual([]);
    });

    it('needs no data of a year on which the answer does not depend', () => {
      expect(dueOf(unpublished(), '2030-01-01', '2030-12-31')).toEqual(whole.slice(1, 3));
      expect(dueOf(unpublished({ formedOn: '2010-05-04' }), ...inAutumn)).toEqual([]);
      expect(dueOf(unpublished({ formedOn: '2026-12-20' }), '2026-12-01', '2026-12-31')).toEqual([
        whole[0]?.replace('03', '12'),
      ]);
    });

    it('tells when a deadline in the span depends on a year without data', () => {
      expect(() => dueOf(unpublished({ formedOn: '2026-12-20' }), '2026-12-01', '2027-02-28')).toThrow(
        /2027/,
      );
    });
  });
});
