import type { Issuer } from '@gongwen/schemas';
import { cleanLine } from './clean-text.ts';
import { type Warning, warning } from './warning.ts';

const bodyEnding =
  /(?:院|厅|部|委|会|局|署|行|办|室|府|中央|军委|处|中心|公司|大学|秘书处|法院|检察院|司|站|所|集团)$/;

export interface IssuersReading {
  readonly issuers: Issuer[];
  readonly warnings: readonly Warning[];
}

/** Splits a column of joint issuers at commas, 、 and blanks; a blank splits only what are all names of bodies. */
export function readIssuers(text: string): IssuersReading {
  const plain = cleanLine(text);
  const isIncomplete = /(?:等|等部门|等\d+部门)$/.test(plain);
  const names = plain
    .replace(/(?:等部门|等\d+部门|等)$/, '')
    .split(/[,，、;；]/)
    .flatMap(splitAtBlanks)
    .filter((name) => name !== '');
  return {
    issuers: [...new Set(names)].map((name) => ({ name })),
    warnings: isIncomplete ? [warning('issuers_incomplete', plain)] : [],
  };
}

/** The bodies that a title begins with (“国务院办公厅关于…”), if they are clearly bodies. */
export function issuersOfTitle(title: string): IssuersReading {
  const [, front] =
    /^([\p{Script=Han}、 ]{2,60}?)(?:办公厅文件 )?(?:关于|印发|转发|批转|令（|公告（)/u.exec(title) ?? [];
  const names = front === undefined ? [] : front.split(/[、 ]/).filter((name) => name !== '');
  const areBodies = names.length > 0 && names.every((name) => name.length <= 30 && bodyEnding.test(name));
  if (!areBodies || names.some((name) => name.startsWith('关于'))) return { issuers: [], warnings: [] };
  return {
    issuers: [...new Set(names)].map((name) => ({ name })),
    warnings: [warning('issuers_from_title', names.join('、'))],
  };
}

function splitAtBlanks(name: string): string[] {
  const parts = name.trim().split(' ');
  return parts.every((part) => bodyEnding.test(part)) ? parts : [name.trim()];
}
