/** Whether a system error has the given code, such as `ENOENT`. */
export function hasCode(error: unknown, code: string): boolean {
  return Object(error).code === code
}
