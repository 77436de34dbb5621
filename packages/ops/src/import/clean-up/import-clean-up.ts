import { basename } from 'node:path';
import { parseDocumentNumber } from '@gongwen/domain';
import type { DocumentContent, PublishCommand } from '@gongwen/schemas';
import { stringify } from 'csv-stringify/sync';
import { type Draft, type Place, present } from '../mapping/draft.ts';
import { documentIdOf, identityOf } from '../merging/identify.ts';
import { mergeDrafts } from '../merging/merge-drafts.ts';
import { type Publish, idempotencyKeyOf } from '../publish-document.ts';
import { openRejects } from '../records/rejects.ts';
import type { DecisionFacts } from './decision-facts.ts';
import { type CleanUp, readCleanUp } from './read-clean-up.ts';
import { UnreadableTableError, readSheets } from './read-sheets.ts';

export interface CleanUpOptions {
  readonly file: string;
  /** What the list does not say itself, or says wrongly. */
  readonly facts: Partial<DecisionFacts>;
  /** Whose namespace the decision gets its id in. */
  readonly department: string;
  readonly publish: Publish;
  readonly rejectsPath: string;
}

/** What became of every row: `read = targets + kept + rejected`. */
export interface CleanUpSummary {
  readonly read: number;
  readonly targets: number;
  readonly kept: number;
  readonly rejected: number;
  /** Targets by type of relation. */
  readonly byType: Readonly<Record<string, number>>;
  readonly documentId: string;
  readonly outcome: 'imported' | 'alreadyThere';
  /** Sheets of the workbook in which there is no table. */
  readonly otherSheets: readonly string[];
}

/** A decision names no more than this; a longer list is several decisions. */
const maximumTargets = 5000;

/**
 * Imports a clean-up list as one decision that acts on every document it lists (DOMAIN §7, 清理). Rows that cannot be
 * read go to the rejects file; the decision is published without them.
 *
 * @throws UnreadableTableError, DecisionFactsError, and what the publisher threw
 */
export async function importCleanUp(options: CleanUpOptions): Promise<CleanUpSummary> {
  const { file, publish, rejectsPath } = options;
  const cleanUp = readCleanUp(await readSheets(file), options.facts);
  if (!cleanUp)
    throw new UnreadableTableError(`${file} 中没有清理目录的表头 / has no header of a clean-up list`);
  const { relations, kept, rejected, otherSheets } = cleanUp;
  await using rejects = await openRejects(rejectsPath);
  for (const { row, refusal } of rejected) {
    const bytes = Buffer.from(stringify([[...row.cells]], { eof: false }));
    await rejects.write({ file: basename(file), line: row.line, bytes }, refusal);
  }
  if (relations.length === 0 || relations.length > maximumTargets) {
    throw new UnreadableTableError(
      `${file} 涉及 ${relations.length} 件文件，应为 1–${maximumTargets} 件 / acts on ${relations.length} documents, expected 1–${maximumTargets}`,
    );
  }
  const command = commandOf(cleanUp, { file: basename(file), line: cleanUp.headerLine }, options.department);
  const { replayed } = await publish(command, { idempotencyKey: idempotencyKeyOf(command) });
  return {
    read: relations.length + kept + rejected.length,
    targets: relations.length,
    kept,
    rejected: rejected.length,
    byType: Object.fromEntries(
      [...Map.groupBy(relations, ({ type }) => type)].map(([type, all]) => [type, all.length]),
    ),
    documentId: command.documentId,
    outcome: replayed ? 'alreadyThere' : 'imported',
    otherSheets,
  };
}

/** The decision as any other import makes it, so that it has the same identity as its row in a list of policies. */
function commandOf({ facts, relations }: CleanUp, place: Place, department: string): PublishCommand {
  const { title, number, issuer, issuedOn, effectiveOn } = facts;
  const content = present<DocumentContent>({
    docClass: 'lifecycle_decision',
    title,
    disclosure: 'active',
    documentNumber: number === undefined ? undefined : parseDocumentNumber(number),
    issuers: [{ name: issuer }],
    issuedOn,
    effectiveFrom: effectiveOn,
    relations: [...relations],
  });
  const source = { collection: 'clean-up', file: place.file, row: place.line };
  const draft: Draft = { content, source, warnings: [] };
  return mergeDrafts([draft], documentIdOf([identityOf(draft).name], department)).command;
}
