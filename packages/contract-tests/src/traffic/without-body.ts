/**
 * Whether a response has no body, whatever a contract declares for its status: to HEAD, and with 1xx, 204, 205 and 304.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-6.4.1
 */
export function isWithoutBody(method: string, status: number): boolean {
  return method.toUpperCase() === 'HEAD' || status < 200 || status === 204 || status === 205 || status === 304
}
