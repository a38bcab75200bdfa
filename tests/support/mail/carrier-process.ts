import { setTimeout as pause } from "node:timers/promises";
import { sendApprovedJob } from "@/lib/jobs/send-approved";
import { dueSendings } from "@/lib/jobs/system-actor";

// A process that does nothing but carry, from the moment it is told to until it is killed. With whoever started it, it ends.
process.once("disconnect", () => process.exit());
process.once("message", async () => {
  for (;;) {
    await sendApprovedJob.run(new Date());
    await pause(10);
  }
});
// Asks for nothing: it is connected then, and begins the moment that it is told to.
dueSendings(0).then(
  () => process.send?.("ready"),
  () => process.exit(1),
);
