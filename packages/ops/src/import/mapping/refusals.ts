import type { Mapped } from './draft.ts';

type Rejected = Extract<Mapped, { outcome: 'rejected' }>;

/** Why a record cannot be a document. Everything else that it lacks is a gap. */
export const noTitle: Rejected = {
  outcome: 'rejected',
  code: 'MANDATORY_FIELD_MISSING',
  pointer: '/title',
  reason: '没有标题 / there is no title',
};

export const tooLongBody: Rejected = {
  outcome: 'rejected',
  code: 'BODY_TOO_LARGE',
  pointer: '/body',
  reason: '正文超过 512 KiB，请作为文件上传 / upload the text as a file',
};

export const unknownShape: Rejected = {
  outcome: 'rejected',
  code: 'SCHEMA_VIOLATION',
  pointer: '',
  reason: '不是已知的记录形状（法规、政策或本系统格式）/ not a law, a policy or a record of our own shape',
};

export const unknownDisclosure: Rejected = {
  outcome: 'rejected',
  code: 'SCHEMA_VIOLATION',
  pointer: '/article/vc_openmodel',
  reason: '公开属性不是主动公开、依申请公开或不予公开 / the disclosure attribute is unknown',
};
