#!/usr/bin/env node
import { NoDataError } from '@gongwen/local';
import { isPublishingError } from '@gongwen/sdk';
import { ConfigurationError } from '@gongwen/service-kit';
import { Argument, Command, InvalidArgumentError, Option } from 'commander';
import { defaultData } from './config.ts';
import { CommandError, exitCodes } from './exit-codes.ts';
import { writeError } from './output.ts';
import {
  reportFormats,
  reportNames,
  toDay,
  toDays,
  toDimensions,
  toMonth,
} from './reports/report-options.ts';

const program = new Command('gongwen')
  .description('政府公文发布系统 / publishing backbone of a city government')
  .version('0.1.0')
  .showHelpAfterError()
  .exitOverride((error) => process.exit(error.exitCode === 0 ? exitCodes.ok : exitCodes.invalidInput));

const data = ['--data <directory>', '数据目录 / data directory (GONGWEN_DATA)', defaultData()] as const;
const json = ['--json', '以 JSON 输出 / print JSON'] as const;

program
  .command('dev')
  .description('在一个进程中启动整个系统 / start the whole system in one process')
  .option('--data <directory>', '数据目录 / data directory (default .gongwen)')
  .option('--port <number>', '端口，0 为自动 / port, 0 = free', toPort)
  .option('--host <address>', '监听地址 / address to listen on')
  .option('--departments <file>', '部门清单 JSON / departments as JSON')
  .option('--province <url>', '省文件库接收地址 / where changes are pushed to')
  .action(async (options) => (await import('./commands/dev.ts')).dev(options));

program
  .command('serve')
  .description('启动集群中的一个角色 / run one role on Kafka, S3 and OpenSearch (docs/configuration.md)')
  .argument('<role>', 'publisher | archiver | indexer | syndicator | portal')
  .action(async (role) => (await import('./commands/serve.ts')).serveRole(role));

const topics = program.command('topics').description('Kafka 主题 / topics of the log');
topics
  .command('ensure')
  .description('建立缺少的主题 / make the topics that are missing')
  .action(async () => (await import('./commands/topics.ts')).ensureTopics());
topics
  .command('check')
  .description('检查主题与 broker 的设置 / check the settings of topics and brokers')
  .option(...json)
  .action(async (options) => (await import('./commands/topics.ts')).checkTopics(options));

program
  .command('publish')
  .description('发布一个文件 / publish a document')
  .requiredOption('-f, --file <file>', 'PublishCommand 的 JSON，- 为标准输入 / JSON, - for standard input')
  .option('--url <url>', '网关地址 / gateway')
  .option('--department <id>', '以哪个部门的密钥 / with whose key', 'll-hrss')
  .option('--wait <stage>', '等待 stored、indexed 或 delivered / wait for a stage')
  .option(...data)
  .action(async (options) => (await import('./commands/publish.ts')).publish(options));

program
  .command('change')
  .description('修改、废止、续期等，对已发布的文件 / any further command about a document')
  .argument('<command>', 'amend, correct, repeal, expire, supersede, renew …')
  .argument('<document-id>')
  .requiredOption('-f, --file <file>', '命令的 JSON，- 为标准输入 / JSON, - for standard input')
  .option('--url <url>', '网关地址 / gateway')
  .option('--department <id>', '以哪个部门的密钥 / with whose key', 'll-hrss')
  .option('--wait <stage>', '等待 stored、indexed 或 delivered / wait for a stage')
  .option(...data)
  .action(async (name, id, options) => (await import('./commands/change.ts')).change(name, id, options));

program
  .command('import')
  .description('导入 JSON Lines 文件集 / import collections of JSON Lines')
  .argument('<files...>', '.jsonl 或 .jsonl.gz')
  .option('--url <url>', '网关地址 / gateway')
  .option('--department <id>', '归入哪个部门 / into which department', 'library')
  .option('--rejects <file>', '被拒记录 / where rejected records go', 'rejects.jsonl')
  .option('--concurrency <number>', '同时提交数 / at the same time', Number, 16)
  .option(...data)
  .option(...json)
  .action(async (files, options) => (await import('./commands/import.ts')).importFiles(files, options));

program
  .command('status')
  .description('各环节的进度与故障 / how far every stage is, and what is stuck')
  .option(...data)
  .option(...json)
  .action(async (options) => (await import('./commands/status.ts')).showStatus(options));

