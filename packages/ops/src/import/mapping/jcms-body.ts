import { cleanMarkup, cut } from './clean-text.ts';
import { type Fields, textField } from './draft.ts';
import type { BodyReading } from './read-body.ts';
import { type HtmlReading, readHtml } from './read-html.ts';
import { type Warning, warning } from './warning.ts';

export interface JcmsBody extends BodyReading {
  /** The text for a search of dates, also when it is HTML. */
  readonly plainText: string;
}

const file = /\.(?:pdf|ofd|docx?|wps|xlsx?|et|pptx?|zip|rar|7z|jpe?g|png|mp[34])(?:[?#].*)?$/i;
const address = /^(?:https?:\/)?\/\S+$/;

/**
 * The `text` of an article: HTML, to which links to its attachments are appended. HTML of nothing but paragraphs is a
 * text; a document that is only a PDF has a bare link there, which is no text.
 */
export function readJcmsBody(article: Fields): JcmsBody {
  const html = cleanMarkup(textField(article, 'text'));
  const page = readHtml(html);
  const elsewhere = [...linksIn(page), ...filesOf(article)];
  const isBareLink =
    page.links.length > 0 && page.textBesideLinks.replaceAll(/附件|[:：\d.、\s]/g, '') === '';
  if (isBareLink || address.test(page.text)) {
    const link = page.links[0] ?? page.text;
    return {
      plainText: '',
      warnings: [warning('body_elsewhere', cut(link, 500)), ...filesWarning(elsewhere.slice(1))],
    };
  }
  const warnings = filesWarning(elsewhere);
  if (page.text === '') return { plainText: '', warnings };
  const body = page.paragraphs === undefined ? { html } : { text: cleanMarkup(page.paragraphs) };
  return { body, plainText: page.text, warnings };
}

function linksIn({ links }: HtmlReading): string[] {
  return links.filter((link) => file.test(link));
}

/** `image`, `media` and `attach` hold addresses, one or several. */
function filesOf(article: Fields): string[] {
  return ['image', 'media', 'attach'].flatMap((name) =>
    textField(article, name)
      .split(/[\s,;|]+/)
      .filter((part) => part !== ''),
  );
}

function filesWarning(links: readonly string[]): Warning[] {
  const all = [...new Set(links)];
  return all.length === 0 ? [] : [warning('files_elsewhere', cut(all.join(' '), 900))];
}
