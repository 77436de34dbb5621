import { exitCodes } from '../exit-codes.ts';
import { doctor } from '../operations/doctor.ts';
import { writeData, writeText } from '../output.ts';

/** `gongwen doctor`: the last line is the verdict. */
export async function showDoctor(options: { data: string; json?: boolean }): Promise<void> {
  const findings = await doctor(options.data, process.version);
  const bad = findings.filter(({ isWell }) => !isWell);
  if (bad.length > 0) process.exitCode = exitCodes.threshold;
  if (options.json) return writeData({ isWell: bad.length === 0, findings });
  writeText([
    ...findings.map(
      ({ check, isWell, found, mend }) =>
        `${isWell ? '✓' : '✗'} ${check}: ${found}${mend ? ` → ${mend}` : ''}`,
    ),
    bad.length === 0 ? '一切正常 / all is well' : `${bad.length} 项需要处理 / ${bad.length} to mend`,
  ]);
}
