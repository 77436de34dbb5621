/** What an event is to the document’s head: the next version, a lost race or repeat, or a hole. */
export type Admission = 'admitted' | 'void' | 'gap';

/**
 * The one rule of the log (DESIGN §3): the first event of each next version counts.
 *
 * @param headVersion - the version of the last admitted event; 0 for a document that does not exist yet
 */
export function admit(headVersion: number, eventVersion: number): Admission {
  if (eventVersion === headVersion + 1) return 'admitted';
  return eventVersion <= headVersion ? 'void' : 'gap';
}
