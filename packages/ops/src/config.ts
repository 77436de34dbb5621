import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { portSetting, readConfiguration, textSetting, urlSetting } from '@gongwen/service-kit';
import type { DevelopmentKeys } from './development-keys.ts';
import { CommandError, exitCodes } from './exit-codes.ts';

/** Where the gateway is and who asks: options first, then the environment, then what `gongwen dev` has left. */
export interface Connection {
  readonly url: string;
  readonly token: string;
}

export interface ConnectionOptions {
  readonly url?: string;
  readonly data: string;
  readonly department: string;
}

/** @throws CommandError when neither option, environment nor data directory tells */
export function readConnection({ url, data, department }: ConnectionOptions): Connection {
  const address = url ?? process.env['GONGWEN_URL'] ?? readText(join(data, 'url'));
  const token = process.env['GONGWEN_TOKEN'] ?? readKeys(data)?.tokens[department];
  if (address === undefined) {
    throw new CommandError(
      exitCodes.invalidInput,
      `不知道网关地址：请用 --url 或环境变量 GONGWEN_URL，或先运行 gongwen dev --data ${data} / no gateway: give --url or GONGWEN_URL, or start gongwen dev`,
    );
  }
  if (token === undefined) {
    throw new CommandError(
      exitCodes.notAllowed,
      `没有部门 ${department} 的密钥：请设环境变量 GONGWEN_TOKEN / no key for ${department}: set GONGWEN_TOKEN`,
    );
  }
  return { url: address, token };
}

/**
 * The address that the public sees: the option first, then the environment, then what `gongwen dev` has left.
 *
 * @throws CommandError when none of them tells
 */
export function readPublicUrl({ publicUrl, data }: { publicUrl?: string; data: string }): string {
  const address = publicUrl ?? process.env['GONGWEN_PUBLIC_URL'] ?? readText(join(data, 'url'));
  if (address !== undefined && URL.canParse(address)) return address;
  throw new CommandError(
    exitCodes.invalidInput,
    '不知道公众看到的地址：请用 --public-url 或环境变量 GONGWEN_PUBLIC_URL / no public address: give --public-url or GONGWEN_PUBLIC_URL',
  );
}

function readKeys(data: string): DevelopmentKeys | undefined {
  const text = readText(join(data, 'keys.json'));
  return text === undefined ? undefined : (JSON.parse(text) as DevelopmentKeys); // written by developmentKeys
}

function readText(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8').trim() : undefined;
}

/** https://no-color.org */
export function wantsColor(): boolean {
  return (process.env['NO_COLOR'] ?? '') === '';
}

/** Settings of `gongwen dev` from the environment; its options come before them. */
export function readDevConfiguration() {
  return readConfiguration(
    {
      GONGWEN_DATA: textSetting('数据目录 / data directory', '.gongwen'),
      GONGWEN_PORT: portSetting('端口 / port', 8080),
      GONGWEN_HOST: textSetting('监听地址 / address', '127.0.0.1'),
      GONGWEN_PROVINCE_URL: urlSetting('省文件库接收地址 / where changes are pushed to', ''),
      GONGWEN_GATES: textSetting('发布前审查规则 JSON 文件 / file of gates before publication', ''),
      GONGWEN_WORDING_CHECK_URL: urlSetting('错敏词检查地址 / checker of wording', ''),
      GONGWEN_SYNONYMS_FILE: textSetting('同义名称 JSON 文件 / file of names that mean the same', ''),
    },
    process.env,
  );
}

/** Where commands look when `--data` does not say. */
export function defaultData(): string {
  return process.env['GONGWEN_DATA'] || '.gongwen';
}

/** What a role of a cluster is configured by, see `serve/settings.ts`. */
export function environment(): Readonly<Record<string, string | undefined>> {
  return process.env;
}
