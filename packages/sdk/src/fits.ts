import type { Validator } from '@gongwen/schemas';

/** Whether a value has what a schema asks for. Fields that this version does not know are let through: readers are open. */
export function fits<Value>(validate: Validator<Value>, value: unknown): value is Value {
  return (
    validate(value) || (validate.errors ?? []).every(({ keyword }) => keyword === 'additionalProperties')
  );
}
