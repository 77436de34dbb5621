import type { Mapped } from './draft.ts';

/** Why a record cannot be a document. Everything else that it lacks is a gap. */
export const noTitle: Mapped = {
  outcome: 'rejected',
  code: 'MANDATORY_FIELD_MISSING',
  pointer: '/title',
  reason: '没有标题 / there is no title',
};

export const tooLongBody: Mapped = {
  outcome: 'rejected',
  code: 'BODY_TOO_LARGE',
  pointer: '/body',
  reason: '正文超过 512 KiB，请作为文件上传 / upload the text as a file',
};

export const unknownShape: Mapped = {
  outcome: 'rejected',
  code: 'SCHEMA_VIOLATION',
  pointer: '',
  reason: '不是已知的记录形状（法规、政策或本系统格式）/ not a law, a policy or a record of our own shape',
};
