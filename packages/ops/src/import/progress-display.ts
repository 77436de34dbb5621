import type { ImportProgress } from './import-options.ts';

/** What a display needs of a stream such as `process.stderr`. */
export interface ProgressStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

export interface ProgressDisplay {
  update(progress: ImportProgress): void;
  /** Leaves the last state on the screen and ends the line. */
  end(): void;
}

interface DisplayOptions {
  readonly now: () => number;
  /** No escape codes of colour, as `NO_COLOR` asks for. Default true. */
  readonly color?: boolean;
}

const labels = { reading: '读取 reading', publishing: '发布 publishing' } as const;
const redrawAfterMs = 100;
const lineAfterMs = 10_000;
const barWidth = 24;

/** A bar that is redrawn on a terminal, elsewhere one line every ten seconds. */
export function createProgressDisplay(
  stream: ProgressStream,
  { now, color = true }: DisplayOptions,
): ProgressDisplay {
  const isTerminal = stream.isTTY === true;
  let phase: ImportProgress['phase'] | undefined;
  let startedAt = now();
  let drawnAt = Number.NEGATIVE_INFINITY;
  let last: ImportProgress | undefined;

  const draw = (progress: ImportProgress) => {
    const text = `${labels[progress.phase]} ${figures(progress, (now() - startedAt) / 1000)}`;
    drawnAt = now();
    if (!isTerminal) return void stream.write(`${text}\n`);
    const line = `${bar(progress, color)} ${text}`;
    stream.write(`\r${line.slice(0, (stream.columns ?? 80) - 1 + (color ? colorLength : 0))}\x1b[K`);
  };
  return {
    update(progress) {
      if (progress.phase !== phase) {
        if (isTerminal && last) stream.write('\n');
        [phase, startedAt, drawnAt] = [progress.phase, now(), isTerminal ? Number.NEGATIVE_INFINITY : now()];
      }
      last = progress;
      if (now() - drawnAt >= (isTerminal ? redrawAfterMs : lineAfterMs)) draw(progress);
    },
    end() {
      if (!last) return;
      draw(last);
      if (isTerminal) stream.write('\n');
    },
  };
}

const green = '\x1b[32m';
const plain = '\x1b[39m';
const colorLength = green.length + plain.length;

function bar({ done, total }: ImportProgress, color: boolean): string {
  const filled = total === 0 ? barWidth : Math.round((barWidth * done) / total);
  const drawn = `${'█'.repeat(filled)}${'░'.repeat(barWidth - filled)}`;
  return color ? `${green}${drawn}${plain}` : drawn;
}

/** “45% 450/1000 90/s 剩余 6s”. Reading counts bytes, shown in MB. */
function figures({ phase, done, total }: ImportProgress, seconds: number): string {
  const percent = total === 0 ? 100 : Math.floor((100 * done) / total);
  const rate = seconds > 0 ? done / seconds : 0;
  const left = rate > 0 ? ` 剩余 ${duration((total - done) / rate)}` : '';
  if (phase === 'reading') {
    return `${percent}% ${megabytes(done)}/${megabytes(total)} MB ${megabytes(rate)} MB/s${left}`;
  }
  return `${percent}% ${done}/${total} ${Math.round(rate)}/s${left}`;
}

function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(1);
}

function duration(seconds: number): string {
  const whole = Math.ceil(seconds);
  return whole < 60 ? `${whole}s` : `${Math.floor(whole / 60)}m${String(whole % 60).padStart(2, '0')}s`;
}
