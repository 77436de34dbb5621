/** The exit code of a command that stopped and can be resumed. */
export const resumableExitCode = 3;

/** The import could not go on; what was imported stays, and running it again goes on from there. */
export class ImportStopped extends Error {
  readonly code = 'IMPORT_STOPPED';
  readonly exitCode = resumableExitCode;
  readonly settled: number;
  readonly total: number;

  constructor(settled: number, total: number, cause: unknown) {
    const why = cause instanceof Error ? cause.message : String(cause);
    super(
      `导入中断（${settled}/${total}）：${why}。再次运行同一命令即可继续。 / ` +
        `The import stopped at ${settled} of ${total} documents: ${why}. Run the same command again to resume.`,
      { cause },
    );
    this.name = 'ImportStopped';
    this.settled = settled;
    this.total = total;
  }
}
