import { createServer } from 'node:net';

const lowestPort = 20_000;
const highestPort = 30_000; // below what the kernel gives to outgoing connections
const handedOut = new Set<number>();

/** The first of so many free ports in a row. */
export async function freePorts(count: number): Promise<number> {
  for (let first = lowestPort + (process.pid % 50) * 120; first + count < highestPort; first += count) {
    const ports = Array.from({ length: count }, (_, index) => first + index);
    if (ports.some((port) => handedOut.has(port))) continue;
    const free = await Promise.all(ports.map(isFree));
    if (!free.every(Boolean)) continue;
    for (const port of ports) handedOut.add(port);
    return first;
  }
  throw new Error(`no ${count} free ports in a row between ${lowestPort} and ${highestPort}`);
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
