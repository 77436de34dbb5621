import { termFaults, termPolicyFor } from '@gongwen/domain';
import type { Finding } from './finding.ts';
import type { Library } from './library.ts';

/** 规范性文件 in force without the term that its jurisdiction wants, or with a longer one (DOMAIN §7). */
export function findTermFaults({ published, hasEnded }: Library): Finding[] {
  return published
    .filter((document) => !hasEnded(document))
    .flatMap((document) =>
      termFaults(document, termPolicyFor(document)).map(({ zh }) => ({
        rule: 'term' as const,
        document,
        detail: zh,
      })),
    );
}
