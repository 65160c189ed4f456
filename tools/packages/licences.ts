/** Licences under which whoever installs us may use, change and pass on the code, keeping its notice. */
const permissive = new Set(['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0'])

/** Is an SPDX expression permissive: one of its alternatives, and all of what that asks for at once? */
export function isPermissive(expression: string): boolean {
  const alternatives = expression.replaceAll(/[()]/g, '').split(' OR ')
  return alternatives.some((alternative) => alternative.split(' AND ').every((id) => permissive.has(id.trim())))
}

/**
 * Whatever a package holds bundled under terms that ask for more than a notice, by the notices it brings along: each begins
 * with a line of name, version and licence.
 */
export function bundledFindings(notices: string): readonly string[] {
  const bundled = [...notices.matchAll(/^((?:@[\w.-]+\/)?[\w.-]+ \d\S*) \((.*)\)$/gm)]
  if (bundled.length === 0) return ['its notices of what is bundled name nothing']
  return bundled
    .filter(([, , licence = '']) => !isPermissive(licence))
    .map(([, name, licence]) => `${name} is bundled, under ${licence}, which is not on the list of permissive licences`)
}
