import { createHash } from 'node:crypto';
import type { FileReference } from '@gongwen/schemas';
import { PublishingError } from './errors.ts';
import type { Transport } from './transport.ts';

export interface Upload {
  readonly content: Uint8Array | Blob;
  /** Without folders, 1–200 characters. */
  readonly filename: string;
  /** What the file really is, e.g. `application/pdf`. */
  readonly mediaType: string;
}

export interface Files {
  /**
   * Uploads a file under its SHA-256; uploading it again is harmless. The answer goes into `renditions`, `attachments`
   * or `body.file` of a document.
   */
  upload(file: Upload): Promise<FileReference>;
}

const uploadTimeoutMs = 300_000;

export function createFiles(transport: Transport): Files {
  return {
    async upload({ content, filename, mediaType }) {
      const bytes = content instanceof Blob ? new Uint8Array(await content.arrayBuffer()) : content;
      const digest = createHash('sha256').update(bytes).digest();
      const file = (await transport({
        method: 'POST',
        path: '/v1/files',
        body: bytes,
        attemptTimeoutMs: uploadTimeoutMs,
        headers: {
          'content-type': mediaType,
          'content-digest': `sha-256=:${digest.toString('base64')}:`,
          'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(filename)}`,
        },
      })) as FileReference; // the gateway’s contract
      if (file.sha256 === digest.toString('hex')) return file;
      throw new PublishingError(
        'DIGEST_MISMATCH',
        `DIGEST_MISMATCH: ${filename} 在途中改变 / changed on its way`,
        {},
      );
    },
  };
}
