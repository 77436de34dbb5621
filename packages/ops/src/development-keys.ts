import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Department } from '@gongwen/domain';
import { type RegisteredDepartment, hashKey, scopes } from '@gongwen/publisher';
import { webhooks } from '@gongwen/sdk';

/** What `gongwen dev` makes up once for a data directory and keeps beside it, readable by its owner only. */
export interface DevelopmentKeys {
  /** department → key for `Authorization: Bearer`. */
  readonly tokens: Readonly<Record<string, string>>;
  readonly signing: { readonly privateKey: string; readonly publicKey: string };
}

export const sampleDepartments: readonly Department[] = [
  { id: 'll-hrss', name: '临澜市人力资源和社会保障局', level: 'city', regionCode: '379900' },
  { id: 'll-office', name: '临澜市人民政府办公室', level: 'city', regionCode: '379900' },
  { id: 'library', name: '文件资料库', level: 'national', regionCode: '100000' },
];

/** Reads the keys of a data directory, adding one for each department that has none. */
export function developmentKeys(directory: string, departments: readonly Department[]): DevelopmentKeys {
  const path = join(directory, 'keys.json');
  // written below, by this function only
  const kept = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as DevelopmentKeys) : undefined;
  const tokens = { ...kept?.tokens };
  for (const { id } of departments) tokens[id] ??= `gw_${id}_${randomBytes(32).toString('base64url')}`;
  const keys = { tokens, signing: kept?.signing ?? webhooks.generateKeys() };
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  writeFileSync(path, `${JSON.stringify(keys, null, 2)}\n`, { mode: 0o600 });
  return keys;
}

/** Departments with the hash of their development key, allowed everything in their own namespace. */
export function withKeys(
  departments: readonly Department[],
  { tokens }: DevelopmentKeys,
): RegisteredDepartment[] {
  return departments.map((department) => ({
    ...department,
    keys: [
      {
        id: 'development',
        sha256: hashKey(tokens[department.id] ?? ''),
        scopes: scopes.filter((scope) => scope !== 'operations'),
      },
    ],
  }));
}
