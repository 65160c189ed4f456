/** Licences under which users may use, change and redistribute the code as long as they keep its notice. */
const permissive = new Set(['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0'])

/** Whether an SPDX expression is permissive: every licence in at least one of its alternatives is. */
export function isPermissive(expression: string): boolean {
  const alternatives = expression.replaceAll(/[()]/g, '').split(' OR ')
  return alternatives.some((alternative) => alternative.split(' AND ').every((id) => permissive.has(id.trim())))
}

/**
 * Lists the bundled libraries whose terms require more than a notice, according to the notices in the package, each of which
 * begins with a line of name, version and licence.
 */
export function bundledFindings(notices: string): readonly string[] {
  const bundled = [...notices.matchAll(/^((?:@[\w.-]+\/)?[\w.-]+ \d\S*) \((.*)\)$/gm)]
  if (bundled.length === 0) return ['its notices of bundled libraries name none']
  return bundled
    .filter(([, , licence = '']) => !isPermissive(licence))
    .map(([, name, licence]) => `${name} is bundled, under ${licence}, which is not on the list of permissive licences`)
}
