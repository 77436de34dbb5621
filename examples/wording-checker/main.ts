import { parseArgs } from 'node:util';
import { startChecker } from './index.ts';

const { values } = parseArgs({ options: { port: { type: 'string', default: '8095' } } });

await using checker = await startChecker({ port: Number(values.port) });
console.log(JSON.stringify({ url: checker.url }));
await new Promise((resolve) => {
  process.once('SIGINT', resolve).once('SIGTERM', resolve);
});
