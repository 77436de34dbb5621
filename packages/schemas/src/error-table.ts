/** How a client should react; every code belongs to exactly one class (the SDK acts on it). */
export type ErrorClass =
  | 'fix_request'
  | 'someone_else_changed_it'
  | 'not_allowed'
  | 'wait_and_repeat'
  | 'unknown_outcome'
  | 'our_bug';

export interface ErrorDefinition {
  readonly status: number;
  readonly class: ErrorClass;
  /** What is wrong, in a sentence. */
  readonly zh: string;
  readonly en: string;
  /** How to mend it. */
  readonly hintZh: string;
  readonly hintEn: string;
}

const row = (
  status: number,
  errorClass: ErrorClass,
  zh: string,
  en: string,
  hintZh: string,
  hintEn: string,
): ErrorDefinition => ({ status, class: errorClass, zh, en, hintZh, hintEn });

/** The one table of error codes. `docs/errors.md` is held to it in both directions by a test. */
// prettier-ignore
export const errorTable = {
  MALFORMED_JSON: row(400, 'fix_request', '请求正文不是有效的 JSON。', 'The body is not valid JSON.', '请以不带 BOM 的 UTF-8 编码发送 JSON。', 'Send JSON in UTF-8 without a byte order mark.'),
  MALFORMED_REQUEST: row(400, 'fix_request', '这不是有效的 HTTP 请求。', 'This is not a valid HTTP request.', '检查请求行、请求头与长度；Content-Length 与 Transfer-Encoding 只用其一。', 'Check request line, headers and length; use either Content-Length or Transfer-Encoding.'),
  INVALID_UNICODE: row(400, 'fix_request', '文本含有无效的 Unicode。', 'The text is not valid Unicode.', '请检查编码，去掉孤立的代理项。', 'Check the encoding; remove lone surrogates.'),
  CONTROL_CHARACTER: row(422, 'fix_request', '文本含有控制字符。', 'The text has a control character.', '请去掉控制字符、单行字段中的换行以及双向控制符。', 'Remove control characters, line breaks in one-line fields and bidirectional overrides.'),
  DUPLICATE_JSON_KEY: row(400, 'fix_request', 'JSON 对象中有重复的键。', 'A JSON object has the same key twice.', '每个键只写一次。', 'Write each key once.'),
  NESTING_TOO_DEEP: row(400, 'fix_request', 'JSON 嵌套层数过多。', 'The JSON is nested too deeply.', '最多 64 层。', 'Use 64 levels at most.'),
  TOO_MANY_KEYS: row(400, 'fix_request', 'JSON 键过多。', 'The JSON has too many keys.', '全文最多 100 000 个键。', 'Use 100 000 keys at most.'),
  NUMBER_OUT_OF_RANGE: row(422, 'fix_request', '数字超出可精确表示的范围。', 'A number is outside the exact range.', '整数请保持在 ±(2^53−1) 之内，不要用 -0。', 'Keep integers within ±(2^53−1), and no -0.'),
  BODY_TOO_LARGE: row(413, 'fix_request', '请求正文过大。', 'The body is too large.', '正文上限 2 MiB；长文和文件请先用 files.upload 上传。', 'The limit is 2 MiB; upload long text and files first with files.upload.'),
  HEADERS_TOO_LARGE: row(431, 'fix_request', '请求头过大。', 'The headers are too large.', '请求头上限 16 KiB。', 'Keep the headers within 16 KiB.'),
  REQUEST_TIMEOUT: row(408, 'wait_and_repeat', '请求没有在时限内收完。', 'The request did not arrive in time.', '检查 Content-Length 与网络后重发。', 'Check Content-Length and the network, then send again.'),
  UNSUPPORTED_ENCODING: row(415, 'fix_request', '不接受压缩的请求正文。', 'Compressed bodies are not accepted.', '去掉 Content-Encoding。', 'Send without Content-Encoding.'),
  UNSUPPORTED_MEDIA_TYPE: row(415, 'fix_request', '不支持的媒体类型。', 'The media type is not supported.', '命令用 application/json（UTF-8）；文件按原字节发送。', 'Use application/json (UTF-8) for commands; send files as raw bytes.'),
  SCHEMA_VIOLATION: row(422, 'fix_request', '内容不符合模式。', 'The content does not match its schema.', '逐条处理 issues 中的指针。', 'Mend each pointer in issues.'),
  UNKNOWN_SCHEMA_VERSION: row(422, 'fix_request', '未知的事件类型或模式版本。', 'The event type or schema version is unknown.', '请使用 packages/schemas 中的类型。', 'Use a type of packages/schemas.'),
  ID_INVALID: row(422, 'fix_request', '标识的写法不对。', 'The identifier is not well formed.', '写作 `<部门>:<本地号>`，例如 qd-hrss:2022-00017，只用 ASCII 字母、数字和 . _ -。', 'Write `<department>:<localId>`, e.g. qd-hrss:2022-00017, in ASCII letters, digits and . _ -.'),
  DATE_INVALID: row(422, 'fix_request', '日期不存在或先后矛盾。', 'A date does not exist, or contradicts another.', '写作 YYYY-MM-DD（北京时间），并检查先后。', 'Write YYYY-MM-DD (Asia/Shanghai) and check the order of dates.'),
  DOCUMENT_NUMBER_INVALID: row(422, 'fix_request', '发文字号的写法不对。', 'The 发文字号 is not well formed.', '写作 机关代字〔年份〕顺序号号，例如 青政发〔2022〕4号。', 'Write agency code, year in 〔〕, number, 号: e.g. 青政发〔2022〕4号.'),
  MANDATORY_FIELD_MISSING: row(422, 'fix_request', '缺少法定必备要素。', 'A mandatory element is missing.', '补齐 issues 所列字段；历史数据导入时可在 provenance.gaps 中标明。', 'Add the fields in issues; an import may mark them in provenance.gaps.'),
  DISCLOSURE_FORBIDS: row(422, 'fix_request', '公开属性不允许发布。', 'The disclosure attribute forbids publishing.', '只有主动公开的文件可以发布。', 'Only documents for active disclosure can be published.'),
  NUMBER_IN_USE: row(409, 'someone_else_changed_it', '该发文机关已有同一文号的文件。', 'The issuer has a document of this number already.', '核对文号；同一文件请改用原 documentId，重号请更正。', 'Check the number; use the existing documentId for the same document.'),
  GATE_NOT_PASSED: row(422, 'fix_request', '发布前的审查材料不全。', 'The reviews that must come before publication are not complete.', '按 issues 补齐 evidence 中的审查记录。', 'Add the review records in issues to evidence.'),
  CLASSIFIED_CONTENT: row(422, 'fix_request', '文件带有密级标志，不得公开。', 'The document bears a classification mark and must not be published.', '先依法解密并去掉密级标志；误标的，改正原件。', 'Declassify it first and remove the mark; mend the original if it is marked by mistake.'),
  WORDING_REFUSED: row(422, 'fix_request', '用词检查发现错误。', 'The wording check found errors.', '按 issues 改正文字。', 'Mend the wording in issues.'),
  IDEMPOTENCY_KEY_MISSING: row(400, 'fix_request', '缺少幂等键。', 'The idempotency key is missing.', '发送 Idempotency-Key 请求头，或在正文中写 clientReference。', 'Send the header Idempotency-Key, or clientReference in the body.'),
  IDEMPOTENCY_KEY_INVALID: row(400, 'fix_request', '幂等键的写法不对。', 'The idempotency key is not well formed.', '1–255 个可见 ASCII 字符。', 'Use 1–255 visible ASCII characters.'),
  IDEMPOTENCY_KEY_REUSED: row(422, 'fix_request', '同一幂等键已用于另一内容。', 'The idempotency key was used with other content.', '新的请求请用新的键。', 'Use a new key for a new request.'),
  REQUEST_IN_PROGRESS: row(409, 'wait_and_repeat', '同一幂等键的请求正在处理。', 'A request with this key is still running.', '稍候以同一键重发。', 'Repeat with the same key a little later.'),
  PRECONDITION_REQUIRED: row(428, 'someone_else_changed_it', '缺少预期版本。', 'The expected version is missing.', '发送 If-Match: "<版本>"，或在正文中写 expectedVersion。', 'Send If-Match: "<version>", or expectedVersion in the body.'),
  VERSION_CONFLICT: row(409, 'someone_else_changed_it', '版本冲突：文件已被改动。', 'Version conflict: the document has changed.', '取回当前版本，核对后再提交。', 'Fetch the current version, check, and send again.'),
  ILLEGAL_TRANSITION: row(409, 'someone_else_changed_it', '文件当前状态不允许这一操作。', 'The document’s state does not allow this.', '查看文件的效力与发布状态。', 'Look at the document’s validity and publication state.'),
  DOCUMENT_NOT_FOUND: row(404, 'fix_request', '没有这个文件。', 'There is no such document.', '核对 documentId。', 'Check the documentId.'),
  RECEIPT_NOT_FOUND: row(404, 'fix_request', '没有这个回执。', 'There is no such receipt.', '核对 receiptId。', 'Check the receiptId.'),
  VERSION_NOT_FOUND: row(404, 'fix_request', '没有这个版本。', 'There is no such version.', '版本从 1 数到当前版本。', 'Versions count from 1 to the current one.'),
  FILE_NOT_FOUND: row(404, 'fix_request', '没有这个文件原件。', 'There is no such file.', '核对 sha256。', 'Check the sha256.'),
  DOCUMENT_WITHDRAWN: row(410, 'fix_request', '文件已撤回。', 'The document was withdrawn.', '撤回原因见 detail。', 'The public reason is in detail.'),
  NOT_FOUND: row(404, 'fix_request', '没有这个地址。', 'There is nothing at this address.', '接口见 docs/http.md。', 'See docs/http.md.'),
  METHOD_NOT_ALLOWED: row(405, 'fix_request', '此地址不支持这个方法。', 'The method is not supported here.', '允许的方法见 Allow 响应头。', 'See the Allow header.'),
  PARAMETER_INVALID: row(400, 'fix_request', '查询参数不对。', 'A query parameter is wrong.', '按 issues 修改参数。', 'Mend the parameters in issues.'),
  QUERY_TOO_COMPLEX: row(400, 'fix_request', '检索式过于复杂。', 'The query is too complex.', '缩短检索词，用游标翻页。', 'Shorten the query; page with the cursor.'),
  UNAUTHENTICATED: row(401, 'not_allowed', '没有有效的身份凭据。', 'There are no valid credentials.', '发送 Authorization: Bearer <密钥或令牌>。', 'Send Authorization: Bearer <key or token>.'),
  TOKEN_EXPIRED: row(401, 'not_allowed', '令牌已过期。', 'The token has expired.', '换取新令牌后重发。', 'Get a new token and send again.'),
  INSUFFICIENT_SCOPE: row(403, 'not_allowed', '凭据的权限范围不包括此操作。', 'The credential’s scope does not cover this.', '请管理员授予所需范围。', 'Ask the administrator for the scope.'),
  FORBIDDEN_NAMESPACE: row(403, 'not_allowed', '不能操作其他部门的文件。', 'Documents of another department are out of bounds.', '只操作本部门命名空间内的 documentId。', 'Use documentIds in your own department’s namespace.'),
  DEPARTMENT_DISABLED: row(403, 'not_allowed', '该部门已停用。', 'The department is disabled.', '请联系平台管理员。', 'Contact the platform’s administrator.'),
  RATE_LIMITED: row(429, 'wait_and_repeat', '请求过于频繁。', 'Too many requests.', '按 Retry-After 等待后以同一键重发。', 'Wait for Retry-After, then repeat with the same key.'),
  OVERLOADED: row(503, 'wait_and_repeat', '系统繁忙。', 'The system is overloaded.', '按 Retry-After 等待后以同一键重发。', 'Wait for Retry-After, then repeat with the same key.'),
  DEPENDENCY_UNAVAILABLE: row(503, 'wait_and_repeat', '所依赖的服务暂不可用。', 'A service that this needs is unavailable.', '稍后以同一键重发。', 'Repeat with the same key later.'),
  OUTCOME_UNKNOWN: row(503, 'unknown_outcome', '暂时无法确认结果。', 'The outcome is not yet known.', '以同一键重发，直到得到确定的回答；不要换新键。', 'Repeat with the same key until the answer is definite; never use a new key.'),
  FILE_EMPTY: row(422, 'fix_request', '文件是空的。', 'The file is empty.', '上传有内容的文件。', 'Upload a file that has content.'),
  FILE_TOO_LARGE: row(413, 'fix_request', '文件过大。', 'The file is too large.', '单个文件上限 200 MiB。', 'A file may have 200 MiB at most.'),
  FILE_TYPE_NOT_ALLOWED: row(415, 'fix_request', '不接受这种文件。', 'This kind of file is not accepted.', '接受 PDF、OFD、Word、Excel、纯文本、HTML、PNG、JPEG、MP4、MP3。', 'PDF, OFD, Word, Excel, text, HTML, PNG, JPEG, MP4 and MP3 are accepted.'),
  FILE_TYPE_MISMATCH: row(422, 'fix_request', '文件内容与声明的类型不符。', 'The content is not of the declared type.', '声明文件的真实类型。', 'Declare the file’s real type.'),
  FILENAME_INVALID: row(422, 'fix_request', '文件名的写法不对。', 'The filename is not well formed.', '1–200 个字符，不含路径与控制字符。', 'Use 1–200 characters without path or control characters.'),
  DIGEST_MISSING: row(400, 'fix_request', '缺少 Content-Digest。', 'Content-Digest is missing.', '发送 Content-Digest: sha-256=:<base64>:（RFC 9530）。', 'Send Content-Digest: sha-256=:<base64>: (RFC 9530).'),
  DIGEST_MISMATCH: row(422, 'fix_request', '内容与声明的摘要不符。', 'The content does not match its digest.', '重新计算摘要并重新上传。', 'Compute the digest again and upload again.'),
  ORIGINAL_MISSING: row(422, 'fix_request', '引用的文件尚未上传。', 'A file that is referred to was not uploaded.', '先用 files.upload 上传，再引用。', 'Upload it with files.upload first.'),
  SIGNATURE_INVALID: row(401, 'not_allowed', '签名无效。', 'The signature is not valid.', '用收到的原始字节验证；检查密钥与时钟。', 'Verify the raw bytes received; check key and clock.'),
  INTERNAL: row(500, 'our_bug', '系统内部错误。', 'An internal error.', '以同一键重发；若仍失败，请提供 requestId。', 'Repeat with the same key; if it fails again, report the requestId.'),
} as const satisfies Record<string, ErrorDefinition>;

export type ErrorCode = keyof typeof errorTable;

const retryableClasses: ReadonlySet<ErrorClass> = new Set<ErrorClass>([
  'wait_and_repeat',
  'unknown_outcome',
  'our_bug',
]);

/** Whether the same request, with the same idempotency key, may succeed later. */
export function isRetryable(code: ErrorCode): boolean {
  return retryableClasses.has(errorTable[code].class);
}

export function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(errorTable, code);
}
