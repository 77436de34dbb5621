import type { Gateway } from './publish-document.ts';

export interface ImportProgress {
  /** Reading counts bytes of the files, publishing counts documents. */
  readonly phase: 'reading' | 'publishing';
  readonly done: number;
  readonly total: number;
}

export interface ImportOptions {
  /** JSON Lines or XML batches of a jcms, plain or gz. The same document in two of them becomes one. */
  readonly files: readonly string[];
  /** Whose namespace the documents get that bring no id of their own. */
  readonly department: string;
  readonly gateway: Gateway;
  readonly rejectsPath: string;
  readonly checkpointPath: string;
  /** Documents on their way at a time. Default 16. */
  readonly concurrency?: number;
  readonly onProgress?: (progress: ImportProgress) => void;
  /** Stops after the documents on their way. */
  readonly signal?: AbortSignal;
}
