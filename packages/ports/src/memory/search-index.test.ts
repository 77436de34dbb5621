import { testSearchIndex } from '../search-index.contract.ts';
import { createMemorySearchIndex } from './search-index.ts';

testSearchIndex('memory', async () => createMemorySearchIndex());
