import type { Document } from '@gongwen/schemas';
import { Parser } from 'htmlparser2';
import { type Rejection, issue, rejected } from './decision.ts';

/** 密级 as GB/T 9704 prints it: the level, a star, perhaps a term. */
const mark = /[绝机秘]密[★☆]/;
const stars = /[★☆]/;
/** A mark is one also with blanks, or what no reader sees, between its characters. */
const unseen = /[\s\p{Cf}]+/gu;
/** It stands at the head of a document; a text about secrecy may speak of such marks further down. */
const headCharacters = 400;

/** Refuses what bears a classification mark in any of its fields, imports too: it must never reach the public. */
export function refuseClassified(document: Document, pointer: string): Rejection | undefined {
  // what has happened to it is no content
  const { lifecycle: _lifecycle, publication: _publication, body = {}, ...content } = document;
  const heads = {
    ...body,
    ...(body.text !== undefined && { text: withoutUnseen(body.text).slice(0, headCharacters) }),
    ...(body.html !== undefined && { html: headOfHtml(body.html) }),
  };
  for (const [place, text] of textsOf({ ...content, body: heads }, pointer)) {
    if (!stars.test(text) || !mark.test(withoutUnseen(text))) continue;
    const [zh, en] = ['带有密级标志', 'bears a classification mark'];
    return rejected('CLASSIFIED_CONTENT', { issues: [issue(place, 'classified', zh, en)] });
  }
  return undefined;
}

/** Every text in it, with its place. */
function* textsOf(value: unknown, pointer: string): Generator<readonly [string, string]> {
  if (typeof value === 'string') yield [pointer, value];
  if (typeof value !== 'object' || value === null) return;
  for (const [key, part] of Object.entries(value)) yield* textsOf(part, `${pointer}/${key}`);
}

function withoutUnseen(text: string): string {
  return text.replaceAll(unseen, '');
}

const sliceCharacters = 8_192;
const unread: ReadonlySet<string> = new Set(['script', 'style']);

/** What a reader sees first: without tags, entities read. */
function headOfHtml(html: string): string {
  let [head, isRead] = ['', true];
  const parser = new Parser({
    onopentagname: (name) => void (isRead &&= !unread.has(name)),
    onclosetag: (name) => void (isRead ||= unread.has(name)),
    ontext: (text) => void (isRead && (head += withoutUnseen(text))),
  });
  for (let at = 0; at < html.length && head.length < headCharacters; at += sliceCharacters) {
    parser.write(html.slice(at, at + sliceCharacters));
  }
  parser.end();
  return head.slice(0, headCharacters);
}
