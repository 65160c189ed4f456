// Contains no proxy settings: with NODE_USE_ENV_PROXY=1, Node uses the proxy in HTTPS_PROXY.
import { createProductUpgradesClient } from '@partner-upgrades/client'

const { PARTNER_CENTER_TOKEN: credential = '', PARTNER_CENTER_BASE_URL: baseUrl } = process.env
const [customerId = ''] = process.argv.slice(2)

const upgrades = createProductUpgradesClient({ credential, retries: 0, ...(baseUrl && { baseUrl }) })
const { isEligible } = await upgrades.checkEligibility({ customerId, productFamily: 'Azure' })
console.log(isEligible ? 'eligible' : 'not eligible')
