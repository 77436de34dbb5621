import { environment } from '../config.ts';
import { CommandError, exitCodes } from '../exit-codes.ts';
import { serve } from '../serve/serve.ts';
import { roles } from '../serve/settings.ts';

/** Less than the 30 s after which an orchestrator kills. */
const stopsWithinMs = 25_000;

/** `gongwen serve <role>`: one role of a system on Kafka, S3 and OpenSearch, until SIGTERM or Ctrl-C. */
export async function serveRole(name: string): Promise<void> {
  const role = roles.find((known) => known === name);
  if (!role) {
    throw new CommandError(
      exitCodes.invalidInput,
      `没有角色 ${name}，应为 / there is no role ${name}, expected ${roles.join(' | ')}`,
    );
  }
  const stopping = new AbortController();
  const stop = () => {
    stopping.abort(); // a second signal ends the process at once
    // a client of a broker that is away may never come to an end
    setTimeout(() => process.exit(exitCodes.unavailable), stopsWithinMs).unref();
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
  await serve(role, environment(), stopping.signal);
}
