import type { StatedValidity } from './draft.ts';
import { cleanLine } from './clean-text.ts';
import { type Warning, warning } from './warning.ts';

const inForce = /^(?:有效|现行有效|继续有效|已修改|部分失效|尚未生效|尚未施行)$/;
const unstated = /^(?:未标注|不适用|)$/;
const ended = /^(?:失效|已失效|废止|已废止|宣布失效|期满失效)$/;

/** Reads how a list words 有效性 (DOMAIN §4.1). */
export function readValidity(text: string): { statedValidity?: StatedValidity; warnings: Warning[] } {
  const label = cleanLine(text);
  if (unstated.test(label)) return { warnings: [] };
  if (inForce.test(label)) return { statedValidity: { state: 'in_force', label }, warnings: [] };
  if (ended.test(label)) return { statedValidity: { state: 'ended', label }, warnings: [] };
  return { warnings: [warning('validity_unreadable', label)] };
}
