import { type Document, type Relation, isPublishCommand, isSetLinksCommand } from '@gongwen/schemas';
import { describe, expect, it } from 'vitest';
import { citationKeysOf } from '../citation-keys.ts';
import { derivedCommand, isDoneBy, referenceTo } from '../decision-targets.ts';
import { decide } from '../decide/decide.ts';
import { applied, context, given, when } from '../decide/given.ts';
import type { DocumentHead } from '../evolve.ts';
import { matchReference } from '../match-reference.ts';
import { validityOn } from '../validity-on.ts';

const title = '关于公布规范性文件清理结果的决定';
const decisionOf = (localId: string, issuer: string): Document => ({
  ...given().document,
  documentId: `ll-gov:${localId}`,
  docClass: 'lifecycle_decision',
  title,
  issuers: [{ name: issuer }],
  issuedOn: '2026-05-20',
  documentNumber: { raw: `临决〔2026〕${localId}号` },
});
const ofGovernment = decisionOf('1', '临澜市人民政府');
const ofCongress = decisionOf('2', '临澜市人民代表大会常务委员会');
const repeals = (target: Relation['target']): Relation => ({ type: 'repeals', target });

function carriedOut(decision: Document, relation: Relation, head: DocumentHead): DocumentHead {
  const command = derivedCommand(decision, relation, head);
  if (!command) throw new Error('nothing to do');
  return applied(head, decide(head, command, context));
}

describe('same decision title, two bodies', () => {
  it('is cited in what each ends by its own id, number and body', () => {
    const { document } = carriedOut(ofCongress, repeals({ documentId: given().documentId }), given());
    expect(document.lifecycle[0]?.decision).toEqual({
      documentId: 'll-gov:2',
      title,
      number: '临决〔2026〕2号',
      issuer: '临澜市人民代表大会常务委员会',
      issuedOn: '2026-05-20',
    });
  });

  it('is one decision by its body, and never a guess without it', () => {
    const meant = (issuer?: string) =>
      matchReference(
        { title, issuedOn: '2026-05-20', ...(issuer !== undefined && { issuer }) },
        { citing: given().document, citedAs: () => [ofGovernment, ofCongress] },
      );
    expect(meant('临澜市人民政府')).toEqual({ outcome: 'one', document: ofGovernment });
    expect(meant()).toMatchObject({ outcome: 'several' });
  });

  it('leaves the one without merit for what the other has ended', () => {
    const { issuer, issuedOn } = { issuer: '临澜市人民政府', issuedOn: '2026-05-20' };
    const repealed = when(given(), 'repeal', {
      decision: { title, issuer, issuedOn },
      effectiveOn: issuedOn,
    });
    const { document } = applied(given(), repealed);
    const relation = repeals({ documentId: given().documentId });
    expect(isDoneBy(ofGovernment, relation, document)).toBe(true);
    expect(isDoneBy(ofCongress, relation, document)).toBe(false);
  });
});

describe('retitled instrument', () => {
  const title2026 = '临澜市青年就业见习条例';
  const amended = (changes: object) =>
    applied(
      given(),
      when(given(), 'amend', { changes, kind: 'amendment', effectiveOn: '2026-07-01', note: '改名' }),
    ).document;

  it('may be cited by the title and the 文号 that it had before the amendment', () => {
    const document = amended({ title: title2026, documentNumber: { raw: '临人社发〔2026〕3号' } });
    expect(document).toMatchObject({
      title: title2026,
      formerTitles: ['临澜市青年就业见习管理办法'],
      formerNumbers: ['临人社发[2025]17号'],
    });
    for (const reference of [
      { title: '《临澜市青年就业见习管理办法》' },
      { number: '临人社发〔2025〕17号' },
    ]) {
      const match = matchReference(reference, {
        citing: { ...ofGovernment, issuedOn: '2027-01-04' },
        citedAs: (key) => (citationKeysOf(document).includes(key) ? [document] : []),
      });
      expect(match).toEqual({ outcome: 'one', document });
    }
  });

  it('keeps the list that its department sends', () => {
    const formerTitles = ['临澜市见习办法', '临澜市青年就业见习管理办法'];
    expect(amended({ title: title2026, formerTitles }).formerTitles).toEqual(formerTitles);
  });

  it('has no former title where only our copy was wrong', () => {
    const body = { changes: { title: title2026 }, note: '标题有误', gazetteCorrected: false };
    const { document } = applied(given(), when(given(), 'correct', body));
    expect(document).not.toHaveProperty('formerTitles');
  });
});

describe('carrier with 3 instruments', () => {
  const head = given({
    title: '关于印发临澜市政务云管理细则等三个文件的通知',
    instruments: ['临澜市政务云管理细则', '临澜市数据共享细则', '临澜市网络安全细则'].map((one) => ({
      title: one,
    })),
  });

  it.each([
    ['repeals', '《临澜市数据共享细则》'],
    ['declares_lapsed', '临澜市数据共享细则'],
    ['supersedes', '临澜市数据共享细则'],
  ] as const)('loses the one that a decision %s, and the others stay in force', (type, one) => {
    const { document } = carriedOut(ofGovernment, { type, target: { title: one } }, head);
    expect(validityOn(document, context.today)).toBe('partially_ended');
    expect(document.lifecycle).toMatchObject([
      { change: 'partially_ended', articles: ['临澜市数据共享细则'], decision: referenceTo(ofGovernment) },
    ]);
    expect(isDoneBy(ofGovernment, { type, target: { title: one } }, document)).toBe(true);
  });

  it.each([
    { title: head.document.title },
    { documentId: head.documentId },
    { number: '临人社发〔2025〕17号' },
  ])('ends whole when it is cited itself: %j', (target) => {
    const { document } = carriedOut(ofGovernment, repeals(target), head);
    expect(validityOn(document, context.today)).toBe('repealed');
  });

  it('ends whole with the only instrument that it carries', () => {
    const single = given({ title: '关于印发《见习办法》的通知', instruments: [{ title: '见习办法' }] });
    const { document } = carriedOut(ofGovernment, repeals({ title: '《见习办法》' }), single);
    expect(validityOn(document, context.today)).toBe('repealed');
  });
});

describe('decision with 2,274 targets', () => {
  const relations = Array.from({ length: 5_001 }, (_, index) =>
    repeals({ number: `临政发〔2020〕${index + 1}号`, title: `关于第${index + 1}项工作的通知` }),
  );
  const document = { docClass: 'lifecycle_decision', title, disclosure: 'active' } as const;

  it.each([
    [2_274, true],
    [5_000, true],
    [5_001, false],
  ])('with %i of them fits a command: %s', (count, fits) => {
    const some = relations.slice(0, count);
    expect(isPublishCommand({ documentId: 'll-gov:1', document: { ...document, relations: some } })).toBe(
      fits,
    );
    expect(isSetLinksCommand({ links: some })).toBe(fits);
  });
});
