/** A file that the user has named cannot be read or written; the system’s words say which, and why. */
export function isFileError(error: unknown): error is NodeJS.ErrnoException {
  const { code, path } = error as NodeJS.ErrnoException; // any error may have these
  return path !== undefined && code !== undefined && fileErrors.has(code);
}

const fileErrors: ReadonlySet<string> = new Set(['ENOENT', 'EACCES', 'EISDIR', 'ENOTDIR', 'EROFS']);
