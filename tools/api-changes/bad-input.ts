/** A reason why the check cannot be made at all, in one line: exit code 2. */
export class BadInput extends Error {
  override readonly name: string = 'BadInput'
}
