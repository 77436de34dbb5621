import type { Actor } from '../actor.ts';

/** The system itself, which carries out what is already law: decisions that stand in the log, and the calendar. */
export function systemActor(name: `system:${string}`, credential: string): Actor {
  return {
    department: { id: name, name: '公文系统', level: 'city', regionCode: '000000' },
    credential,
    scopes: new Set(['documents:write', 'operations']),
  };
}
