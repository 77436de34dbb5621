import { parseArgs } from 'node:util';
import { startLibrary } from './index.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '8090' },
    'public-key': { type: 'string', multiple: true, default: [] },
    data: { type: 'string' },
    'allow-faults': { type: 'boolean', default: false },
  },
});

await using library = await startLibrary({
  port: Number(values.port),
  publicKeys: values['public-key'],
  allowFaults: values['allow-faults'],
  ...(values.data !== undefined && { dataDirectory: values.data }),
});
console.log(JSON.stringify({ url: library.url }));
await new Promise((resolve) => {
  process.once('SIGINT', resolve).once('SIGTERM', resolve);
});
