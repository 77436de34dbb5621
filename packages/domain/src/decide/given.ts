import type { Document, DocumentContent, DocumentEvent } from '@gongwen/schemas';
import { type DocumentHead, evolve } from '../evolve.ts';
import { decide } from './decide.ts';
import type { Change, Command, Decision, DecisionContext } from './decision.ts';

/** Given, when, applied for the tests of commands; an invented city. */
export const context: DecisionContext = {
  department: { id: 'll-hrss', name: '临澜市人力资源和社会保障局', level: 'city', regionCode: '990100' },
  today: '2026-06-15',
};

export const documentId = 'll-hrss:2025-00017';

export const content = {
  docClass: 'normative_document',
  title: '临澜市青年就业见习管理办法',
  disclosure: 'active',
  documentNumber: { raw: '临人社发[2025]17号' },
  issuers: [{ name: '临澜市人力资源和社会保障局' }],
  issuedOn: '2025-03-10',
  publishedOn: '2025-03-12',
  effectiveFrom: '2025-04-01',
  effectiveUntil: '2028-03-31',
  abstract: '见习岗位与补贴。',
  keywords: ['就业见习'],
  captionNote: '2025年3月10日印发。',
  body: { text: '第一条 为帮助青年积累工作经验，制定本办法。' },
  renditions: [
    {
      role: 'original',
      file: { sha256: '1a'.repeat(32), bytes: 48213, mediaType: 'application/ofd', filename: '办法.ofd' },
    },
  ],
  attachments: [
    {
      title: '申报表',
      file: { sha256: '2b'.repeat(32), bytes: 1587, mediaType: 'application/pdf', filename: '申报表.pdf' },
    },
  ],
} satisfies DocumentContent;

export const decision = { title: '清理结果的决定', number: '临政发〔2026〕4号', issuedOn: '2026-05-20' };

/** A document that was published, with other content than usual where a test needs it. */
export function given(changes: Partial<DocumentContent> = {}): DocumentHead {
  const body = { documentId, document: { ...content, ...changes } };
  return applied(undefined, decide(undefined, { name: 'publish', documentId, body }, context));
}

/** A head whose snapshot no command produces, e.g. one that events of other kinds have made. */
export function givenDocument(changes: Partial<Document>): DocumentHead {
  const head = given();
  return { ...head, document: { ...head.document, ...changes } };
}

/** Decides a command that expects the head’s version. */
export function when<Name extends Exclude<Command['name'], 'publish'>>(
  head: DocumentHead,
  name: Name,
  body: Omit<Extract<Command, { name: Name }>['body'], 'expectedVersion'>,
  today = context.today,
): Decision {
  // TypeScript does not see that name and body belong together
  const command = {
    name,
    documentId,
    body: { ...body, expectedVersion: head.version },
  } as unknown as Command;
  return decide(head, command, { ...context, today });
}

/** The head after an accepted decision; a refusal fails the test. */
export function applied(head: DocumentHead | undefined, outcome: Decision): DocumentHead {
  if (outcome.outcome === 'rejected') throw new Error(`refused: ${JSON.stringify(outcome)}`);
  const next = evolve(head, eventOf(head, outcome.change));
  if (!next) throw new Error('the event was not admitted');
  return next;
}

/** The event that the publisher appends for a change. */
export function eventOf(head: DocumentHead | undefined, { type, document, change }: Change): DocumentEvent {
  const version = (head?.version ?? 0) + 1;
  const envelope = {
    specversion: '1.0',
    id: `00000000-0000-5000-8000-${String(version).padStart(12, '0')}`,
    source: 'https://gongwen.linlan.example/publisher',
    type,
    subject: document.documentId,
    time: '2026-06-15T09:30:00.000+08:00',
    dataschema: `https://gongwen.cn/schemas/${type.slice('cn.gongwen.'.length)}.schema.json`,
    sequence: String(version),
    actor: document.department,
    data: { version, document, change },
  };
  return envelope as DocumentEvent; // type and change belong together in `Change`
}
