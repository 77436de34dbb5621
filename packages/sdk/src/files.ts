import { type Hash, createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { type FileReference, errorTable } from '@gongwen/schemas';
import type { ClientConfig } from './client-options.ts';
import { ValidationError } from './errors.ts';
import type { Exchange } from './exchange.ts';
import type { Transport } from './transport.ts';

export interface UploadOptions {
  /** The whole upload with its retries, in milliseconds. Default 600 000. */
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
}

export interface Upload {
  readonly content: Uint8Array | Blob;
  /** Without folders, 1–200 characters. */
  readonly filename: string;
  /** What the file really is, e.g. `application/pdf`; the gateway looks into it. */
  readonly mediaType: string;
}

/** How a file on disk is named and typed. */
export interface FileDescription {
  /** Default the name on disk. */
  readonly filename?: string;
  readonly mediaType: string;
}

/**
 * Files go up before the document that refers to them, under their SHA-256; uploading one again is harmless. Up to
 * 200 MiB each. The reference goes into `renditions`, `attachments` or `body.file` of a document.
 */
export interface Files {
  /**
   * Uploads bytes that are in memory. There is no uploading of a stream, since a retry could not read it again.
   *
   * @throws ValidationError DIGEST_MISMATCH when the file changed on its way, FILE_TYPE_MISMATCH …
   * @example
   * const file = await client.files.upload({ content: bytes, filename: '办法.pdf', mediaType: 'application/pdf' });
   * const renditions = [{ role: 'original', file }];
   */
  upload(file: Upload, options?: UploadOptions): Promise<FileReference>;
  /**
   * Uploads a file from disk in a stream, read twice: for its hash and for sending.
   *
   * @example
   * const file = await client.files.uploadFile('/archive/办法.ofd', { mediaType: 'application/ofd' });
   */
  uploadFile(path: string, file: FileDescription, options?: UploadOptions): Promise<FileReference>;
}

const uploadTimeoutMs = 600_000;

export function createFiles(transport: Transport, config: ClientConfig): Files {
  async function send(
    hash: Hash,
    body: NonNullable<Exchange['body']>,
    { filename, mediaType }: Required<FileDescription>,
    { timeoutMs = uploadTimeoutMs, signal }: UploadOptions = {},
  ): Promise<FileReference> {
    const digest = hash.digest();
    const file = (await transport({
      method: 'POST',
      path: '/v1/files',
      body,
      signal,
      timeoutMs,
      attemptTimeoutMs: timeoutMs,
      headers: {
        'content-type': mediaType,
        'content-digest': `sha-256=:${digest.toString('base64')}:`,
        'content-disposition': `attachment; filename*=UTF-8''${encodeFilename(filename)}`,
      },
    })) as FileReference; // the gateway’s contract
    if (file.sha256 === digest.toString('hex')) return file;
    throw digestMismatch(filename, config);
  }

  return {
    async upload({ content, ...file }, options) {
      const parts = content instanceof Blob ? content.stream() : [content];
      return send(await hashOf(parts), content, file, options);
    },
    async uploadFile(path, { filename = basename(path), mediaType }, options) {
      const body = () => Readable.toWeb(createReadStream(path)) as ReadableStream; // Node’s own type of the same stream
      return send(await hashOf(createReadStream(path)), body, { filename, mediaType }, options);
    },
  };
}

async function hashOf(content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<Hash> {
  const hash = createHash('sha256');
  for await (const part of content) hash.update(part);
  return hash;
}

/** RFC 8187: these, too, are no part of a value; half a character has no encoding. */
function encodeFilename(filename: string): string {
  return encodeURIComponent(filename.toWellFormed()).replaceAll(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16)}`,
  );
}

function digestMismatch(filename: string, { locale }: ClientConfig): ValidationError {
  const { zh, en, hintZh, hintEn } = errorTable.DIGEST_MISMATCH;
  return new ValidationError({
    code: 'DIGEST_MISMATCH',
    message: `DIGEST_MISMATCH: ${filename}: ${locale === 'en' ? en : zh}`,
    hint: locale === 'en' ? hintEn : hintZh,
  });
}
