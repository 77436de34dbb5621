import type { DocumentContent } from '@gongwen/schemas';
import { describe, expect, it } from 'vitest';
import { citationKeysOf } from '../citation-keys.ts';
import { decide } from '../decide/decide.ts';
import { content, context, documentId, given } from '../decide/given.ts';
import { matchReference } from '../match-reference.ts';

const employment = { name: '临澜市人力资源和社会保障局' };
const finance = { name: '临澜市财政局' };
const joint = given({ issuers: [employment, finance] }).document;

/** Publishes beside a document of another site that has the number already. */
function publishBeside(other: typeof joint, changes: Partial<DocumentContent>) {
  const body = { documentId: 'll-fin:2025-9', document: { ...content, ...changes } };
  const holdersOf = (canonical: string) => (canonical === other.documentNumber?.canonical ? [other] : []);
  const command = { name: 'publish' as const, documentId: 'll-fin:2025-9', body };
  return decide(undefined, command, { ...context, holdersOf });
}

describe('joint issue', () => {
  it('has one number, that of the lead, and is found by the name of each issuer', () => {
    for (const { name } of [employment, finance]) {
      const reference = { number: '临人社发〔2025〕17号', issuer: name };
      const citing = given({ title: '清理结果的决定' }).document;
      const match = matchReference(reference, {
        citing: { ...citing, documentId: 'll-gov:decision' },
        citedAs: (key) => (citationKeysOf(joint).includes(key) ? [joint] : []),
      });
      expect(match).toEqual({ outcome: 'one', document: joint });
    }
  });

  it.each([
    ['as the lead has done', [employment, finance]],
    ['with itself in front', [finance, employment]],
  ])('is not published again by the other department %s: the lead has published it', (_how, issuers) => {
    expect(publishBeside(joint, { issuers })).toMatchObject({
      code: 'NUMBER_IN_USE',
      issues: [{ zh: `已用于 ${documentId}` }],
    });
  });
});

describe('two files from two of the 147 sites, same 文号', () => {
  const documentNumber = { raw: '镇政发〔2025〕17号' };
  const oneTown = given({ documentNumber, issuers: [{ name: '临北镇人民政府' }] }).document;

  it('of two bodies are two documents: 代字 repeat across a city', () => {
    const other = publishBeside(oneTown, { documentNumber, issuers: [{ name: '临南镇人民政府' }] });
    expect(other.outcome).toBe('accepted');
  });

  it('of one body are a mistake', () => {
    const again = publishBeside(oneTown, { documentNumber, issuers: oneTown.issuers ?? [] });
    expect(again).toMatchObject({ code: 'NUMBER_IN_USE' });
  });

  it('are told apart by the issuer that a decision names, and never guessed', () => {
    const otherTown = { ...oneTown, documentId: 'll-south:1', issuers: [{ name: '临南镇人民政府' }] };
    const citing = { ...joint, documentId: 'll-gov:decision' };
    const meant = (issuer?: string) =>
      matchReference(
        { number: '镇政发[2025]第17号', ...(issuer !== undefined && { issuer }) },
        { citing, citedAs: () => [oneTown, otherTown] },
      );
    expect(meant('临南镇人民政府')).toEqual({ outcome: 'one', document: otherTown });
    expect(meant()).toMatchObject({ outcome: 'several' });
  });
});

describe('文号 missing', () => {
  const { documentNumber: _, ...unnumbered } = content;
  const publish = (id: string) =>
    decide(
      undefined,
      { name: 'publish', documentId: id, body: { documentId: id, document: unnumbered } },
      { ...context, holdersOf: () => [joint] },
    );

  it('is no fault: laws and some 公告 have none, and two of them do not collide', () => {
    expect([publish('ll-hrss:1').outcome, publish('ll-hrss:2').outcome]).toEqual(['accepted', 'accepted']);
  });

  it('leaves title and date to be cited by', () => {
    const { documentNumber: _number, ...document } = joint;
    expect(citationKeysOf(document)).toEqual([`id:${documentId}`, 'title:临澜市青年就业见习管理办法']);
  });
});
