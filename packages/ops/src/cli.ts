#!/usr/bin/env node
import { Argument, Command, Option } from 'commander';
import { dataOption as data, jsonOption as json } from './data-and-json.ts';
import { exitCodeOf } from './exit-code-of.ts';
import { exitCodes } from './exit-codes.ts';
import { isFileError } from './file-error.ts';
import { toCount, toPort } from './number-options.ts';
import { addOperatorCommands } from './operator-commands.ts';
import { writeError } from './output.ts';
import {
  reportFormats,
  reportNames,
  toDay,
  toDays,
  toDimensions,
  toMonth,
  toSpan,
} from './reports/report-options.ts';

const program = new Command('gongwen')
  .description('政府公文发布系统 / publishing backbone of a city government')
  .version('0.1.0')
  .showHelpAfterError()
  .exitOverride((error) => process.exit(error.exitCode === 0 ? exitCodes.ok : exitCodes.invalidInput));

program
  .command('dev')
  .description('在一个进程中启动整个系统 / start the whole system in one process')
  .option('--data <directory>', '数据目录 / data directory (default .gongwen)')
  .option('--port <number>', '端口，0 为自动 / port, 0 = free', toPort)
  .option('--host <address>', '监听地址 / address to listen on')
  .option('--departments <file>', '部门清单 JSON / departments as JSON')
  .option('--synonyms <file>', '同义名称 JSON / names that mean the same in a search, as JSON')
  .option('--gates <file>', '发布前审查规则 JSON / gates before publication, as JSON (docs/lifecycle.md)')
  .option('--wording-check <url>', '错敏词检查地址 / checker of wording (docs/http.md)')
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
  .description('导入文件集或清理目录 / import collections, or a clean-up list (docs/import.md)')
  .argument('[files...]', '.jsonl、jcms 的 .xml，可为 .gz / JSON Lines or XML of a jcms, plain or gz')
  .option('--clean-up <file>', '清理目录，.xlsx 或 .csv / a clean-up list')
  .option('--title <text>', '决定的标题 / title of the decision (--clean-up)')
  .option('--number <text>', '决定的文号 / its 文号 (--clean-up)')
  .option('--issuer <name>', '决定的发文机关 / its issuer (--clean-up)')
  .option('--issued-on <date>', '决定的成文日期 / its day of issue (--clean-up)')
  .option(
    '--effective-on <date>',
    '生效日期，默认为成文日期 / when it takes effect, default: its day of issue (--clean-up)',
  )
  .option('--url <url>', '网关地址 / gateway')
  .option('--department <id>', '归入哪个部门 / into which department', 'library')
  .option('--rejects <file>', '被拒记录 / where rejected records go', 'rejects.jsonl')
  .option('--concurrency <number>', '同时提交数 / at the same time', Number, 16)
  .option(...data)
  .option(...json)
  .action(async (files, options) => (await import('./commands/import.ts')).importCommand(files, options));

program
  .command('export')
  .description('导出为其他系统的格式 / export in the format of another system')
  .command('hanweb')
  .description('大汉 jcms 的 XML 批次 / XML batches of a Hanweb jcms')
  .requiredOption('--out <directory>', '空目录 / an empty directory')
  .option('--batch <number>', '每个文件的篇数 / articles a file', toCount, 500)
  .option('--department <id>', '只导出一个部门的 / of one department only')
  .option('--since <date>', '只导出此日以来有变化的 / only what has changed since that day')
  .option('--public-url <url>', '公众看到的地址，用于附件链接 / the public address, for links to files')
  .option(...data)
  .option(...json)
  .action(async (options) => (await import('./commands/export.ts')).exportToHanweb(options));

program
  .command('status')
  .description('各环节的进度与故障 / how far every stage is, and what is stuck')
  .option(...data)
  .option(...json)
  .action(async (options) => (await import('./commands/status.ts')).showStatus(options));

program
  .command('trace')
  .description(
    '一个文件：某日是否有效、哪一文本、依据何决定，及各环节 / one document on a day, and its stages',
  )
  .argument('<name>', 'documentId、任意写法的文号或标题 / or a 文号 in any spelling, or a title')
  .option('--at <date>', '以哪天为准，默认今天 / on which day, default today', toDay)
  .option('--html <file>', '写成一页 / as a page, into a file')
  .option(...data)
  .option(...json)
  .action(async (name, options) => (await import('./commands/trace.ts')).showTrace(name, options));

program
  .command('decisions')
  .description('决定所涉文件的处理情况 / what became of the documents that decisions act on')
  .argument('[document-id]', '一个决定 / one decision')
  .option('--state <state>', 'applied | pending | unresolved | ambiguous | refused')
  .option(
    '--departments <file>',
    '部门清单 JSON，默认为运行中系统的 / departments as JSON, default: of the running system',
  )
  .option(...data)
  .option(...json)
  .action(async (id, options) => (await import('./commands/decisions.ts')).showDecisions(id, options));

program
  .command('report')
  .description(
    '质量检查、统计、一月政策、疑似重复、到期日历、公开时限、关联 / what is amiss, how many, new, due, late, linked',
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
  .option(
    '--lives <from..until>',
    '逐日核对有效性与文本 / validity and text of each day, 2000-01-01..2026-12-31',
    toSpan,
  )
  .option(...data)
  .option(...json)
  .action(async (options) => (await import('./commands/verify.ts')).verify(options));

addOperatorCommands(program);

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
  writeError(isFileError(error) ? `无法读写 / cannot read or write: ${error.message}` : error.message);
  process.exitCode = exitCode;
}
