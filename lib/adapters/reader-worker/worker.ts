import { parentPort } from "node:worker_threads";
import type { WorkerRequest } from "@/lib/adapters/reader-worker/job";
import { runJob } from "@/lib/adapters/reader-worker/run-job";

/** Entry of the reader's thread: scripts/build-worker.mjs bundles it into dist/reader-worker.mjs. */
parentPort?.on("message", async (request: WorkerRequest) => {
  const reply = await runJob(request);
  parentPort?.postMessage(reply, "json" in reply ? [reply.json.buffer as ArrayBuffer] : []);
});
parentPort?.postMessage({ ready: true });
