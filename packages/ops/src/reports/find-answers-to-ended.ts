import { validityOn } from '@gongwen/domain';
import { codeLists } from '@gongwen/schemas';
import type { Finding } from './finding.ts';
import type { Library } from './library.ts';

/** 政策问答 still on show about documents that have ended: its department must rewrite or withdraw it. */
export function findAnswersToEnded(library: Library): Finding[] {
  const { published, today } = library;
  return published
    .filter(({ docClass }) => docClass === 'qa_entry')
    .flatMap((document) =>
      (document.relations ?? [])
        .filter(({ type }) => type === 'answers')
        .flatMap(({ target }) => library.meantBy(target, document))
        .filter((meant) => library.hasEnded(meant))
        .map((meant) => ({
          rule: 'answer_to_ended' as const,
          document,
          detail: `《${meant.title}》（${meant.documentId}）${codeLists.validity[validityOn(meant, today)]}`,
        })),
    );
}
