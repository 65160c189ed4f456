import { type Change, impacts } from './change.ts'

/** A change at one place, with its origin. */
export interface FoundChange extends Change {
  /** A key that is the same wherever the same named schema is used; undefined outside of named schemas. */
  readonly origin: string | undefined
}

/**
 * Merges the same change in several places: of a named schema, wherever it is used, and of fields with the same name. Fields with other
 * names are listed after it.
 */
export function groupChanges(changes: readonly FoundChange[]): readonly Change[] {
  const groups = new Map<string, FoundChange[]>()
  for (const change of changes) {
    const { impact, side, what, origin, subject } = change
    // Texts concern both sides equally.
    const key = JSON.stringify([impact, impact === 'fix' ? '' : side, what, origin ?? leafOf(subject)])
    groups.set(key, [...(groups.get(key) ?? []), change])
  }
  return [...groups.values()]
    .map(merged)
    .sort((one, other) => impacts.indexOf(one.impact) - impacts.indexOf(other.impact))
}

function merged(group: readonly FoundChange[]): Change {
  const subjects = [...new Set(group.map(({ subject }) => subject))].sort((one, other) => one.length - other.length)
  const [shown = '', ...others] = subjects
  const names = [...new Map([...others].reverse().map((subject) => [leafOf(subject), subject])).entries()]
    .filter(([leaf]) => leaf !== leafOf(shown))
    .map(([, subject]) => subject)
  const [{ impact, side, what } = emptyChange] = group
  return {
    impact,
    side: group.every((each) => each.side === side) ? side : 'both',
    subject: shown,
    what: names.length === 0 ? what : `${what} (likewise ${listed(names)})`,
    places: [...new Set(group.flatMap(({ places }) => places))],
  }
}

const emptyChange: Change = { impact: 'fix', side: 'both', subject: '', what: '', places: [] }

function listed(names: readonly string[]): string {
  return names.length > 3 ? `${names.slice(0, 3).join(', ')} and ${names.length - 3} more` : names.join(', ')
}

/** Returns the last name in a subject: `note` of `[].parent.note`. Any other subject, such as an operation, is returned unchanged. */
function leafOf(subject: string): string {
  const isField = /^`[^`]*`$/.test(subject)
  return isField ? `\`${subject.slice(1, -1).split('.').at(-1) ?? ''}\`` : subject
}
