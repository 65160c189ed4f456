/** The rules of `@partner-upgrades/spec/spectral`, as a ruleset in JavaScript. */
declare const ruleset: object
export default ruleset

/**
 * Returns the rules with different options: each given option replaces that of the rule; the others stay unchanged.
 *
 * @param options the options to replace, by the name of the rule
 * @throws TypeError if a rule does not exist or has no such option
 */
export declare function rulesetWith(options: Readonly<Record<string, Readonly<Record<string, unknown>>>>): object
