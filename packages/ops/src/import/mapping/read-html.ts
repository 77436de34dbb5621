import { Parser } from 'htmlparser2';

/** What a page of HTML says. */
export interface HtmlReading {
  /** Its text, a line for each paragraph. */
  readonly text: string;
  /** The addresses it links to. */
  readonly links: readonly string[];
  /** Its text without that of the links. */
  readonly textBesideLinks: string;
  /** Of HTML that is nothing but paragraphs: all that it says, empty ones kept. */
  readonly paragraphs: string | undefined;
}

const blocks = /^(?:p|div|br|li|tr|h[1-6]|table|section|article|blockquote)$/;
const unread = /^(?:script|style|title|head)$/;

/** Reads HTML as a browser would: nothing in it is an error. */
export function readHtml(html: string): HtmlReading {
  let [text, textBesideLinks] = ['', ''];
  const links: string[] = [];
  const path: string[] = [];
  const add = (more: string) => {
    text += more;
    if (!path.includes('a')) textBesideLinks += more;
  };
  const parser = new Parser({
    onopentag(name, { href }) {
      path.push(name);
      if (blocks.test(name)) add('\n');
      if (name === 'a' && href) links.push(href.trim());
    },
    ontext: (more) => (path.some((name) => unread.test(name)) ? undefined : add(more)),
    onclosetag(name) {
      path.pop();
      if (blocks.test(name)) add('\n');
    },
  });
  parser.end(html);
  return {
    text: withoutPadding(text),
    links,
    textBesideLinks: withoutPadding(textBesideLinks),
    paragraphs: paragraphsOf(html),
  };
}

/** The lines of HTML that has `<p>` and `<br>` only, or no markup at all. */
function paragraphsOf(html: string): string | undefined {
  const lines: string[] = [];
  let [line, isPlain] = ['', true];
  const take = () => {
    lines.push(line.replaceAll('\u00A0', ' '));
    line = '';
  };
  const parser = new Parser({
    onopentag(name, attributes) {
      isPlain &&= /^(?:p|br)$/.test(name) && Object.keys(attributes).length === 0;
      // what stands between paragraphs is their layout
      if (name === 'br' || line.trim() !== '') take();
      else line = '';
    },
    ontext: (more) => void (line += more),
    onclosetag: (name) => (name === 'p' ? take() : undefined),
  });
  parser.end(html);
  if (line.trim() !== '') take();
  return isPlain ? lines.join('\n') : undefined;
}

/** Blanks around lines, and empty lines, come from the markup. */
function withoutPadding(text: string): string {
  const lines = text.split('\n').map((line) => line.trim());
  return lines.filter((line) => line !== '').join('\n');
}
