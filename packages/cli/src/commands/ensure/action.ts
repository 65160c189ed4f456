import { createAction } from '../create/action.ts'

/** Creates an upgrade, unless there is one. */
export const ensure: ReturnType<typeof createAction> = createAction('ensure')
