import type { LogRecord } from '@gongwen/ports';
import { type DocumentEvent, isDocumentEvent } from '@gongwen/schemas';

/** Why a record of the log is no event. */
export type DecodeFault = 'UNDECODABLE' | 'UNSUPPORTED' | 'SCHEMA' | 'KEY_MISMATCH';

export interface DecodeFailure {
  readonly outcome: 'dead';
  readonly code: DecodeFault;
  readonly reason: string;
}

export type Decoded = { readonly outcome: 'event'; readonly event: DocumentEvent } | DecodeFailure;

const knownTypes = /^cn\.gongwen\.document\.[a-z-]+\.v1$/;

/** Reads a record of `documents.events`. Readers are open: fields that we do not know yet are no fault. Never throws. */
export function decodeEvent({ key, value }: LogRecord): Decoded {
  if (value === null || value.byteLength === 0) return dead('UNDECODABLE', 'the record is empty');
  let event: unknown;
  try {
    event = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(value));
  } catch {
    return dead('UNDECODABLE', 'the bytes are not JSON in UTF-8');
  }
  if (typeof event !== 'object' || event === null || Array.isArray(event)) {
    return dead('UNDECODABLE', 'the JSON is not an object');
  }
  if ('type' in event && typeof event.type === 'string' && !knownTypes.test(event.type)) {
    return dead('UNSUPPORTED', `unknown event type ${event.type.slice(0, 100)}`);
  }
  if (!isReadableEvent(event)) return dead('SCHEMA', schemaFault());
  if (key !== event.subject || event.data.document.documentId !== event.subject) {
    return dead('KEY_MISMATCH', 'key, subject and documentId differ');
  }
  return { outcome: 'event', event };
}

function isReadableEvent(event: unknown): event is DocumentEvent {
  if (isDocumentEvent(event)) return true;
  return (isDocumentEvent.errors ?? []).every((error) => error.keyword === 'additionalProperties');
}

function schemaFault(): string {
  const error = (isDocumentEvent.errors ?? []).find(({ keyword }) => keyword !== 'additionalProperties');
  return `${error?.instancePath ?? ''} fails ${error?.keyword ?? 'the schema'}`.slice(0, 300);
}

function dead(code: DecodeFault, reason: string): Decoded {
  return { outcome: 'dead', code, reason };
}
