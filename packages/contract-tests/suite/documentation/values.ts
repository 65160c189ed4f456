/** Values that a kind of property accepts, and values that it rejects. Null and absence are tested separately. */
export interface Kind {
  readonly takes: readonly unknown[]
  readonly refuses: readonly unknown[]
}

const id = '42d075a4-bfe7-43e7-af6d-7c68a57edcb4'

/** The types that Microsoft's tables of properties name. */
export const kinds = {
  /** "GUID": 32 digits in five groups. */
  guid: {
    takes: [id, id.toUpperCase()],
    refuses: ['', 'text', `urn:uuid:${id}`, `{${id}}`, id.replaceAll('-', ''), `${id}0`, 1, true, {}, [id]],
  },
  text: { takes: ['text', '10'], refuses: [1, true, {}, ['text']] },
  /** Sets of names of which the pages show some, and which may grow. */
  openName: { takes: ['Completed', 'completed', 'Azure', 'SomethingNew'], refuses: [1, true, {}, ['Azure']] },
  flag: { takes: [true, false], refuses: ['true', 0, {}] },
  /** "UTC date-time", with seven fractional digits in the sample. */
  moment: {
    takes: ['2019-08-29T23:47:28.8524555Z', '2019-08-29T23:47:28Z'],
    refuses: ['yesterday', '2019-08-29', '2019-08-29T23:47:28', 1567122448, {}],
  },
  /** Documented as text, shown as a number. */
  code: { takes: ['900118', 2000], refuses: [1.5, true, {}, ['900118']] },
  count: { takes: [429, 0], refuses: ['429', 1.5, true] },
  list: { takes: [[], ['text', { anything: 1 }]], refuses: [{}, 'text', 1] },
} satisfies Record<string, Kind>

/** A property that no page lists: more may be added in time. */
export const unknownProperty: Readonly<Record<string, unknown>> = { addedLater: { anything: [1] } }
