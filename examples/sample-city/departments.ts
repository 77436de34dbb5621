import type { Document } from '@gongwen/schemas';

export interface SampleDepartment {
  readonly id: string;
  readonly name: string;
  readonly level: NonNullable<Document['level']>;
  readonly regionCode: string;
  /** 发文机关代字. */
  readonly agencyCode: string;
}

const regionCode = '379900';
const department = (id: string, name: string, agencyCode: string): SampleDepartment => ({
  id,
  name,
  level: 'city',
  regionCode,
  agencyCode,
});

/** 临澜市, an invented city. */
export const departments = {
  congress: department('ll-congress', '临澜市人民代表大会常务委员会', '临澜人常'),
  government: department('ll-gov', '临澜市人民政府', '临澜政发'),
  office: department('ll-office', '临澜市人民政府办公室', '临澜政办发'),
  labour: department('ll-hrss', '临澜市人力资源和社会保障局', '临澜人社规'),
  health: department('ll-health', '临澜市卫生健康委员会', '临澜卫规'),
  housing: department('ll-housing', '临澜市住房和城乡建设局', '临澜建规'),
  education: department('ll-edu', '临澜市教育局', '临澜教规'),
  market: department('ll-market', '临澜市市场监督管理局', '临澜市监规'),
  ecology: department('ll-eco', '临澜市生态环境局', '临澜环规'),
} as const;
