import { NoDataError } from '@gongwen/local';
import { isPublishingError } from '@gongwen/sdk';
import { ConfigurationError } from '@gongwen/service-kit';
import { CommandError, exitCodes } from './exit-codes.ts';
import { isFileError } from './file-error.ts';

/** The kind of a failure that its user can do something about; `undefined` = our bug. */
export function exitCodeOf(error: unknown): number | undefined {
  if (error instanceof CommandError) return error.exitCode;
  if (error instanceof NoDataError) return exitCodes.notFound;
  if (error instanceof ConfigurationError) return exitCodes.invalidInput;
  if (isFileError(error)) return exitCodes.invalidInput;
  return isPublishingError(error) ? exitCodeOfStatus(error.status) : undefined;
}

function exitCodeOfStatus(status: number | undefined): number {
  if (status === undefined || status === 429 || status >= 500) return exitCodes.unavailable;
  if (status === 401 || status === 403) return exitCodes.notAllowed;
  if (status === 404 || status === 410) return exitCodes.notFound;
  return status === 409 || status === 428 ? exitCodes.conflict : exitCodes.invalidInput;
}
