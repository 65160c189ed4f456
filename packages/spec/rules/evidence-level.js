import { isObject } from './support/json.js'

const levels = ['documented', 'sdk', 'captured', 'vendor', 'inferred']

/** @type {import('@stoplight/spectral-core').RulesetFunction} */
const evidenceLevel = (evidence) => {
  if (!isObject(evidence)) return [{ message: 'Evidence must be a mapping of `level` and `source`.' }]
  const { level, source } = evidence
  const problems = []
  if (typeof level !== 'string' || !levels.includes(level)) {
    problems.push({ message: `\`${level}\` is not an evidence level; use one of ${levels.join(', ')}.` })
  }
  if (typeof source !== 'string' || source.trim() === '') {
    problems.push({ message: 'Evidence must name its `source`: a page, a file or a capture.' })
  } else if (level === 'documented' && !/https?:\/\/\S/.test(source)) {
    problems.push({ message: 'Documented evidence must name a page: write the address of the page into `source`.' })
  }
  return problems
}

export default evidenceLevel
