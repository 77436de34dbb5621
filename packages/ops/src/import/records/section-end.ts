/** What a `]]>` inside the CDATA section of an element is. */
export type SectionEnd =
  /** The section’s end: the element’s end tag follows. */
  | 'end'
  /** `]]]]><![CDATA[>`, the safe way to write it: the text goes on. */
  | 'continued'
  /** Written by an exporter that does not escape it. */
  | 'content';

/** So many characters after a `]]>` tell what it is. */
export const endLookahead = 256;

/** Reads the `]]>` at a place of a section that belongs to an element; of no element, its first `]]>` is its end. */
export function sectionEndAt(text: string, index: number, element: string | undefined): SectionEnd {
  const after = text.slice(index + 3, index + 3 + endLookahead);
  if (after.startsWith(sectionStart)) return 'continued';
  const [, name] = /^\s*<\/([\w.:-]+)\s*>/.exec(after) ?? [];
  return element === undefined || name === element ? 'end' : 'content';
}

export const sectionStart = '<![CDATA[';

/** The element whose start tag stands right before a place, if one does. */
export function elementBefore(text: string, index: number): string | undefined {
  return /<([A-Za-z_][\w.:-]*)(?:\s[^<>]*)?>\s*$/.exec(
    text.slice(Math.max(0, index - endLookahead), index),
  )?.[1];
}
