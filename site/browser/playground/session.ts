import { type Simulation, startSimulation } from './simulation.ts'
import type { Situation, Step } from './situation.ts'

/** The simulation of a page, which may start anew. What is asked of it happens in turn: nothing is lost that is asked for while it starts. */
export interface Session {
  /** The simulation as it is now. */
  readonly simulation: Simulation
  /** Does something; a step may depend on what came before it. */
  run(step: Step | (() => Step)): Promise<void>
  /** Starts anew with what `change` makes of the situation, and does again all that was done. */
  restart(change: (situation: Situation) => Situation): Promise<void>
}

/** Starts a session. `onChange` is called whenever there is something new to see. */
export async function startSession(situation: Situation, onChange: () => void): Promise<Session> {
  let last: Promise<void> = Promise.resolve()
  function inTurn(task: () => Promise<void>): Promise<void> {
    const done = last.then(task)
    last = done.catch(() => {})
    return done
  }
  let simulation = await startSimulation(situation, onChange)
  return {
    get simulation() {
      return simulation
    },
    run: (step) => inTurn(() => simulation.run(typeof step === 'function' ? step() : step)),
    restart: (change) =>
      inTurn(async () => {
        simulation = await startSimulation(change(simulation.situation), onChange)
        onChange()
      }),
  }
}
