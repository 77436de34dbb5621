import { codeLists } from '../src/code-lists.ts';
import { type Property, type Schema, array, enumeration, object } from './schema.ts';

const codes = (description: string, list: Readonly<Record<string, string>>): Schema =>
  enumeration(description, Object.keys(list));

/** What a department writes. The order is DOMAIN §3: identity, responsibility, dates, classification, disclosure, content. */
const content: Record<string, Property> = {
  docClass: codes('Kind of document (DOMAIN §2).', codeLists.docClass),
  title: 'Title',
  subtitle: 'Title',
  kicker: 'Title',
  linkTitle: 'Title',
  formerTitles: array('Titles that it had before; it may still be cited by them.', 'Title', { maxItems: 50 }),
  captionNote: {
    type: 'string',
    minLength: 1,
    maxLength: 20000,
    description: '题注: the history of a law in one paragraph.',
  },
  documentNumber: 'DocumentNumber',
  formerNumbers: array('文号 that it had before; it may still be cited by them.', 'Line', { maxItems: 50 }),
  indexNumber: 'Line',
  registrationNumber: 'Line',
  catalogCodes: array('信息类别编号.', 'Line', { maxItems: 20 }),
  sourceUrls: array('原文链接.', 'Url', { maxItems: 50 }),
  issuers: array('发文机关, the lead first; several in a joint issue.', 'Issuer', { maxItems: 50 }),
  publisher: 'Line',
  letterhead: 'Line',
  signatory: 'Line',
  drafters: array('起草单位.', 'Line', { maxItems: 50 }),
  addressees: array('主送机关.', 'Line', { maxItems: 200 }),
  copyTo: array('抄送机关.', 'Line', { maxItems: 200 }),
  printedBy: 'Line',
  printedOn: 'LocalDate',
  source: 'Line',
  level: codes('层级.', codeLists.level),
  regionCode: { type: 'string', pattern: '^\\d{6}$', description: 'GB/T 2260, six digits.' },
  issuedOn: 'LocalDate',
  publishedOn: 'LocalDate',
  adoptedOn: 'LocalDate',
  approvedOn: 'LocalDate',
  promulgatedOn: 'LocalDate',
  effectiveFrom: 'LocalDate',
  effectiveUntil: 'LocalDate',
  formedOn: 'LocalDate',
  officialForm: codes('公文种类, the 15 statutory forms.', codeLists.officialForm),
  instrumentForm: 'Line',
  themes: array('主题分类, two levels as `A\\B`.', 'Line', { maxItems: 20 }),
  genre: 'Line',
  audiences: array('服务对象分类.', 'Line', { maxItems: 50 }),
  fiveOpenings: codes('五公开分类.', codeLists.fiveOpenings),
  topics: array('专题.', 'Line', { maxItems: 50 }),
  keywords: array('关键词.', 'Line', { maxItems: 100 }),
  abstract: 'Note',
  isProvisional: { type: 'boolean', description: '暂行/试行. Default false.' },
  disclosure: codes('公开属性, fixed before circulation; has no default.', codeLists.disclosure),
  nonDisclosureBasis: 'Note',
  interpretationPlan: 'InterpretationPlan',
  annotation: 'Line',
  body: 'Body',
  renditions: array('原件: the files that are the document.', 'Rendition', { maxItems: 100 }),
  attachments: array('附件, in the order of 附件说明.', 'Attachment', { maxItems: 500 }),
  instruments: array('What a carrier promulgates (《…》等三个文件的通知), in order.', 'Instrument', {
    maxItems: 100,
  }),
  relations: array('关联: typed relations to other documents.', 'Relation', { maxItems: 5000 }),
  undisclosedTargetCount: {
    type: 'integer',
    minimum: 1,
    maximum: 100000,
    description: 'Documents that this decision ends and that may not be named.',
  },
  gazetteIssue: 'GazetteIssue',
  history: array('Dated events of the time before this system (题注, imports).', 'HistoryEntry', {
    maxItems: 500,
  }),
  provenance: 'Provenance',
};

const optionalContent = Object.keys(content).filter(
  (name) => !['docClass', 'title', 'disclosure'].includes(name),
);

