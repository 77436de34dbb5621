import { type Server, type Socket, connect, createServer } from 'node:net';

/** What happens to one Produce request on its way. */
export type Fate = 'pass' | 'lose_request' | 'lose_answer';

export interface ProduceProxyOptions {
  /** The port that Kafka’s second listener advertises (`proxyPort` of `startProcesses`). */
  readonly port: number;
  readonly upstream: { readonly host: string; readonly port: number };
  /** Asked for every Produce request, numbered from 1. */
  readonly fateOf: (request: number) => Fate;
}

/** A TCP proxy before a Kafka broker that loses Produce requests or their acknowledgements, and counts what it lost. */
export interface ProduceProxy extends AsyncDisposable {
  readonly lost: { readonly requests: number; readonly answers: number };
}

const produce = 0; // api key, https://kafka.apache.org/protocol#protocol_api_keys

export async function startProduceProxy({
  port,
  upstream,
  fateOf,
}: ProduceProxyOptions): Promise<ProduceProxy> {
  const lost = { requests: 0, answers: 0 };
  const sockets = new Set<Socket>();
  let requests = 0;

  const server = createServer((client) => {
    const broker = connect(upstream);
    const doomed = new Set<number>(); // correlation ids whose answers never arrive
    const hangUp = () => {
      client.destroy();
      broker.destroy();
    };
    for (const socket of [client, broker]) {
      sockets.add(socket);
      socket.on('error', hangUp).on('close', () => {
        sockets.delete(socket);
        hangUp();
      });
    }
    eachFrame(client, (frame) => {
      const fate = frame.readInt16BE(4) === produce ? fateOf(++requests) : 'pass';
      if (fate === 'lose_request') {
        lost.requests++;
        return hangUp();
      }
      if (fate === 'lose_answer') doomed.add(frame.readInt32BE(8));
      broker.write(frame);
    });
    eachFrame(broker, (frame) => {
      if (!doomed.has(frame.readInt32BE(4))) return client.write(frame);
      lost.answers++;
      return hangUp();
    });
  });
  await listen(server, port);
  return {
    lost,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Frames with their four bytes of length before them, as both sides of the protocol send them. */
function eachFrame(socket: Socket, take: (frame: Buffer) => void): void {
  let rest: Buffer = Buffer.alloc(0);
  socket.on('data', (data: Buffer) => {
    rest = rest.byteLength === 0 ? data : Buffer.concat([rest, data]);
    while (rest.byteLength >= 4 && rest.byteLength >= 4 + rest.readInt32BE(0)) {
      const length = 4 + rest.readInt32BE(0);
      const frame = rest.subarray(0, length);
      rest = rest.subarray(length);
      take(frame);
    }
  });
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve);
  });
}