program
  .command('trace')
  .description('一个文件经过的每一环节 / one document through every stage')
  .argument('<id-or-number>', 'documentId 或任意写法的文号 / or a 文号 in any spelling')
  .option(...data)
  .option(...json)
  .action(async (idOrNumber, options) =>
    (await import('./commands/trace.ts')).showTrace(idOrNumber, options),
  );

program
  .command('report')
  .description(
    '质量检查、统计、一月政策、疑似重复、到期日历、公开时限 / what is amiss, how many, new, due, late',
  )
  .addArgument(new Argument('<name>').choices(reportNames))
  .option('--on <date>', '以哪天为准，默认今天 / for which day, default today', toDay)
  .option('--by <names>', 'counts：year,issuer,docClass,validity 中几项 / some of', toDimensions, [
    'docClass',
    'validity',
  ])
  .option('--month <month>', 'month：哪个月，默认当月 / which month, YYYY-MM', toMonth)
  .option('--days <number>', 'calendar：今后多少天 / how many days ahead', toDays, 30)
  .option('--files', 'conformance：也检查文件 / look at the files as well')
  .addOption(new Option('--format <format>', '格式 / format').choices(reportFormats).default('table'))
  .option('--out <file>', '写入文件 / into a file')
  .option(...data)
  .option(...json)
  .action(async (name, options) => (await import('./commands/report.ts')).showReport(name, options));

program
  .command('verify')
  .description('比对日志、存档、索引与省库 / compare the log with archive, index and province')
  .option('--province <url>', '省文件库地址 / address of the library')
  .option('--history <file>', '客户端操作记录 / what clients did and were answered, JSON lines')
  .option('--observations <file>', '期间所见版本 / versions seen meanwhile, JSON lines')
  .option(...data)
  .option(...json)
  .action(async (options) => (await import('./commands/verify.ts')).verify(options));

program
  .command('rebuild')
  .description('由日志重建索引：并行建立、验证、一步切换 / build the index anew, prove it, swap it in')
  .option('--generation <name>', '新的名称；已有的则续建或退回 / a new name, or one to go on with or back to')
  .option('--list', '列出各代索引 / list the generations')
  .option('--drop <name>', '删除不再使用的一代 / drop one that is not live')
  .option(...data)
  .option(...json)
  .action(async (options) => (await import('./commands/rebuild.ts')).rebuildIndex(options));

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
  .option(...data)
  .option(...json)
  .action(async (options) => (await import('./commands/replay.ts')).replayEvents(options));

program
  .command('audit')
  .description('运维操作记录 / what operators have done')
  .option(...data)
  .option(...json)
  .action(async (options) => (await import('./commands/audit.ts')).audit(options));

const keys = program.command('keys').description('生成密钥 / make keys');
keys
  .command('department')
  .description('部门密钥及其摘要 / a key of a department and its hash')
  .argument('<id>')
  .action(async (id) => (await import('./commands/keys.ts')).newDepartmentKey(id));
keys
  .command('signing')
  .description('推送签名密钥对 / the pair that signs deliveries')
  .action(async () => (await import('./commands/keys.ts')).newSigningKeys());

program
  .command('doctor')
  .description('检查运行条件 / check what the system needs')
  .option(...data)
  .option(...json)
  .action(async (options) => (await import('./commands/doctor.ts')).showDoctor(options));

try {
  await program.parseAsync();
} catch (error) {
  const exitCode = exitCodeOf(error);
  if (exitCode === undefined || !(error instanceof Error)) throw error;
  writeError(error.message);
  process.exitCode = exitCode;
}

/** The kind of a failure that its user can do something about; `undefined` = our bug. */
function exitCodeOf(error: unknown): number | undefined {
  if (error instanceof CommandError) return error.exitCode;
  if (error instanceof NoDataError) return exitCodes.notFound;
  if (error instanceof ConfigurationError) return exitCodes.invalidInput;
  return isPublishingError(error) ? exitCodeOfStatus(error.status) : undefined;
}

function exitCodeOfStatus(status: number | undefined): number {
  if (status === undefined || status === 429 || status >= 500) return exitCodes.unavailable;
  if (status === 401 || status === 403) return exitCodes.notAllowed;
  if (status === 404 || status === 410) return exitCodes.notFound;
  return status === 409 || status === 428 ? exitCodes.conflict : exitCodes.invalidInput;
}

function toPort(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port;
  throw new InvalidArgumentError('应为 0–65535 / expected 0–65535');
}
