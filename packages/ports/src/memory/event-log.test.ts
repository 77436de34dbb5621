import { testEventLog } from '../event-log.contract.ts';
import { createMemoryEventLog } from './event-log.ts';

testEventLog('memory', async () => createMemoryEventLog());
