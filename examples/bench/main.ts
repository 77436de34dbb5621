// Figures: `npm run bench` of the embedded system, `npm run bench -- cluster` of one on real engines, raw loops beside it.
// Shorter with `-- --documents 2000`, or `-- cluster --documents 2000,5000`.
import { parseArgs } from 'node:util';
import { benchCluster } from './cluster.ts';
import { benchEmbedded } from './embedded.ts';

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1)); // ends what was started, too
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { documents: { type: 'string' }, steady: { type: 'string', default: '500' } },
});
const steady = Number(values.steady);
if (positionals[0] === 'cluster') {
  const documents = (values.documents ?? '15400,100000').split(',').map(Number);
  await benchCluster({ documents, steady });
} else {
  await benchEmbedded({ documents: Number(values.documents ?? 15_400), steady });
}
