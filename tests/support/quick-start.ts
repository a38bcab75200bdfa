/**
 * How Node is to start a process of which a test starts many, to kill them soon: WebAssembly (Prisma's) is compiled the quick way alone.
 * To compile it well takes a third of a second, which pays for whoever lives longer.
 */
export const quickStart = ["--liftoff-only"];
