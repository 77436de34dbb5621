/**
 * Code lists: code → 中文. Sources: DOMAIN §2 and §4 (公文处理工作条例 for the 15 statutory forms, the State Council's
 * 清理 decisions for the reasons of lapse). The schemas take their `enum` values from here.
 */
export const codeLists = {
  docClass: {
    local_regulation: '地方性法规',
    government_rule: '政府规章',
    normative_document: '行政规范性文件',
    other_policy_document: '其他政策文件',
    lifecycle_decision: '修改、废止、失效决定',
    interpretation: '政策解读',
    gazette_issue: '政府公报',
    qa_entry: '政策问答',
    decision_process_item: '重大行政决策材料',
  },
  validity: {
    not_yet_effective: '尚未施行',
    in_force: '现行有效',
    in_force_amended: '现行有效（已修改）',
    partially_ended: '部分失效',
    superseded: '已被替代',
    repealed: '已废止',
    expired: '期满失效',
    declared_lapsed: '宣布失效',
    not_applicable: '不适用',
    unknown: '未标注',
  },
  publication: { published: '已发布', withdrawn: '已撤回' },
  lifecycleChange: {
    amended: '修改',
    repealed: '废止',
    expired: '期满失效',
    declared_lapsed: '宣布失效',
    superseded: '被替代',
    partially_ended: '部分失效',
    end_scheduled: '附条件失效',
    end_cancelled: '取消附条件失效',
    renewed: '继续有效',
    reinstated: '恢复效力',
  },
  lapseReason: {
    conflicts_with_law: '与现行法律法规不一致',
    covered_by_new_rule: '被新规定涵盖或者替代',
    subject_gone: '调整对象已消失',
    task_completed: '工作任务已完成',
    period_passed: '适用期已过',
    unsuited: '不适应发展需要',
  },
  withdrawalReason: {
    published_by_mistake: '误发',
    classified: '涉密',
    privacy: '涉及个人隐私',
    erroneous: '内容错误',
    under_correction: '更正中',
  },
  disclosure: { active: '主动公开', on_request: '依申请公开', none: '不予公开' },
  level: { national: '国家', province: '省级', city: '市级', county: '区县', township: '乡镇街道' },
  officialForm: {
    resolution: '决议',
    decision: '决定',
    order: '命令（令）',
    communique: '公报',
    announcement: '公告',
    notice_public: '通告',
    opinion: '意见',
    notice: '通知',
    circular: '通报',
    report: '报告',
    request: '请示',
    reply: '批复',
    proposal: '议案',
    letter: '函',
    minutes: '纪要',
  },
  fiveOpenings: {
    decision: '决策公开',
    execution: '执行公开',
    management: '管理公开',
    service: '服务公开',
    result: '结果公开',
  },
  renditionRole: {
    original: '原件',
    download_text: '文字版',
    download_image: '图片版',
    ofd: 'OFD',
    pdf: 'PDF',
    word: 'Word',
    html: '网页',
    media: '音视频',
  },
  documentNumberForm: {
    agency_year: '机关代字年份号',
    announcement: '公告年第号',
    order: '令第号',
    free: '其他',
  },
  historyEvent: {
    adopted: '通过',
    approved: '批准',
    promulgated: '公布',
    amended: '修正',
    revised: '修订',
    in_force: '施行',
    repealed: '废止',
    other: '其他',
  },
} as const;

type CodeLists = typeof codeLists;
export type DocClass = keyof CodeLists['docClass'];
export type Validity = keyof CodeLists['validity'];

/** 有效性 as the public reads it: one of five words for ten states. */
export const validityGroups = {
  in_force: { zh: '有效', states: ['in_force', 'in_force_amended', 'partially_ended'] },
  not_yet_effective: { zh: '尚未施行', states: ['not_yet_effective'] },
  lapsed: { zh: '失效', states: ['expired', 'declared_lapsed', 'superseded'] },
  repealed: { zh: '废止', states: ['repealed'] },
  unstated: { zh: '未标注', states: ['unknown', 'not_applicable'] },
} as const satisfies Record<string, { zh: string; states: readonly Validity[] }>;

/** Classes whose documents are in force or not; the others act on documents or explain them. */
export const classesWithValidity: ReadonlySet<string> = new Set<DocClass>([
  'local_regulation',
  'government_rule',
  'normative_document',
  'other_policy_document',
]);
