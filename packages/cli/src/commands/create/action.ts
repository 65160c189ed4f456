import type { Action } from '../../command/command.ts'
import { askConsent, checkConsent } from '../../command/consent.ts'
import type { ConsentOptions, FamilyOptions, SettleOptions } from '../../command/options.ts'
import { exitCodes } from '../../process/exit-codes.ts'
import { openCreateSession } from '../../upgrades/create-session.ts'
import { createUpgrade } from '../../upgrades/create-upgrade.ts'

type Creation = Action<[customerId: string, options: FamilyOptions & ConsentOptions & SettleOptions]>

/** Creates the action of `create` or `ensure`, which also accepts an existing upgrade. */
export const createAction =
  (how: 'create' | 'ensure'): Creation =>
  async (session, customerId, options) => {
    checkConsent(session, options)
    const request = { customerId, productFamily: options.family }
    const { client, stateFile } = await openCreateSession(session, request, options, how)
    await stateFile.read()
    await askConsent(session, options, customerId)
    await createUpgrade(client, request, how, stateFile, session)
    return exitCodes.done
  }

/** Creates an upgrade. */
export const create: Creation = createAction('create')
