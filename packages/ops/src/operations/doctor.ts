import { existsSync, statfsSync } from 'node:fs';
import { openData } from '@gongwen/local';

/** One check: what was found and, when it is not well, how to mend it. */
export interface Finding {
  readonly check: string;
  readonly isWell: boolean;
  readonly found: string;
  readonly mend?: string;
}

const minimumFreeBytes = 1024 ** 3;

/** Looks at what the system needs; changes nothing. */
export async function doctor(data: string, nodeVersion: string): Promise<Finding[]> {
  const [major = 0, minor = 0] = nodeVersion.replace('v', '').split('.').map(Number);
  const isNewEnough = major > 22 || (major === 22 && minor >= 18);
  const { bavail, bsize } = statfsSync(existsSync(data) ? data : '.');
  const freeBytes = bavail * bsize;
  return [
    finding(
      'node',
      isNewEnough,
      nodeVersion,
      '请用 Node 22.18 以上 / use Node ≥ 22.18 (npm run … brings its own)',
    ),
    finding(
      'disk',
      freeBytes > minimumFreeBytes,
      `${(freeBytes / 1024 ** 3).toFixed(1)} GiB free`,
      '请腾出空间 / free some space',
    ),
    await checkData(data),
  ];
}

async function checkData(data: string): Promise<Finding> {
  try {
    await using opened = await openData(data);
    const { documents, alarms } = opened.view.summary();
    const bad = Object.entries(alarms).map(([kind, count]) => `${kind}: ${count}`);
    const found = `${documents} documents${bad.length > 0 ? `; ${bad.join(', ')}` : ''}`;
    return finding('data', bad.length === 0, found, '见 gongwen status / see gongwen status');
  } catch (error) {
    return finding(
      'data',
      false,
      error instanceof Error ? error.message : String(error),
      '运行 gongwen dev / start gongwen dev',
    );
  }
}

function finding(check: string, isWell: boolean, found: string, mend: string): Finding {
  return { check, isWell, found, ...(!isWell && { mend }) };
}
