const secrets = [/\beyJ[\w-]{8,}\.[\w-]{8,}/, /\bBearer [\w.~+/-]{20,}/i, /-----BEGIN [A-Z ]*PRIVATE KEY-----/]

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
    if (typeof part === 'string' && secrets.some((secret) => secret.test(part))) {
      return [{ message: 'This looks like a credential; write a placeholder such as `<token>`.', path: at }]
    }
    if (typeof part !== 'object' || part === null || seen.has(part)) return []
    seen.add(part)
    return Object.entries(part).flatMap(([key, member]) => search(member, [...at, key]))
  }
  return search(value, path)
}

export default noSecrets
