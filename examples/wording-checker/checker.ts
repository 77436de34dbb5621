import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Wording } from './words.ts';

/** The words that a command brings; what it does not bring is absent. */
interface Question {
  readonly documentId: string;
  readonly department: string;
  readonly title?: string;
  readonly text?: string;
  readonly html?: string;
}

const engine = 'linlan-wording 1.0';
const maximumBodyBytes = 4 * 1024 * 1024;

/** Looks for each word of a list. Whoever has a better engine puts it here; the answer stays the same. */
export function createChecker(words: readonly Wording[]): Hono {
  const app = new Hono();
  app.post('/check', bodyLimit({ maxSize: maximumBodyBytes }), async (context) => {
    const { title = '', text = '', html = '' } = await context.req.json<Question>();
    const read = [title, text, html.replaceAll(/<[^>]*>/g, '')].join('\n');
    return context.json({ engine, hits: words.filter(({ word }) => read.includes(word)) });
  });
  return app;
}
