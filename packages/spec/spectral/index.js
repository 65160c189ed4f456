import ruleset from './generated/ruleset.js'

/** @type {Record<string, any>} */
const all = ruleset.rules

/** The rules of `@partner-upgrades/spec/spectral`, as a ruleset in JavaScript. */
export default ruleset

/**
 * Returns the rules with different options: each given option replaces that of the rule; the others stay unchanged.
 *
 * @param {Record<string, Record<string, unknown>>} options the options to replace, by the name of the rule
 * @throws TypeError if a rule does not exist or has no such option
 * @example
 * export default { extends: rulesetWith({ 'error-responses': { statuses: ['400', '404', '500'] } }), rules: {} }
 */
export function rulesetWith(options) {
  const rules = { ...all }
  for (const [name, given] of Object.entries(options)) {
    const rule = rules[name]
    const known = rule?.then?.functionOptions
    if (known === undefined) {
      const adjustable = Object.keys(all).filter((each) => all[each].then?.functionOptions !== undefined)
      throw new TypeError(`No rule "${name}" has options. Rules with options: ${adjustable.join(', ')}.`)
    }
    for (const option of Object.keys(given)) {
      if (!Object.hasOwn(known, option))
        throw new TypeError(
          `The rule "${name}" has no option "${option}". Its options: ${Object.keys(known).join(', ')}.`,
        )
    }
    // biome-ignore lint/suspicious/noThenProperty: that is what a rule of Spectral calls it
    rules[name] = { ...rule, then: { ...rule.then, functionOptions: { ...known, ...given } } }
  }
  return { ...ruleset, rules }
}
