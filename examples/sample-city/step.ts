import type {
  AmendCommand,
  CorrectCommand,
  ExpireCommand,
  PublishCommand,
  Receipt,
  RepealCommand,
  RestoreCommand,
  WithdrawCommand,
} from '@gongwen/schemas';
import type { Client } from '@gongwen/sdk';
import type { SampleDepartment } from './departments.ts';

/** One command of a story, by one department, in order. */
export type Step = {
  readonly department: SampleDepartment;
  readonly documentId: string;
  readonly key: string;
} & (
  | {
      readonly name: 'publish';
      readonly command: PublishCommand;
      readonly original?: { filename: string; pdf: () => Uint8Array };
    }
  | { readonly name: 'amend'; readonly command: AmendCommand }
  | { readonly name: 'correct'; readonly command: CorrectCommand }
  | { readonly name: 'repeal'; readonly command: RepealCommand }
  | { readonly name: 'expire'; readonly command: ExpireCommand }
  | { readonly name: 'withdraw'; readonly command: WithdrawCommand }
  | { readonly name: 'restore'; readonly command: RestoreCommand }
);

/** Sends a step as its department’s system would: the original first, then the command. Playing it twice is harmless. */
export async function playStep({ documents, files }: Client, step: Step): Promise<Receipt> {
  const options = { idempotencyKey: step.key };
  switch (step.name) {
    case 'publish': {
      if (!step.original) return documents.publish(step.command, options);
      const { filename, pdf } = step.original;
      const file = await files.upload({ content: pdf(), filename, mediaType: 'application/pdf' });
      const document = { ...step.command.document, renditions: [{ role: 'original' as const, file }] };
      return documents.publish({ ...step.command, document }, options);
    }
    case 'amend':
      return documents.amend(step.documentId, step.command, options);
    case 'correct':
      return documents.correct(step.documentId, step.command, options);
    case 'repeal':
      return documents.repeal(step.documentId, step.command, options);
    case 'expire':
      return documents.expire(step.documentId, step.command, options);
    case 'withdraw':
      return documents.withdraw(step.documentId, step.command, options);
    case 'restore':
      return documents.restore(step.documentId, step.command, options);
  }
}
