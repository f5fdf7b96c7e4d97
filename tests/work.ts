/** How much something makes the computer work. */

/** Milliseconds of work in this process, whatever else the machine does meanwhile. */
export async function workOf(act: () => unknown): Promise<number> {
  const begun = process.cpuUsage()
  await act()
  const { user, system } = process.cpuUsage(begun)
  return (user + system) / 1000
}
