import { environment } from '../config.ts';
import { CommandError, exitCodes } from '../exit-codes.ts';
import { serve } from '../serve/serve.ts';
import { roles } from '../serve/settings.ts';

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
  const stop = () => stopping.abort(); // a second signal ends the process at once
  process.once('SIGINT', stop).once('SIGTERM', stop);
  await serve(role, environment(), stopping.signal);
}
