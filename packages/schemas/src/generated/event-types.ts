// Generated from ../../source by scripts/generate.ts. Do not edit.
/** Event types (DESIGN §4) and what they are called in Chinese. */
export const eventTypeNames = {
  'cn.gongwen.document.published.v1': '发布',
  'cn.gongwen.document.amended.v1': '修改',
  'cn.gongwen.document.corrected.v1': '勘误',
  'cn.gongwen.document.repealed.v1': '废止',
  'cn.gongwen.document.expired.v1': '失效',
  'cn.gongwen.document.superseded.v1': '被替代',
  'cn.gongwen.document.partially-ended.v1': '部分失效',
  'cn.gongwen.document.end-scheduled.v1': '附条件失效',
  'cn.gongwen.document.renewed.v1': '继续有效',
  'cn.gongwen.document.reinstated.v1': '恢复效力',
  'cn.gongwen.document.withdrawn.v1': '撤回',
  'cn.gongwen.document.restored.v1': '恢复',
  'cn.gongwen.document.linked.v1': '关联',
  'cn.gongwen.document.disclosure-changed.v1': '公开属性变更',
  'cn.gongwen.document.transferred.v1': '移交',
} as const;