export const document: Record<string, Schema> = {
  DocumentContent: object(
    'A document as its department writes it. Missing parts that the law wants are refused, unless an import marks them as gaps.',
    content,
    ['docClass', 'title', 'disclosure'],
  ),
  DocumentChanges: object('The fields that change; what is absent stays as it is.', content, []),
  ClearableField: enumeration('A field that may be emptied.', optionalContent),
  Document: object(
    'The whole document as it stands after an event: what its department wrote and what has happened to it.',
    {
      documentId: 'DocumentId',
      department: 'DepartmentId',
      publication: 'Publication',
      textVersion: 'Version',
      lifecycle: array(
        'What changed its validity, oldest first; `validityOn` derives the validity of any date from it.',
        'LifecycleEntry',
        { maxItems: 1000 },
      ),
      ...content,
    },
    [
      'documentId',
      'department',
      'publication',
      'textVersion',
      'lifecycle',
      'docClass',
      'title',
      'disclosure',
    ],
  ),
  Publication: object(
    'Publication axis: published, or withdrawn with the reason that the public may read.',
    {
      state: codes('Published or withdrawn.', codeLists.publication),
      reasonCode: codes('Why it was withdrawn.', codeLists.withdrawalReason),
      publicReason: 'Line',
      withdrawnOn: 'LocalDate',
    },
    ['state'],
  ),
  LifecycleEntry: object(
    'One fact on the validity axis.',
    {
      change: codes('What happened.', codeLists.lifecycleChange),
      effectiveOn: 'LocalDate',
      version: 'Version',
      decision: 'DocumentReference',
      reasonCode: codes('失效理由.', codeLists.lapseReason),
      reason: 'Line',
      articles: array('The articles that end.', 'Line', { maxItems: 1000 }),
      reverses: 'Version',
    },
    ['change', 'effectiveOn', 'version'],
  ),
  DocumentNumber: object(
    '发文字号. `raw` is what the document shows; the rest is computed by the gateway (GB/T 9704, DOMAIN §5).',
    {
      raw: 'Line',
      canonical: 'Line',
      form: codes('Which grammar it follows.', codeLists.documentNumberForm),
      agencyCode: 'Line',
      year: { type: 'integer', minimum: 1900, maximum: 2199, description: 'Year in the number.' },
      sequence: { type: 'integer', minimum: 1, maximum: 99999, description: '顺序号.' },
    },
    ['raw'],
  ),
  Issuer: object(
    'An issuing body.',
    {
      name: 'Line',
      organizationId: 'Line',
      unifiedSocialCreditCode: {
        type: 'string',
        pattern: '^[0-9A-HJ-NPQRTUWXY]{18}$',
        description: '统一社会信用代码, GB 32100.',
      },
    },
    ['name'],
  ),
  Body: object(
    '正文. Up to 512 KiB of UTF-8 inline; longer text is a file (claim check).',
    {
      text: { type: 'string', minLength: 1, maxLength: 524288, pattern: '\\S', description: 'Plain text.' },
      html: { type: 'string', minLength: 1, maxLength: 524288, description: 'HTML, sanitised on output.' },
      file: 'FileReference',
    },
    [],
    { minProperties: 1 },
  ),
  Instrument: object(
    'One of several instruments in one document; it may be cited by its own title.',
    { title: 'Title', instrumentForm: 'Line' },
    ['title'],
  ),
  Rendition: object(
    'A file that is the document.',
    { role: codes('What the file is for.', codeLists.renditionRole), file: 'FileReference' },
    ['role', 'file'],
  ),
  Attachment: object('An attachment.', { title: 'Title', file: 'FileReference' }, ['title', 'file']),
  GazetteIssue: object(
    '政府公报期次: which one this is, e.g. 2019年第3、4期（总390期）. What it contains are its relations `carries`.',
    {
      year: { type: 'integer', description: 'Year of the run.', minimum: 1949, maximum: 2200 },
      numbers: array(
        'Numbers within the year; a double issue has two.',
        { type: 'integer', description: 'One number.', minimum: 1, maximum: 400 },
        { minItems: 1, maxItems: 10, uniqueItems: true },
      ),
      totalNumber: {
        type: 'integer',
        description: 'Number since the first issue, 总期数.',
        minimum: 1,
        maximum: 100000,
      },
    },
    ['year', 'numbers'],
  ),
  HistoryEntry: object(
    'A dated event as the source words it.',
    { on: 'LocalDate', event: codes('What happened.', codeLists.historyEvent), text: 'Line' },
    ['on', 'event'],
  ),
  Provenance: object(
    'Where an imported document comes from and what its source lacks. Its text held from `textFrom` on; earlier texts are not here.',
    {
      sources: array('Every row that was merged into this document.', 'ImportSource', { maxItems: 100 }),
      gaps: array('Mandatory fields that the source lacks.', codes('A field.', codeLists.gap), {
        maxItems: 20,
        uniqueItems: true,
      }),
      statedValidity: object(
        'The validity as the source states it, used where no event tells more.',
        { state: enumeration('Its meaning.', ['in_force', 'ended']), label: 'Line' },
        ['state'],
      ),
      textFrom: 'LocalDate',
      warnings: array('What the importer had to mend or doubt.', 'Line', { maxItems: 100 }),
    },
    ['sources', 'gaps'],
  ),
  ImportSource: object(
    'One row of a collection.',
    {
      collection: 'Line',
      file: 'Line',
      row: {
        type: 'integer',
        minimum: 0,
        maximum: 9007199254740991,
        description: 'Line or row in the file.',
      },
      url: 'Url',
    },
    ['collection'],
  ),
};
