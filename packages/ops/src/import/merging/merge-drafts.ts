import type { AmendCommand, DocumentContent, ImportSource, PublishCommand } from '@gongwen/schemas';
import { type Content, type Draft, type Gap, type StatedValidity, gapsOf } from '../mapping/draft.ts';
import { isStartOfLaw } from '../mapping/start-of-law.ts';
import { titleKey } from '@gongwen/domain';
import { type Warning, warning, warningText } from '../mapping/warning.ts';
import { datedRelations } from './dated-relations.ts';
import { amendmentTo, textVersions } from './text-versions.ts';

type Rows = readonly [Draft, ...Draft[]];

export interface MergedDocument {
  readonly command: PublishCommand;
  /** What follows it, one for each newer version of the text, in order. */
  readonly amendments: readonly AmendCommand[];
  readonly gaps: readonly Gap[];
  readonly warnings: readonly Warning[];
}

const maximumSources = 100;
const maximumWarnings = 100;
const maximumUrls = 50;

/**
 * The commands of a document from all its rows: of each text version the fullest row leads and the others fill what it
 * lacks; the oldest version is published, the newer ones amend it.
 */
export function mergeDrafts(
  drafts: Rows,
  documentId: string,
  extra: readonly Warning[] = [],
): MergedDocument {
  const [oldest = drafts, ...newer] = textVersions(drafts);
  const leads = newer.map((rows) => fullestFirst(rows)[0]);
  const statedValidity = leads.at(-1)?.statedValidity ?? statedIn(fullestFirst(oldest));
  const [lead, ...others] = fullestFirst(oldest);
  const relations = datedRelations(drafts);
  const content = {
    ...withStart(filled(lead, others), [lead, ...others, ...newer.flat()]),
    ...(relations.length > 0 && { relations }),
  };
  const gaps = lead.own?.provenance?.gaps ?? gapsOf(content, statedValidity);
  const warnings = unique([
    ...drafts.flatMap((draft) => draft.warnings),
    ...contradictions(lead, others),
    ...extra,
  ]);
  const ownWarnings = drafts.flatMap(({ own }) => own?.provenance?.warnings ?? []);
  const texts = [...ownWarnings, ...warnings.map(warningText)].slice(0, maximumWarnings);
  const { provenance: _, documentId: __, ...rest } = lead.own ?? {};
  const textFrom = lead.own?.provenance?.textFrom ?? lead.versionFrom ?? lead.versionOn;
  const document: DocumentContent = {
    ...content,
    provenance: {
      sources: sourcesOf(drafts),
      gaps: [...gaps],
      ...(textFrom !== undefined && { textFrom }),
      ...(statedValidity && { statedValidity }),
      ...(texts.length > 0 && { warnings: texts }),
    },
  };
  const amendments = leads.map((version, index) => amendmentTo(version, index + 1, document.provenance));
  return { command: { ...rest, documentId, document }, amendments, gaps, warnings };
}

function statedIn(drafts: Rows): StatedValidity | undefined {
  return drafts.find((draft) => draft.statedValidity)?.statedValidity;
}

/** The fullest row first; ties by place, so that the order of reading does not matter. */
function fullestFirst(drafts: Rows): [Draft, ...Draft[]] {
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

/** The first day of force in any row that is the law’s own; many a list gives that of the newest revision instead. */
function withStart(content: Content, [lead, ...others]: Rows): Content {
  const stated = lead.content.effectiveFrom;
  if (lead.own && stated !== undefined) return content;
  const { effectiveFrom: _, ...rest } = content;
  const days = [lead, ...others].flatMap((draft) => draft.content.effectiveFrom ?? []);
  const effectiveFrom = days.find((day) => isStartOfLaw(day, rest.history ?? [], rest.issuedOn)) ?? stated;
  return effectiveFrom === undefined ? rest : { ...rest, effectiveFrom };
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
