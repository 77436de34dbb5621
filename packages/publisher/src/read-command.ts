import type { Command } from '@gongwen/domain';
import {
  type Validator,
  isAmendCommand,
  isChangeDisclosureCommand,
  isCorrectCommand,
  isExpireCommand,
  isPartiallyEndCommand,
  isPublishCommand,
  isReinstateCommand,
  isRenewCommand,
  isRepealCommand,
  isRestoreCommand,
  isScheduleEndCommand,
  isSetLinksCommand,
  isSupersedeCommand,
  isTransferCommand,
  isWithdrawCommand,
  violations,
} from '@gongwen/schemas';
import { ServiceError } from '@gongwen/service-kit';

type ChangeName = Exclude<Command['name'], 'publish'>;

/** A body as a command that its schema accepts. `ifMatch` is the header’s version, which stands in for `expectedVersion`. */
export function readCommand(
  name: ChangeName,
  documentId: string,
  body: unknown,
  ifMatch: string | undefined,
): Command {
  const complete = withExpectedVersion(body, ifMatch);
  switch (name) {
    case 'amend':
      return { name, documentId, body: checked(isAmendCommand, complete) };
    case 'correct':
      return { name, documentId, body: checked(isCorrectCommand, complete) };
    case 'repeal':
      return { name, documentId, body: checked(isRepealCommand, complete) };
    case 'expire':
      return { name, documentId, body: checked(isExpireCommand, complete) };
    case 'supersede':
      return { name, documentId, body: checked(isSupersedeCommand, complete) };
    case 'partiallyEnd':
      return { name, documentId, body: checked(isPartiallyEndCommand, complete) };
    case 'scheduleEnd':
      return { name, documentId, body: checked(isScheduleEndCommand, complete) };
    case 'renew':
      return { name, documentId, body: checked(isRenewCommand, complete) };
    case 'reinstate':
      return { name, documentId, body: checked(isReinstateCommand, complete) };
    case 'withdraw':
      return { name, documentId, body: checked(isWithdrawCommand, complete) };
    case 'restore':
      return { name, documentId, body: checked(isRestoreCommand, complete) };
    case 'setLinks':
      return { name, documentId, body: checked(isSetLinksCommand, complete) };
    case 'changeDisclosure':
      return { name, documentId, body: checked(isChangeDisclosureCommand, complete) };
    case 'transfer':
      return { name, documentId, body: checked(isTransferCommand, complete) };
  }
}

export function readPublishCommand(body: unknown): Command {
  const command = checked(isPublishCommand, body);
  return { name: 'publish', documentId: command.documentId, body: command };
}

/** @throws ServiceError with the code of the first violation and all of them as issues */
function checked<Value>(validate: Validator<Value>, value: unknown): Value {
  const faults = violations(validate, value);
  if (faults) throw new ServiceError(faults.code, { issues: faults.issues });
  return value as Value; // the validator has just said so
}

function withExpectedVersion(body: unknown, ifMatch: string | undefined): unknown {
  if (ifMatch === undefined || typeof body !== 'object' || body === null || Array.isArray(body)) return body;
  const [, version] = /^"?([1-9]\d{0,15})"?$/.exec(ifMatch.trim()) ?? [];
  if (version === undefined) {
    throw new ServiceError('PARAMETER_INVALID', {
      zh: 'If-Match 应为 "<版本>"。',
      en: 'If-Match must be "<version>".',
    });
  }
  return { expectedVersion: Number(version), ...body };
}
