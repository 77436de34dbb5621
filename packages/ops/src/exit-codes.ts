/** Exit codes of the command (README). */
export const exitCodes = {
  ok: 0,
  failed: 1,
  invalidInput: 2,
  unavailable: 3,
  notAllowed: 4,
  notFound: 5,
  conflict: 6,
  partial: 7,
  threshold: 8,
} as const;

/** A failure that the command tells its user in one sentence, with the exit code of its kind. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
  readonly exitCode: number;

  constructor(exitCode: number, message: string, options?: ErrorOptions) {
    super(message, options);
    this.exitCode = exitCode;
  }
}
