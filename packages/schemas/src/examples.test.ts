import { readFileSync, readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as schemas from './index.ts';

const folder = new URL('../examples/', import.meta.url);
const commandValidators: Record<string, schemas.Validator<unknown>> = {
  publish: schemas.isPublishCommand,
  amend: schemas.isAmendCommand,
  correct: schemas.isCorrectCommand,
  repeal: schemas.isRepealCommand,
  expire: schemas.isExpireCommand,
  supersede: schemas.isSupersedeCommand,
  'partially-end': schemas.isPartiallyEndCommand,
  'schedule-end': schemas.isScheduleEndCommand,
  renew: schemas.isRenewCommand,
  reinstate: schemas.isReinstateCommand,
  withdraw: schemas.isWithdrawCommand,
  restore: schemas.isRestoreCommand,
  'set-links': schemas.isSetLinksCommand,
  'change-disclosure': schemas.isChangeDisclosureCommand,
  transfer: schemas.isTransferCommand,
};
const eventNames = Object.keys(schemas.eventTypeNames).map((type) => type.split('.')[3] ?? '');
const suites = [
  ...eventNames.map((name) => ({ path: name, validate: schemas.isDocumentEvent, type: name })),
  ...Object.entries(commandValidators).map(([name, validate]) => ({
    path: `commands/${name}`,
    validate,
    type: undefined,
  })),
];

describe('examples', () => {
  it('exist for every event type and command, and for nothing else', () => {
    expect(readdirSync(folder).toSorted()).toEqual([...eventNames, 'commands'].toSorted());
    expect(readdirSync(new URL('commands/', folder)).toSorted()).toEqual(
      Object.keys(commandValidators).toSorted(),
    );
  });

  describe.each(suites)('$path', ({ path, validate, type }) => {
    const valid = filesOf(`${path}/valid/`);
    const invalid = filesOf(`${path}/invalid/`);

    it('has at least one valid and two invalid files', () => {
      expect(valid.length).toBeGreaterThanOrEqual(1);
      expect(invalid.length).toBeGreaterThanOrEqual(2);
    });

    it.each(valid)('accepts $name', ({ value }) => {
      expect(schemas.violations(validate, value)).toBeUndefined();
      if (type) expect(value).toHaveProperty('type', `cn.gongwen.document.${type}.v1`);
    });

    // the file name is `<rule>.<pointer with dots>.json`
    it.each(invalid)('refuses $name there and for that', ({ name, value }) => {
      const [rule, ...steps] = basename(name, '.json').split('.');
      const issues = schemas.violations(validate, value)?.issues ?? [];
      expect(issues.map((issue) => `${issue.rule} ${issue.pointer}`)).toContain(
        `${rule} /${steps.join('/')}`,
      );
    });
  });
});

function filesOf(path: string): { name: string; value: unknown }[] {
  return readdirSync(new URL(path, folder)).map((name) => ({
    name,
    value: JSON.parse(readFileSync(new URL(path + name, folder), 'utf8')) as unknown,
  }));
}
