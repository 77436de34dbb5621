// Writes docs/errors.md from the error table: `node packages/schemas/scripts/write-errors-page.ts`.
import { writeFile } from 'node:fs/promises';
import { errorsPage } from './errors-page.ts';

await writeFile(new URL('../../../docs/errors.md', import.meta.url), await errorsPage());
