/** @throws Error for a key that some store could not keep, or that leads out of the store */
export function requireObjectKey(key: string): void {
  const segments = key.split('/');
  const isSound = segments.every(
    (segment) =>
      segment !== '' &&
      segment !== '.' &&
      segment !== '..' &&
      !/[\\\0]/.test(segment) &&
      Buffer.byteLength(segment) <= 255,
  );
  if (!isSound) throw new Error(`not an object key: ${JSON.stringify(key.slice(0, 100))}`);
}

/** @throws Error unless the key is below `staging/`: originals and records are for ever */
export function requireStagedKey(key: string): void {
  requireObjectKey(key);
  if (!key.startsWith('staging/'))
    throw new Error(`only staged objects may be deleted, not ${key.slice(0, 100)}`);
}
