import type { DocumentContent } from '@gongwen/schemas';

const lifecycleTitle = /关于(?:修改|废止|宣布|公布废止|取消)[^》]*的决定$/;

/** Whether a title is that of a decision about other documents, in whatever collection it stands. */
export function isLifecycleTitle(title: string): boolean {
  return lifecycleTitle.test(title);
}

type Kind = Pick<DocumentContent, 'docClass' | 'instrumentForm' | 'level'>;

/**
 * National laws and administrative regulations stand above a city’s classes; `instrumentForm` keeps what they are. A
 * collection of laws holds decisions that change or repeal laws, too.
 *
 * @param issuer who made it; its title begins with the same place where nobody is named
 */
export function lawKind(path: string, title: string, issuer: string = title): Kind {
  const kind = kindInFolder(path, issuer);
  return isLifecycleTitle(title) ? { ...kind, docClass: 'lifecycle_decision', instrumentForm: '决定' } : kind;
}

function kindInFolder(path: string, issuer: string): Kind {
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
