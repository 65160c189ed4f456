const secrets = [/\bBearer [\w.~+/-]{20}/i, /-----BEGIN [A-Z ]*PRIVATE KEY-----/]

/**
 * Whether a text contains a JSON Web Token, or a large part of one.
 *
 * @param {string} text
 */
function hasToken(text) {
  const parts = text.matchAll(/(?<![\w-])[\w-]+(?=\.[\w-]{8})/g)
  return [...parts].some(([part]) => /\beyJ[\w-]{8}/.test(part))
}

/** @type {import('@stoplight/spectral-core').RulesetFunction} */
const noSecrets = (value, _options, { path }) => {
  /** @type {Set<unknown>} */
  const seen = new Set()
  /**
   * @param {unknown} part
   * @param {(string | number)[]} at
   * @returns {{ message: string, path: (string | number)[] }[]}
   */
  const search = (part, at) => {
    if (typeof part === 'string' && (hasToken(part) || secrets.some((secret) => secret.test(part)))) {
      return [{ message: 'This looks like a credential; write a placeholder such as `<token>`.', path: at }]
    }
    if (typeof part !== 'object' || part === null || seen.has(part)) return []
    seen.add(part)
    return Object.entries(part).flatMap(([key, member]) => search(member, [...at, key]))
  }
  return search(value, path)
}

export default noSecrets
