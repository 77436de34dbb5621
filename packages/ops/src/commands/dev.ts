import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Department } from '@gongwen/domain';
import { startLocal } from '@gongwen/local';
import { readDevConfiguration } from '../config.ts';
import { readGates } from '../read-gates.ts';
import { readSynonyms } from '../read-synonyms.ts';
import { developmentKeys, sampleDepartments, withKeys } from '../development-keys.ts';

export interface DevOptions {
  readonly data?: string;
  readonly port?: number;
  readonly host?: string;
  readonly departments?: string;
  /** File of names that mean the same in a search. */
  readonly synonyms?: string;
  /** File of gates before publication. */
  readonly gates?: string;
  /** URL of the city’s checker of wording. */
  readonly wordingCheck?: string;
  /** URL that changes are pushed to. */
  readonly province?: string;
}

/** `gongwen dev`: the whole system in this process, until Ctrl-C. */
export async function dev(given: DevOptions): Promise<void> {
  const environment = readDevConfiguration();
  const options = {
    data: environment.GONGWEN_DATA,
    port: environment.GONGWEN_PORT,
    host: environment.GONGWEN_HOST,
    synonyms: environment.GONGWEN_SYNONYMS_FILE,
    gates: environment.GONGWEN_GATES,
    wordingCheck: environment.GONGWEN_WORDING_CHECK_URL,
    ...(environment.GONGWEN_PROVINCE_URL !== '' && { province: environment.GONGWEN_PROVINCE_URL }),
    ...given,
  };
  const departments = options.departments
    ? (JSON.parse(readFileSync(options.departments, 'utf8')) as Department[]) // the operator’s own file
    : sampleDepartments;
  const keys = developmentKeys(options.data, departments);
  await using system = await startLocal({
    dataDirectory: options.data,
    departments: withKeys(departments, keys),
    port: options.port,
    host: options.host,
    synonyms: readSynonyms(options.synonyms),
    gates: readGates(options.gates),
    ...(options.wordingCheck !== '' && { wordingCheckUrl: options.wordingCheck }),
    ...(options.province !== undefined && {
      target: { name: 'province', url: options.province, privateKey: keys.signing.privateKey },
    }),
  });
  writeFileSync(join(options.data, 'url'), system.url);
  // commands beside it ask who may decide for whom; the keys stay where they are
  writeFileSync(join(options.data, 'departments.json'), JSON.stringify(departments));
  const lines = [
    `Gongwen 已启动 / is running`,
    `  检索 search      ${system.url}/`,
    `  接口 API         ${system.url}/v1/documents`,
    `  指标 metrics     ${system.url}/metrics`,
    `  省库公钥 key     ${keys.signing.publicKey}`,
    ...departments.map(
      ({ id, name }) => `  ${id} ${name}\n    GONGWEN_URL=${system.url} GONGWEN_TOKEN=${keys.tokens[id]}`,
    ),
    `停止请按 Ctrl-C / Ctrl-C stops`,
  ];
  process.stderr.write(`${lines.join('\n')}\n`);
  await new Promise<void>((resolve) => {
    process.once('SIGINT', resolve).once('SIGTERM', resolve);
  });
  rmSync(join(options.data, 'url'), { force: true });
}
