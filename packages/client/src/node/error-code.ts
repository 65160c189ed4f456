/** Whether an error of the operating system has a code, such as `ENOENT`. */
export function hasCode(error: unknown, code: string): boolean {
  return Object(error).code === code
}
