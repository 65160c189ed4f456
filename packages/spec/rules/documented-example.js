import { homeOf } from './support/home.js'

/** @type {import('@stoplight/spectral-core').RulesetFunction<unknown, { folder: string }>} */
const documentedExample = (_example, { folder }, context) => {
  const file = homeOf(context.path, context)?.file
  if (file?.split('/').at(-2) === folder) return []
  return [{ message: `A documented example belongs in ${folder}/, with its exchange; refer to it.` }]
}

export default documentedExample
