import { oas } from '@stoplight/spectral-rulesets'

const { then } = oas.rules['oas3-schema']

export default then.function
