import type { DocumentContent, ImportSource, PublishCommand } from '@gongwen/schemas';
import { type Content, type Draft, type Gap, gapsOf } from '../mapping/draft.ts';
import { titleKey } from '@gongwen/domain';
import { type Warning, warning, warningText } from '../mapping/warning.ts';

export interface MergedDocument {
  readonly command: PublishCommand;
  readonly gaps: readonly Gap[];
  readonly warnings: readonly Warning[];
}

const maximumSources = 100;
const maximumWarnings = 100;
const maximumUrls = 50;

/** One publish command from all rows of a document: the fullest row leads, the others fill what it lacks. */
export function mergeDrafts(
  drafts: readonly [Draft, ...Draft[]],
  documentId: string,
  extra: readonly Warning[] = [],
): MergedDocument {
  const [lead, ...others] = fullestFirst(drafts);
  const content = filled(lead, others);
  const statedValidity = [lead, ...others].find((draft) => draft.statedValidity)?.statedValidity;
  const gaps = lead.own?.provenance?.gaps ?? gapsOf(content, statedValidity);
  const warnings = unique([
    ...drafts.flatMap((draft) => draft.warnings),
    ...contradictions(lead, others),
    ...extra,
  ]);
  const ownWarnings = drafts.flatMap(({ own }) => own?.provenance?.warnings ?? []);
  const texts = [...ownWarnings, ...warnings.map(warningText)].slice(0, maximumWarnings);
  const { provenance: _, documentId: __, ...rest } = lead.own ?? {};
  const document: DocumentContent = {
    ...content,
    provenance: {
      sources: sourcesOf(drafts),
      gaps: [...gaps],
      ...(statedValidity && { statedValidity }),
      ...(texts.length > 0 && { warnings: texts }),
    },
  };
  return { command: { ...rest, documentId, document }, gaps, warnings };
}

/** The fullest row first; ties by place, so that the order of reading does not matter. */
function fullestFirst(drafts: readonly [Draft, ...Draft[]]): [Draft, ...Draft[]] {
  const [first, ...rest] = drafts.toSorted(
    (one, other) => weight(other) - weight(one) || (place(one) < place(other) ? -1 : 1),
  );
  return [first ?? drafts[0], ...rest];
}

/** By number of fields; a text outweighs them all. */
function weight({ content }: Draft): number {
  return Object.keys(content).length + (content.body ? 100 : 0);
}

function place({ source }: Draft): string {
  return `${source.file}:${String(source.row).padStart(9, '0')}`;
}

function filled(lead: Draft, others: readonly Draft[]): Content {
  const missing = others.map(({ content }) => content).toReversed();
  const sourceUrls = [lead, ...others].flatMap(({ content }) => content.sourceUrls ?? []);
  const content: Content = Object.assign({}, ...missing, lead.content);
  const urls = [...new Set(sourceUrls)].slice(0, maximumUrls);
  return urls.length === 0 ? content : { ...content, sourceUrls: urls };
}

const compared = ['issuedOn', 'publishedOn', 'effectiveFrom', 'indexNumber'] as const;

function contradictions(lead: Draft, others: readonly Draft[]): Warning[] {
  const warnings: Warning[] = [];
  for (const { content } of others) {
    if (titleKey(content.title) !== titleKey(lead.content.title)) {
      warnings.push(warning('title_differs', content.title));
    }
    for (const field of compared) {
      const [ours, theirs] = [lead.content[field], content[field]];
      if (ours !== undefined && theirs !== undefined && ours !== theirs) {
        warnings.push(warning('value_differs', `${field} ${ours} / ${theirs}`));
      }
    }
  }
  return warnings;
}

/** Each row, and what a record of our own shape says about its own origin. */
function sourcesOf(drafts: readonly Draft[]): ImportSource[] {
  const sources = drafts.flatMap(({ source, own }) => own?.provenance?.sources ?? [source]);
  return sources.slice(0, maximumSources);
}

function unique(warnings: readonly Warning[]): Warning[] {
  return [...new Map(warnings.map((one) => [warningText(one), one])).values()];
}
