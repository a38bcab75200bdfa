import { describeError, log } from "./log";

/**
 * Calls `stop` once: when asked to, or when the process that started us is gone, which closes the channel to it.
 * Ctrl-C reaches every process of the terminal; whoever started us tells us in its own time.
 */
export function stopWhenTold(stop: (why: string) => Promise<void>): void {
  let stopping = false;
  function once(why: string): void {
    if (stopping) return;
    stopping = true;
    void stop(why)
      .catch((error) => log.error("stopping went wrong", describeError(error)))
      .then(() => process.exit(0));
  }
  process.on("SIGTERM", () => once("asked to"));
  process.on("SIGINT", () => {
    if (!process.send) once("asked to");
  });
  process.on("disconnect", () => once("the starting process is gone"));
  // Gone before anybody listened, while our files were being loaded: that is told once only.
  if (process.connected === false) once("the starting process is gone");
}
