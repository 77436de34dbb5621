import type { Command } from 'commander';
import { dataOption, jsonOption } from './data-and-json.ts';

/** What operators do to a system, a plan before each deed, and what they have done. */
export function addOperatorCommands(program: Command): void {
  addRebuild(program);
  addReplay(program);
  addTransfer(program);
  addAudit(program);
}

function addRebuild(program: Command): void {
  program
    .command('rebuild')
    .description('由日志重建索引：并行建立、验证、一步切换 / build the index anew, prove it, swap it in')
    .option(
      '--generation <name>',
      '新的名称；已有的则续建或退回 / a new name, or one to go on with or back to',
    )
    .option('--list', '列出各代索引 / list the generations')
    .option('--drop <name>', '删除不再使用的一代 / drop one that is not live')
    .option(...dataOption)
    .option(...jsonOption)
    .action(async (options) => (await import('./commands/rebuild.ts')).rebuildIndex(options));
}

function addReplay(program: Command): void {
  program
    .command('replay')
    .description('将日志中的事件重新交给各环节；先出计划 / give events to sinks again; a plan first')
    .option(
      '--to <sinks>',
      'archive,index,province（推送省库须明示 / the province only when named）',
      'archive,index',
    )
    .option('--from <time>', '事件时间起，ISO / from this instant')
    .option('--until <time>', '事件时间止，ISO / before this instant')
    .option('--document-id <id>', '一个文件 / one document')
    .option('--type <type>', '如 repealed / e.g. repealed')
    .option('--department <id>', '一个部门 / one department')
    .option('--execute', '执行 / do it')
    .option('--resume <operation>', '续作中断的操作 / go on with one that was broken off')
    .option(...dataOption)
    .option(...jsonOption)
    .action(async (options) => (await import('./commands/replay.ts')).replayEvents(options));
}

function addTransfer(program: Command): void {
  program
    .command('transfer')
    .description(
      '机构合并：一个部门的文件移交另一个；先出计划 / documents go to another department; a plan first',
    )
    .requiredOption('--from <department>', '移出部门 / who has them')
    .requiredOption('--to <department>', '接收部门 / who receives them')
    .requiredOption('--basis <text>', '依据 / on what ground')
    .option('--execute', '执行 / do it')
    .option('--url <url>', '网关地址 / gateway')
    .option('--department <id>', '以哪个部门的密钥，默认移出部门 / with whose key, default: who has them')
    .option(...dataOption)
    .option(...jsonOption)
    .action(async (options) => (await import('./commands/transfer.ts')).transferDepartment(options));
}

function addAudit(program: Command): void {
  program
    .command('audit')
    .description('运维操作记录 / what operators have done')
    .option(...dataOption)
    .option(...jsonOption)
    .action(async (options) => (await import('./commands/audit.ts')).audit(options));
}
