import type { DocumentContent } from '@gongwen/schemas';

/** National laws and administrative regulations stand above a city’s classes; `instrumentForm` keeps what they are. */
export function lawKind(
  path: string,
  issuer: string,
): Pick<DocumentContent, 'docClass' | 'instrumentForm' | 'level'> {
  const folder = path.split('/').find((part) => part !== 'DLC' && !part.includes('地方法规')) ?? '';
  if (path.includes('地方性法规')) {
    const isCity = /^(?!北京|上海|天津|重庆)[\p{Script=Han}]{2,6}市人民代表大会/u.test(issuer);
    return {
      docClass: 'local_regulation',
      instrumentForm: '地方性法规',
      level: isCity ? 'city' : 'province',
    };
  }
  if (folder === '部门规章')
    return { docClass: 'government_rule', instrumentForm: folder, level: 'national' };
  const instrumentForm = folder === '行政法规' ? folder : '法律';
  return { docClass: 'other_policy_document', instrumentForm, level: 'national' };
}
