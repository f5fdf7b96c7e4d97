/** A command that does one thing with the database and says in a line what it did. */
import { pino } from 'pino'
import { openRuntime, type Runtime } from '#server/runtime.ts'
import { run } from './command.ts'
import { getEnvironment } from './site.ts'

/** @returns what to tell the person who typed the command */
export type Act = (runtime: Runtime) => Promise<string>

/** @param readArguments reads the command line, before any database is touched; throws with the usage */
export async function runAct(readArguments: () => Act): Promise<void> {
  await run(async () => {
    const act = readArguments()
    const runtime = await openRuntime(await getEnvironment(), pino({ level: 'silent' }))
    try {
      console.log(await act(runtime))
    } finally {
      await runtime.close()
    }
  })
}
