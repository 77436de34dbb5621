import { ConfigurationError } from '@gongwen/service-kit';
import { readWordingAnswer } from './read-wording-answer.ts';

/** The words that a command brings, to be looked through; what it leaves as it is, is not asked about. */
export interface WordingQuestion {
  readonly documentId: string;
  /** Who answers for the document. */
  readonly department: string;
  readonly title?: string;
  readonly text?: string;
  readonly html?: string;
}

export interface WordingAnswer {
  /** Name and version of the checker, kept with the event. */
  readonly engine: string;
  readonly hits: readonly WordingFinding[];
}

export interface WordingFinding {
  /** As it stands in the title, text or HTML. */
  readonly word: string;
  /** What to write in its place. */
  readonly suggestion?: string;
  /** Whether the document must not go out with it. */
  readonly severity: 'refuse' | 'warn';
}

/**
 * 错敏词检查: asks the checker that the city has. It rejects when the checker cannot tell. It must settle within seconds,
 * since the commands on the document wait for it.
 */
export type WordingCheck = (question: WordingQuestion) => Promise<WordingAnswer>;

export interface HttpWordingCheckOptions {
  readonly url: string;
  /** Default 3 000. */
  readonly timeoutMs?: number;
}

const maximumAnswerBytes = 256 * 1024;

/**
 * A checker that speaks our contract (docs/http.md).
 *
 * @throws ConfigurationError when the address is none, or holds a password, which messages of errors would show
 */
export function createHttpWordingCheck({ url, timeoutMs = 3_000 }: HttpWordingCheckOptions): WordingCheck {
  requirePlainAddress(url);
  return async (question) => {
    const response = await fetch(url, {
      method: 'POST',
      body: JSON.stringify(question),
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      redirect: 'manual', // a redirect could lead elsewhere with a text that is not public yet
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (response.status === 200) return readWordingAnswer(parse(await readText(response)));
    await response.body?.cancel();
    throw new Error(`HTTP ${response.status}`);
  };
}

/** The message of JSON.parse would quote the answer, and that perhaps the text. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error('the answer is not JSON');
  }
}

function requirePlainAddress(url: string): void {
  const address = URL.parse(url);
  if (address && /^https?:$/.test(address.protocol) && address.username + address.password === '') return;
  const expected = '应为不含用户名和口令的 http(s)://… / expected http(s)://… without user and password';
  throw new ConfigurationError([`用词检查地址 / address of the wording check: ${expected}`]);
}

async function readText(response: Response): Promise<string> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of response.body ?? []) {
    bytes += part.byteLength;
    if (bytes > maximumAnswerBytes) throw new Error(`more than ${maximumAnswerBytes} bytes`);
    parts.push(part);
  }
  return Buffer.concat(parts).toString();
}
