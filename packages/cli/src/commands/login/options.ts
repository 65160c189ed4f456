/** Options of `login`. */
export interface LoginOptions {
  /** Whether to sign in with a device code. @default false */
  readonly deviceCode?: boolean
  /** Whether to import an existing refresh token. @default false */
  readonly refreshTokenStdin?: boolean
  /** The port that the browser is redirected to. @default any that is free */
  readonly port?: number
  /** Milliseconds to wait for the browser. @default 300000 */
  readonly wait?: number
}
