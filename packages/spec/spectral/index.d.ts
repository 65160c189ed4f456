/** The rules of `@partner-upgrades/spec/spectral`, as a ruleset in JavaScript. */
declare const ruleset: object
export default ruleset

/**
 * The same rules with other options: each option that is given replaces that of the rule, and the others stay.
 *
 * @param options the options to replace, by the name of their rule
 * @throws TypeError if there is no such rule, or it has no such option
 */
export declare function rulesetWith(options: Readonly<Record<string, Readonly<Record<string, unknown>>>>): object
