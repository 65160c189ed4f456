/** How to sign in. */
export interface LoginOptions {
  /** Whether with a device code. @default false */
  readonly deviceCode?: boolean
  /** Whether with a refresh token that exists. @default false */
  readonly refreshTokenStdin?: boolean
  /** The port that the browser is sent back to. @default any that is free */
  readonly port?: number
  /** Milliseconds to wait for the browser. @default 300000 */
  readonly wait?: number
}
