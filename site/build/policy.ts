/** The content security policy of every page: only the site's own files, no inline scripts, no inline styles. */
export const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'"
