import { openClient } from '../client.ts'
import type { Action } from '../commands/command.ts'
import type { ConsentOptions, FamilyOptions } from '../commands/shared.ts'
import { askConsent, checkConsent } from '../consent.ts'
import { exitCodes } from '../exit-codes.ts'
import { openMemory } from '../state/memory-file.ts'
import { createOnce } from '../upgrade/create-once.ts'

type Creation = Action<[customerId: string, options: FamilyOptions & ConsentOptions]>

const creation =
  (how: 'create' | 'ensure'): Creation =>
  async (session, customerId, options) => {
    checkConsent(session, options)
    const client = await openClient(session)
    const request = { customerId, productFamily: options.family }
    const memory = openMemory({ ...request, baseUrl: client.baseUrl }, session.host)
    memory.read()
    await askConsent(session, options, customerId)
    await createOnce(client, request, how, memory, session)
    return exitCodes.done
  }

/** Creates an upgrade. */
export const create: Creation = creation('create')

/** Creates an upgrade, unless there is one. */
export const ensure: Creation = creation('ensure')
