import { parseDocumentNumber, titleKey } from '@gongwen/domain';
import { createHash } from 'node:crypto';
import type { Content, Draft } from '../mapping/draft.ts';

/** What says that two rows are the same document. */
export interface Identity {
  /** Rows that share one of these are one document. */
  readonly keys: readonly string[];
  /** Rows that share this number are one document if their titles are near enough. */
  readonly number?: string;
  readonly title: string;
  /** Names the row’s document. Of a merged document, the first in order of text: independent of the rows’ order. */
  readonly name: string;
}

/**
 * The identity of a row. The title alone is none: one title may be nine documents of nine years. Versions of a law
 * share title and number, so theirs is the day of the version.
 */
export function identityOf(draft: Draft): Identity {
  const { content, source, own, versionOn } = draft;
  const title = titleKey(content.title);
  const isFirstVersion = versionOn === undefined || versionOn === content.promulgatedOn;
  const number = isFirstVersion ? numberKey(content) : undefined;
  if (own?.documentId !== undefined) {
    const name = `0id:${own.documentId}`;
    return { keys: [name], title, name };
  }
  const links = (content.sourceUrls ?? []).map((url) => `4url:${urlKey(url)}`);
  const names = [
    ...(number === undefined ? [] : [`1number:${number}|${title}`]),
    ...lawDays(draft).map((day) => `2version:${title}|${day}`),
    ...(versionOn === undefined ? datedKeys(draft, title) : []),
    ...links,
    ...(draft.path === undefined ? [] : [`6path:${draft.path}`]),
  ];
  const name = names[0] ?? `5row:${source.collection}|${source.file}|${source.row}`;
  return { keys: names.length === 0 ? [name] : names, title, name, ...(number !== undefined && { number }) };
}

/** `<department>:imp-<20 hex>`: the same document gets the same id however often and in whatever order it is imported. */
export function documentIdOf(names: readonly string[], department: string): string {
  const first = names.toSorted()[0] ?? '';
  if (first.startsWith('0id:')) return first.slice('0id:'.length);
  const hash = createHash('sha256').update(first).digest('hex');
  return `${department}:imp-${hash.slice(0, 20)}`;
}

/**
 * Only a number with its agency identifies; `2016年第11号公告` has one namesake per agency. Towns and districts share codes
 * (镇政发), so theirs is the number of one place.
 */
function numberKey({ documentNumber, issuers = [] }: Content): string | undefined {
  if (documentNumber === undefined) return undefined;
  const { form, canonical } = parseDocumentNumber(documentNumber.raw);
  if (form === 'free' || canonical === undefined) return undefined;
  const [place] = localPlace.exec(issuers[0]?.name ?? '') ?? [];
  const number = canonical.replaceAll('中华人民共和国', '').replace(/^国令/, '国务院令');
  return place === undefined ? number : `${number}@${place}`;
}

/** 临北镇, 澜川县, 临东街道: the last of the places that a body’s name begins with. */
const localPlace = /[^省市县区]{1,8}(?:镇|乡|街道|县|区)(?=人民政府|办事处|委|党)/;

/** What is so titled is a law: of one title there are not two of one day. */
const lawTitle = /(?:法|条例|细则)$/;

/**
 * Versions of one law share the days of its origin. A list that tells of one version only shares that version’s day, and
 * one that only names a law, the day on which it was promulgated.
 */
function lawDays({ content, originDays, versionOn }: Draft): string[] {
  const { title, issuedOn, publishedOn } = content;
  const named = originDays || versionOn !== undefined || !lawTitle.test(title) ? [] : [issuedOn, publishedOn];
  return [...new Set([...(originDays ?? []), versionOn, ...named])].filter((day) => day !== undefined);
}

function datedKeys({ content, source }: Draft, title: string): string[] {
  const issuer = content.issuers?.map(({ name }) => name).join('、') ?? source.collection;
  const days = [
    ['issued', content.issuedOn],
    ['published', content.publishedOn],
    ['effective', (content.issuedOn ?? content.publishedOn) ? undefined : content.effectiveFrom],
  ];
  return days.flatMap(([kind, day]) =>
    day === undefined ? [] : [`3title:${title}|${issuer}|${kind} ${day}`],
  );
}

/** Pages of one site are often found at several addresses that end in the same day and page name. */
function urlKey(url: string): string {
  const { hostname, pathname, search, hash } = new URL(url);
  const host = hostname.replace(/^www\./, '');
  const [page] = /\d{4}-?\d{2}\/(?:\d{2}\/)?content_\d+/.exec(pathname) ?? [];
  return page === undefined ? `${host}${pathname}${search}${hash}` : `${host}/${page}`;
}
