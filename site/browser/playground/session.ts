import { type Simulation, startSimulation } from './simulation.ts'
import type { Situation, Step } from './situation.ts'

/** The simulation of a page. Steps and restarts run in order, so that nothing is lost during a restart. */
export interface Session {
  /** The current simulation. */
  readonly simulation: Simulation
  /** Runs a step, or the step that a function returns when its turn comes. */
  run(step: Step | (() => Step)): Promise<void>
  /** Restarts with the situation that `change` returns, and repeats all its steps. */
  restart(change: (situation: Situation) => Situation): Promise<void>
}

/** Starts a session. `onChange` is called whenever there is something new to display. */
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
