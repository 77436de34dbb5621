// Packs what is published, installs the tarballs into an empty project and uses them as a stranger would.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const published = ['schemas', 'sdk'];
const project = mkdtempSync(join(tmpdir(), 'gongwen-packed-'));
process.once('exit', () => rmSync(project, { recursive: true, force: true }));
const typescript = resolve('node_modules/typescript/bin/tsc');
const types = resolve('node_modules/@types');

const run = (command: string, ...args: string[]) =>
  execFileSync(command, args, { cwd: project, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });

for (const name of published) {
  execFileSync('npm', ['pack', '--silent', '--pack-destination', project], {
    cwd: resolve('packages', name, 'dist'),
    stdio: 'ignore',
  });
}
writeFileSync(join(project, 'package.json'), '{ "name": "stranger", "version": "1.0.0", "private": true }');
const tarballs = readdirSync(project).filter((name) => name.endsWith('.tgz'));
run('npm', 'install', '--silent', '--no-audit', '--no-fund', ...tarballs.map((name) => `./${name}`));

const use = `const { privateKey, publicKey } = webhooks.generateKeys();
if (!privateKey || !publicKey) throw new Error('no keys');
const client = createClient({ baseUrl: 'http://127.0.0.1:1' });
client.documents.validate({ documentId: 'x' }).then(({ valid, code }) => {
  if (valid || code === undefined) throw new Error('an incomplete command was taken');
});`;
const typed = `import { createClient } from '@gongwen/sdk';
import type { DocumentEvent, Receipt } from '@gongwen/schemas';
const client = createClient({ baseUrl: 'http://127.0.0.1:1', token: async () => 'key' });
export async function repeal(event: DocumentEvent): Promise<Receipt | undefined> {
  if (event.type !== 'cn.gongwen.document.repealed.v1') return undefined;
  const effectiveOn: string = event.data.change.effectiveOn;
  return client.documents.repeal(event.subject, { expectedVersion: 1, decision: { title: 'x' }, effectiveOn });
}
`;
writeFileSync(join(project, 'use.mjs'), `import { createClient, webhooks } from '@gongwen/sdk';\n${use}`);
writeFileSync(
  join(project, 'use.cjs'),
  `const { createClient, webhooks } = require('@gongwen/sdk');\n${use}`,
);
for (const extension of ['mts', 'cts']) writeFileSync(join(project, `typed.${extension}`), typed);
const compile = (file: string) =>
  run(
    process.execPath,
    typescript,
    file,
    '--noEmit',
    '--strict',
    '--skipLibCheck',
    'false',
    '--target',
    'es2022',
    '--module',
    'nodenext',
    '--typeRoots',
    types,
    '--types',
    'node',
  );

const checks: Record<string, () => string> = {
  'ESM import': () => run(process.execPath, 'use.mjs'),
  'CJS require': () => run(process.execPath, 'use.cjs'),
  'types from .mts': () => compile('typed.mts'),
  'types from .cts': () => compile('typed.cts'),
};
for (const [name, check] of Object.entries(checks)) {
  check();
  console.log(`✓ packed ${published.join(' + ')}: ${name} (Node ${process.version})`);
}
