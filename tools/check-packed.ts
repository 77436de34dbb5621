// Packs what is published, installs the tarballs into an empty project and uses them as a stranger would: by import and
// require, on every Node of the PATH that we support, and compiled with the declarations checked, too.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const published = ['schemas', 'sdk'];
const oldestNode = 20;
const project = mkdtempSync(join(tmpdir(), 'gongwen-packed-'));
process.once('exit', () => rmSync(project, { recursive: true, force: true }));

const use = `
const { privateKey, publicKey } = webhooks.generateKeys();
const headers = webhooks.sign({ id: 'a', timestamp: new Date(), body: '{}', privateKey });
try {
  webhooks.verify({ body: '{}', headers, keys: [publicKey] });
  throw new Error('what is no event was taken');
} catch (error) {
  if (!isPublishingError(error) || error.code !== 'SCHEMA_VIOLATION') throw error;
}
const client = createClient({ baseUrl: 'http://127.0.0.1:1', retries: 0 });
client.documents.validate({ documentId: 'x' }).then(({ valid, issues }) => {
  if (valid || issues[0].en !== 'is required') throw new Error('an incomplete command was taken');
});
client.documents.get('a:1').catch((error) => {
  if (!isPublishingError(error) || error.code !== 'NETWORK') throw error;
});
`;
const bothCopies = `
import { createRequire } from 'node:module';
import { SignatureError, isPublishingError } from '@gongwen/sdk';
const other = createRequire(import.meta.url)('@gongwen/sdk');
const error = new other.SignatureError({ code: 'SIGNATURE_INVALID', message: 'x' });
if (error instanceof SignatureError) throw new Error('there is one copy only, so this shows nothing');
if (!isPublishingError(error)) throw new Error('an error of the other copy was not recognised');
`;
const typed = `
import { type DocumentEvent, type Receipt, TimeoutError, createClient, isPublishingError, webhooks } from '@gongwen/sdk';
const client = createClient({ baseUrl: 'http://127.0.0.1:1', token: async () => 'key' });
export async function repealAlso(event: DocumentEvent): Promise<Receipt | undefined> {
  if (event.type !== 'cn.gongwen.document.repealed.v1') return undefined;
  const effectiveOn: string = event.data.change.effectiveOn;
  // @ts-expect-error only corrections have it
  void event.data.change.gazetteCorrected;
  return client.documents.repeal(event.subject, { expectedVersion: 1, decision: { title: 'x' }, effectiveOn });
}
export const read = (body: Uint8Array, headers: Headers): DocumentEvent => webhooks.verify({ body, headers, keys: [] });
export const lastStages = (error: unknown) =>
  isPublishingError(error) && error instanceof TimeoutError ? error.receipt?.stages : undefined;
`;
const files: Readonly<Record<string, string>> = {
  'package.json': '{ "name": "stranger", "version": "1.0.0", "private": true }',
  'use.mjs': `import { createClient, isPublishingError, webhooks } from '@gongwen/sdk';${use}`,
  'use.cjs': `const { createClient, isPublishingError, webhooks } = require('@gongwen/sdk');${use}`,
  'both.mjs': bothCopies,
  'typed.mts': typed,
  'typed.cts': typed,
};

install();
const nodes = nodesOfPath();
for (const { path, version } of nodes) {
  check(`ESM import, Node ${version}`, () => run(path, 'use.mjs'));
  check(`CJS require, Node ${version}`, () => run(path, 'use.cjs'));
  check(`both at once, Node ${version}`, () => run(path, 'both.mjs'));
}
check('types from .mts', () => compile('typed.mts'));
check('types from .cts', () => compile('typed.cts'));
if (nodes.length === 1) console.log('· no other Node ≥ 20 on the PATH to check with');

function install(): void {
  for (const name of published) {
    const built = resolve('packages', name, 'dist');
    if (!existsSync(join(built, 'package.json'))) throw new Error(`${built} is not built: npm run build`);
    execFileSync('npm', ['pack', '--silent', '--pack-destination', project], { cwd: built });
  }
  for (const [name, text] of Object.entries(files)) writeFileSync(join(project, name), text);
  const tarballs = readdirSync(project).filter((name) => name.endsWith('.tgz'));
  run('npm', 'install', '--silent', '--no-audit', '--no-fund', ...tarballs.map((name) => `./${name}`));
}

/** One of each version, ours first. */
function nodesOfPath(): { path: string; version: string }[] {
  const found = run('which', '-a', 'node').trim().split('\n');
  const paths = new Set([process.execPath, ...found].map((path) => realpathSync(path)));
  const versions = new Map<string, string>();
  for (const path of paths) {
    const version = run(path, '--version').trim();
    if (Number(version.slice(1).split('.')[0]) >= oldestNode && !versions.has(version))
      versions.set(version, path);
  }
  return [...versions].map(([version, path]) => ({ path, version }));
}

function compile(file: string): string {
  const options = ['--noEmit', '--strict', '--target', 'es2022', '--module', 'nodenext'];
  const types = ['--skipLibCheck', 'false', '--typeRoots', resolve('node_modules/@types'), '--types', 'node'];
  return run(process.execPath, resolve('node_modules/typescript/bin/tsc'), file, ...options, ...types);
}

function run(command: string, ...args: string[]): string {
  return execFileSync(command, args, { cwd: project, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

function check(name: string, work: () => string): void {
  try {
    work();
    console.log(`✓ packed ${published.join(' + ')}: ${name}`);
  } catch (error) {
    process.exitCode = 1;
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string }; // of execFileSync
    console.log(`✗ packed ${published.join(' + ')}: ${name}\n${stdout}${stderr || String(error)}`);
  }
}
