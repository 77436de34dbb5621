import type { Setting } from '@gongwen/service-kit';
import { format } from 'prettier';
import { type Role, roleSettings, roles } from '../src/serve/settings.ts';

/** The text of docs/configuration.md: what every role and command is configured by. */
export function configurationPage(): Promise<string> {
  const settings = new Map<string, Setting<unknown>>();
  for (const role of roles) {
    for (const [name, setting] of Object.entries(roleSettings[role])) settings.set(name, setting);
  }
  return format([...introduction, ...[...settings].map(rowOf)].join('\n'), {
    parser: 'markdown',
    printWidth: 110,
  });
}

const introduction = [
  '# 配置 · Configuration',
  '',
  '<!-- Written by packages/ops/scripts/write-configuration-page.ts from src/serve/settings.ts. Do not edit. -->',
  '',
  '`gongwen serve <role>` 只由环境变量配置；缺少或有误时不启动，并一次说出全部问题。运维命令（`status`、`trace`、`report`、`verify`、`rebuild`、`replay`、`topics`）在设置了 `GONGWEN_KAFKA_BROKERS` 时使用同样的变量。',
  '',
  '`gongwen serve <role>` is configured by environment variables only; it does not start when any is missing or wrong, and names all of them at once. Operators’ commands use the same ones where `GONGWEN_KAFKA_BROKERS` is set.',
  '',
  `| 变量 variable | ${roles.join(' | ')} | 取值 value | 默认 default | 含义 meaning |`,
  `| --- | ${roles.map(() => ':-:').join(' | ')} | --- | --- | --- |`,
];

function rowOf([name, { expected, fallback, isSecret, description }]: [string, Setting<unknown>]): string {
  const used = roles.map((role: Role) => (name in roleSettings[role] ? '●' : ''));
  const usual =
    fallback === undefined ? '**必填 required**' : fallback === '' ? '' : `\`${String(fallback)}\``;
  const value = `${expected.replaceAll('|', '\\|')}${isSecret ? '（保密 secret）' : ''}`;
  return `| \`${name}\` | ${used.join(' | ')} | ${value} | ${usual} | ${description} |`;
}
