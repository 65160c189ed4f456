const { createProductUpgradesClient } = require('@partner-upgrades/client')

/** Returns the customers who can be moved to an Azure plan. */
async function eligibleCustomers(customerIds, options) {
  const upgrades = createProductUpgradesClient(options)
  const answers = await Promise.all(
    customerIds.map((customerId) => upgrades.checkEligibility({ customerId, productFamily: 'Azure' })),
  )
  return answers.filter(({ isEligible }) => isEligible).map(({ customerId }) => customerId)
}

module.exports = { eligibleCustomers }
