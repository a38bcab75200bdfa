import { stopWhenTold } from "@/lib/runtime/stop-when-told";

// A server as whoever started it sees it, which is still loading its files when that one goes.
setInterval(() => undefined, 1_000);
if (process.argv.includes("--late") && process.connected) process.once("disconnect", listen);
else listen();

function listen(): void {
  stopWhenTold(async () => console.log("stopped"));
  process.send?.("listening", () => undefined);
}
