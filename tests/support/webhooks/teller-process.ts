import { setTimeout as pause } from "node:timers/promises";
import { sendWebhooksJob } from "@/lib/jobs/send-webhooks";
import { dueWebhooks } from "@/lib/jobs/system-actor";

// A process that does nothing but tell, from the moment it is told to until it is killed. With whoever started it, it ends.
process.once("disconnect", () => process.exit());
process.once("message", async () => {
  for (;;) {
    await sendWebhooksJob.run(new Date());
    await pause(10);
  }
});
// Asks for nothing: it is connected then, and begins the moment that it is told to.
dueWebhooks(new Date(), 0).then(
  () => process.send?.("ready"),
  () => process.exit(1),
);
