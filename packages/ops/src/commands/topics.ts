import { createKafkaEventLog, kafkaFaults } from '@gongwen/ports/kafka';
import { readConfiguration } from '@gongwen/service-kit';
import { environment } from '../config.ts';
import { CommandError, exitCodes } from '../exit-codes.ts';
import { writeData, writeText } from '../output.ts';
import { definitionsOf, kafkaOptions, opening } from '../serve/open-stores.ts';
import { logSettings } from '../serve/settings.ts';

/** `gongwen topics ensure`: makes the topics that are missing; never changes one that is there. */
export async function ensureTopics(): Promise<void> {
  const settings = readConfiguration(logSettings, environment());
  await using log = await opening('Kafka', createKafkaEventLog(kafkaOptions(settings)));
  const definitions = definitionsOf(settings);
  try {
    await log.ensureTopics(definitions);
  } catch (error) {
    throw new CommandError(exitCodes.threshold, error instanceof Error ? error.message : String(error), {
      cause: error,
    });
  }
  writeText(
    definitions.map(({ name, partitions, cleanup }) => `✓ ${name}  ${partitions} partitions, ${cleanup}`),
  );
}

/** `gongwen topics check`: what must be mended, changing nothing. */
export async function checkTopics(options: { json?: boolean }): Promise<void> {
  const settings = readConfiguration(logSettings, environment());
  const faults = await opening('Kafka', kafkaFaults(kafkaOptions(settings), definitionsOf(settings)));
  if (faults.length > 0) process.exitCode = exitCodes.threshold;
  if (options.json) return writeData({ isWell: faults.length === 0, faults });
  writeText(faults.length === 0 ? ['✓ 一切正常 / all is well'] : faults.map((fault) => `✗ ${fault}`));
}
