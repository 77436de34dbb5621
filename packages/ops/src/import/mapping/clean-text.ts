// Zero-width and other characters that nobody sees, and the controls that the gateway refuses. Line feed and tab stay.
const invisible =
  // oxlint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;
const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: ' ',
  emsp: ' ',
  ensp: ' ',
};

/** Text with line breaks: well-formed, without invisible characters, HTML entities resolved once. */
export function cleanText(text: string): string {
  return cleanMarkup(
    text.replaceAll(/&(amp|lt|gt|quot|nbsp|emsp|ensp);/g, (whole, name: string) => entities[name] ?? whole),
  );
}

/** HTML or text, well-formed and without invisible characters; `&lt;` is not markup and stays. */
export function cleanMarkup(html: string): string {
  return html
    .toWellFormed()
    .replaceAll(/\r\n?|[\u2028\u2029]/g, '\n')
    .replaceAll(invisible, '')
    .trim();
}

/** Text on one line: every run of blanks is one blank. */
export function cleanLine(text: string): string {
  return cleanText(text).replaceAll(/\s+/g, ' ').trim();
}

/** A line without tags such as `<em>`; what stands in 〈〉 written as `<…>` is Chinese and stays. */
export function withoutTags(text: string): string {
  return text.replaceAll(/<\/?(?:em|b|i|strong|span|font|a|p|sup|sub)(?:\s[^<>]*)?>/gi, '');
}

/** The text cut to a number of UTF-16 units (as JSON Schema’s maxLength at most), never within a character. */
export function cut(text: string, maximumLength: number): string {
  return text.length <= maximumLength
    ? text
    : text
        .slice(0, maximumLength)
        .toWellFormed()
        .replace(/\ufffd$/, '');
}
