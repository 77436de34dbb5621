import { testObjectStore } from '../object-store.contract.ts';
import { createMemoryObjectStore } from './object-store.ts';

testObjectStore('memory', async () => createMemoryObjectStore());
