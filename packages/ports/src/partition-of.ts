/**
 * Which partition a key belongs to: murmur2 as Kafka’s default partitioner computes it, so that every adapter and every
 * Kafka client agrees. A `null` key goes to partition 0.
 */
export function partitionOf(key: string | null, partitions: number): number {
  if (key === null || partitions === 1) return 0;
  return (murmur2(new TextEncoder().encode(key)) & 0x7fffffff) % partitions;
}

const multiplier = 0x5bd1e995;
const seed = 0x9747b28c;

function murmur2(data: Uint8Array): number {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  let hash = seed ^ data.length;
  let at = 0;
  for (; at + 4 <= data.length; at += 4) {
    const mixed = mix(view.getInt32(at, true));
    hash = Math.imul(hash, multiplier) ^ mixed;
  }
  let tail = 0;
  for (let rest = data.length - 1; rest >= at; rest--) tail = (tail << 8) | (data[rest] ?? 0);
  if (at < data.length) hash = Math.imul(hash ^ tail, multiplier);
  hash = Math.imul(hash ^ (hash >>> 13), multiplier);
  return hash ^ (hash >>> 15);
}

function mix(word: number): number {
  const product = Math.imul(word, multiplier);
  return Math.imul(product ^ (product >>> 24), multiplier);
}
