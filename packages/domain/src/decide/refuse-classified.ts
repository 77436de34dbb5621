import type { Document } from '@gongwen/schemas';
import { type Rejection, issue, rejected } from './decision.ts';

/** 密级 as GB/T 9704 prints it: the level, a star, perhaps a term. */
const mark = /(?:绝\s*密|机\s*密|秘\s*密)\s*[★☆]/;
/** It stands at the head of a document; a text about secrecy may speak of such marks further down. */
const headCharacters = 400;

/** Refuses what bears a classification mark, imports too: it must never reach the public. */
export function refuseClassified(document: Document, pointer: string): Rejection | undefined {
  const { title, annotation = '', body } = document;
  const head = (body?.text ?? body?.html ?? '').slice(0, headCharacters);
  const marked = Object.entries({ title, annotation, 'body/text': head }).find(([, text]) => mark.test(text));
  if (!marked) return undefined;
  const [zh, en] = ['带有密级标志', 'bears a classification mark'];
  return rejected('CLASSIFIED_CONTENT', { issues: [issue(`${pointer}/${marked[0]}`, 'classified', zh, en)] });
}
