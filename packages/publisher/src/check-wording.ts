import { type Change, type Command, type TextToReview, textToReview } from '@gongwen/domain';
import type { Issue, ReviewEvidence, WordingHit } from '@gongwen/schemas';
import { type Logger, ServiceError } from '@gongwen/service-kit';
import type { WordingAnswer, WordingCheck, WordingFinding, WordingQuestion } from './wording-check.ts';

/** Gives the change back, with what the checker let pass in its evidence. */
export type CheckWording = (command: Command, change: Change) => Promise<Change>;

export interface CheckWordingOptions {
  readonly ask: WordingCheck;
  readonly logger: Logger;
  readonly now: () => Date;
}

const maximumHits = 100;

/**
 * Has the words looked through that a command brings, if it brings any. What the checker cannot tell does not go out.
 *
 * @throws ServiceError WORDING_REFUSED with an issue for each wording, DEPENDENCY_UNAVAILABLE without a usable answer
 */
export function createCheckWording({ ask, logger, now }: CheckWordingOptions): CheckWording {
  return async (command, change) => {
    const text = textToReview(command, change.document);
    const words = wordsOf(text);
    if (!text || Object.keys(words).length === 0) return change;
    const { documentId, department } = change.document;
    const { engine, hits } = await answerTo({ documentId, department, ...words });
    const refused = hits.filter(({ severity }) => severity === 'refuse').slice(0, maximumHits);
    if (refused.length > 0) {
      const contentAt = text.on === 'publish' ? '/document' : '/changes';
      throw new ServiceError('WORDING_REFUSED', {
        issues: refused.map((hit) => issueOf(hit, words, contentAt)),
      });
    }
    const passed = hits.slice(0, maximumHits).map(toWordingHit);
    return withWordingCheck(change, { engine, at: now().toISOString(), hits: passed });
  };

  async function answerTo(question: WordingQuestion): Promise<WordingAnswer> {
    try {
      return await ask(question);
    } catch (cause) {
      const { documentId } = question;
      logger.warn({ documentId, reason: reasonOf(cause) }, 'the wording check gave no usable answer');
      const [zh, en] = ['用词检查暂不可用。', 'The wording check is unavailable.'];
      throw new ServiceError('DEPENDENCY_UNAVAILABLE', { zh, en, retryAfterSeconds: 2 }, { cause });
    }
  }
}

type Words = Pick<WordingQuestion, 'title' | 'text' | 'html'>;

function wordsOf(review: TextToReview | undefined): Words {
  const { title, body: { text, html } = {} } = review?.content ?? {};
  return {
    ...(title !== undefined && { title }),
    ...(text !== undefined && { text }),
    ...(html !== undefined && { html }),
  };
}

const places = { title: '/title', text: '/body/text', html: '/body/html' } as const;

/** Points at the first place where the wording stands; one that tags or line breaks divide is in the body. */
function issueOf({ word, suggestion }: WordingFinding, words: Words, contentAt: string): Issue {
  const place =
    (['title', 'text', 'html'] as const).find((name) => words[name]?.includes(word)) ??
    (['html', 'text', 'title'] as const).find((name) => words[name] !== undefined);
  const [zh, en] = [`用词不当：“${word}”`, `wording that must not go out: “${word}”`];
  return {
    pointer: `${contentAt}${places[place ?? 'text']}`,
    rule: 'wording',
    got: [...word].slice(0, 40).join(''),
    ...(suggestion === undefined
      ? { zh, en }
      : {
          expected: suggestion,
          zh: `${zh}，建议改为“${suggestion}”`,
          en: `${en}; suggested: “${suggestion}”`,
        }),
  };
}

function toWordingHit({ word, suggestion }: WordingFinding): WordingHit {
  return { text: word, severity: 'warning', ...(suggestion !== undefined && { advice: suggestion }) };
}

/** In place of what the command may have said of its own: this is what the city’s checker found. */
function withWordingCheck(change: Change, wordingCheck: NonNullable<ReviewEvidence['wordingCheck']>): Change {
  switch (change.type) {
    case 'cn.gongwen.document.published.v1':
    case 'cn.gongwen.document.amended.v1':
    case 'cn.gongwen.document.corrected.v1':
    case 'cn.gongwen.document.restored.v1': {
      const evidence = { ...change.change.evidence, wordingCheck };
      // TypeScript does not see that type and change still belong together; the envelope’s schema does
      return { ...change, change: { ...change.change, evidence } } as Change;
    }
    default:
      return change;
  }
}

function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return 'unknown';
  return cause.cause instanceof Error ? `${cause.message}: ${cause.cause.message}` : cause.message;
}
