import { format } from 'prettier';
import {
  type ErrorClass,
  type ErrorCode,
  type ErrorDefinition,
  errorTable,
  isRetryable,
} from '../src/error-table.ts';

interface ClassText {
  zh: string;
  en: string;
}

/** What a client may expect of a class of errors, and how it should react. */
const classTexts: Record<ErrorClass, ClassText> = {
  fix_request: {
    zh: '请求本身有误，什么都没有写入。原样重发仍会失败；改正后重发。',
    en: 'The request is wrong and nothing was written. Sent again unchanged it fails again; mend it first.',
  },
  someone_else_changed_it: {
    zh: '文件已被别人改动，或状态不允许，什么都没有写入。取回当前版本，核对后再决定。',
    en: 'The document was changed by others or its state forbids the step; nothing was written. Fetch it, check, decide again.',
  },
  not_allowed: {
    zh: '凭据不足，什么都没有写入。更换凭据或请管理员授权。',
    en: 'The credentials do not suffice; nothing was written. Use others, or ask the administrator.',
  },
  wait_and_repeat: {
    zh: '暂时不能处理，什么都没有写入。稍候以同一幂等键重发。',
    en: 'It cannot be handled now; nothing was written. Wait, then repeat with the same idempotency key.',
  },
  unknown_outcome: {
    zh: '可能已写入，也可能没有。以同一幂等键重发，直到得到确定的回答；换新键会造成重复发布。',
    en: 'It may have been written, or not. Repeat with the same key until the answer is definite; a new key may publish twice.',
  },
  our_bug: {
    zh: '系统自身的错误，是否写入不确定。以同一幂等键重发；若仍失败，请提供 requestId。',
    en: 'A fault of ours, and it is not certain what was written. Repeat with the same key; if it fails again, report the requestId.',
  },
};

/** The text of docs/errors.md. */
export function errorsPage(): Promise<string> {
  // TypeScript forgets the keys’ type in Object.entries and Object.keys
  const codes = Object.entries(errorTable) as [ErrorCode, ErrorDefinition][];
  const classes = Object.keys(classTexts) as ErrorClass[];
  return format([...introduction, ...classes.flatMap((name) => classSection(name, codes))].join('\n'), {
    parser: 'markdown',
    printWidth: 110,
  });
}

const introduction = [
  '# 错误码 · Error codes',
  '',
  '<!-- Written by packages/schemas/scripts/write-errors-page.ts from src/error-table.ts. Do not edit. -->',
  '',
  '错误以 `application/problem+json`（RFC 9457）回答；`code` 不会改变，请按它处理，不要解析文字。`issues` 以 JSON 指针（RFC 6901）指出每一处。',
  '',
  'Errors are `application/problem+json` (RFC 9457). `code` never changes: act on it, do not parse the texts. `issues` names each place by a JSON pointer (RFC 6901).',
  '',
];

function classSection(name: ErrorClass, codes: [ErrorCode, ErrorDefinition][]): string[] {
  const { zh, en } = classTexts[name];
  const members = codes.filter(([, definition]) => definition.class === name);
  return [`## ${name}`, '', zh, '', en, '', ...members.flatMap(codeSection)];
}

function codeSection([code, { status, zh, en, hintZh, hintEn }]: [ErrorCode, ErrorDefinition]): string[] {
  return [
    `### ${code}`,
    '',
    `HTTP ${status} · ${isRetryable(code) ? '可重发 retryable' : '不可原样重发 not retryable'}`,
    '',
    `- 原因：${zh}`,
    `- 处理：${hintZh}`,
    `- Cause: ${en}`,
    `- Fix: ${hintEn}`,
    '',
  ];
}
