/** What the importer had to mend or doubt, by code; the wording goes into `provenance.warnings`. */
export const warningTexts = {
  number_in_title: '文号原在标题中',
  number_not_a_number: '文号栏不是文号',
  number_irregular: '文号不合规范',
  number_mended: '文号已补“号”字',
  number_year_differs: '文号年份与成文日期不同',
  number_shared: '同一文号另有标题不同的文件',
  title_markup: '标题含标记，已去除',
  title_split: '标题为载体与文件名相连，已分开',
  date_incomplete: '日期不完整',
  date_unreadable: '日期无法识别',
  date_column_wrong: '日期栏与原页面不符，以原页面为准',
  published_from_file_name: '发布日期取自文件名',
  published_before_issued: '发布日期早于成文日期',
  issuers_from_title: '发文机关取自标题',
  issuers_incomplete: '发文机关未列全',
  history_unreadable: '沿革中有无法识别的内容',
  validity_unreadable: '效力标注无法识别',
  level_unreadable: '层级标注无法识别',
  url_unusable: '链接不可用',
  body_elsewhere: '正文只在另外的文件中',
  files_elsewhere: '附件只有链接',
  section_end_mended: '正文中的 ]]> 未转义，已修复',
  elements_empty: '来源的要素为空',
  elements_not_kept: '来源的要素未收录',
  time_doubtful: '时间可能是十二小时制，只取日期',
  issued_on_is_release: '成文日期栏填的是发布日期，成文日期不明',
  issued_on_from_text: '成文日期取自正文',
  valid_end_constant: '有效期至栏是常量',
  number_from_subtitle: '文号取自副标题',
  disclosure_constant: '公开属性是来源系统的常量',
  issuers_from_publisher: '发文机关取自发布机构',
  text_cut: '过长，已截断',
  title_differs: '各来源标题不同',
  targets_incomplete: '所列文件可能不全',
  decision_from_citations: '决定由被修改文件的沿革推得，未见原文',
  value_differs: '各来源的值不同',
} as const;

export type WarningCode = keyof typeof warningTexts;

export interface Warning {
  readonly code: WarningCode;
  readonly detail?: string;
}

const maximumLength = 1000;

export function warning(code: WarningCode, detail?: string): Warning {
  return detail === undefined ? { code } : { code, detail };
}

/** The warning as one line of text. */
export function warningText({ code, detail }: Warning): string {
  const text = detail === undefined ? warningTexts[code] : `${warningTexts[code]}：${detail}`;
  return [...text.replaceAll(/\s+/g, ' ')].slice(0, maximumLength).join('');
}
