/** For the environment of a process that a test starts: it finds our program compiled, which takes half a second. */
export const compiled = { NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE }
