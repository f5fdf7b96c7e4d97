/** How long a mail waits after each attempt that failed. A mail server that is away for a day loses nothing. */
const minutes = [1, 5, 15, 60, 240, 720, 1440]

/**
 * @param attempts how many have failed
 * @returns minutes until the next, or nothing when it is time to give up
 */
export const minutesAfter = (attempts: number): number | undefined => minutes[attempts - 1]
