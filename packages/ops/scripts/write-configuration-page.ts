// Writes docs/configuration.md from the settings: `node packages/ops/scripts/write-configuration-page.ts`.
import { writeFile } from 'node:fs/promises';
import { configurationPage } from './configuration-page.ts';

await writeFile(new URL('../../../docs/configuration.md', import.meta.url), await configurationPage());
