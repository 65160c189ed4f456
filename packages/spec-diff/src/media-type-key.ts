/**
 * Normalizes a media type or range: names in lower case, parameters sorted. `charset=utf-8` is dropped, since it is the assumed default.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-8.3.1
 */
export function mediaTypeKey(mediaType: string): string {
  const [essence = '', ...parameters] = mediaType.split(';').map((part) => part.trim())
  const named = parameters
    .filter((parameter) => parameter !== '')
    .map((parameter) => {
      const [name = '', ...value] = parameter.split('=')
      return `${name.trim().toLowerCase()}=${value.join('=').trim().replaceAll('"', '')}`
    })
    .filter((parameter) => parameter.toLowerCase() !== 'charset=utf-8')
  return [essence.toLowerCase(), ...named.sort()].join(';')
}

/** Returns the keys that may cover a media type, the most specific first: itself, without parameters, the range of its type, any. */
export function mediaTypeKeys(key: string): readonly string[] {
  const [essence = ''] = key.split(';')
  return [key, essence, `${essence.split('/')[0]}/*`, '*/*']
}

/** Returns the keys that may cover a status, the most specific first: itself, its class, and `default`. */
export function statusKeys(status: string): readonly string[] {
  return /^\d/.test(status) ? [status, `${status[0]}XX`, 'default'] : [status]
}
