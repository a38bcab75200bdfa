import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { ReaderAnswer, ReaderJob, ReaderRefusal, WorkerReply } from "@/lib/adapters/reader-worker/job";

export const MOST_BYTES = 32 * 1024 * 1024;
/** For a file of up to a megabyte, and what each further megabyte adds: an honest address book of 20,000 cards has ten. */
const MOST_MILLISECONDS = 1_000;
const MILLISECONDS_PER_MEGABYTE = 75;
/** Of a second on the clock, this much of a processor is a second of work. */
const WORK_SHARE = 0.9;
const IDLE_MILLISECONDS = 10_000;

/** Enough for 20,000 cards or 5,000 events; what needs more is refused, and the server does not feel it. */
const MEMORY = { maxOldGenerationSizeMb: 144, maxYoungGenerationSizeMb: 48, stackSizeMb: 4 };

export type ReadOptions = {
  /** How long one file may take, in milliseconds; the thread's start does not count. */
  timeoutMs?: number;
  /** Give the bytes away instead of copying them: the caller must not use them afterwards. */
  giveAway?: boolean;
  /** Where the bundled worker is; from the working directory by default. */
  workerPath?: string;
};

export type SafelyRead<Kind extends ReaderJob["kind"]> =
  | { ok: true; value: ReaderAnswer<Kind> }
  | { ok: false; refusal: ReaderRefusal };

type Waiting = {
  job: ReaderJob;
  bytes: Uint8Array;
  options: ReadOptions;
  resolve: (reply: { json: Uint8Array } | { refusal: ReaderRefusal }) => void;
};

const queue: Waiting[] = [];
let worker: Worker | null = null;
let current: Waiting | null = null;
let busy: NodeJS.Timeout | null = null;
let idle: NodeJS.Timeout | null = null;
let nextId = 0;

/**
 * Reads the bytes of an untrusted file in a thread of its own, with a limit of memory and of time, one file after the
 * other. Answers within about a second: the value, or a refusal with a sentence for the person. Needs
 * dist/reader-worker.mjs (scripts/build-worker.mjs). Never throws for a file's sake.
 */
export async function readFileSafely<Job extends ReaderJob>(
  job: Job,
  bytes: Uint8Array,
  options: ReadOptions = {},
): Promise<SafelyRead<Job["kind"]>> {
  if (bytes.byteLength > MOST_BYTES) {
    return { ok: false, refusal: { code: "too-large", sentence: "This file is larger than 32 MB." } };
  }
  const reply = await new Promise<{ json: Uint8Array } | { refusal: ReaderRefusal }>((resolve) => {
    queue.push({ job, bytes, options, resolve });
    advance();
  });
  if ("refusal" in reply) return { ok: false, refusal: reply.refusal };
  const value = job.kind === "inspect" ? reply.json : JSON.parse(new TextDecoder().decode(reply.json));
  return { ok: true, value: value as ReaderAnswer<Job["kind"]> };
}

/** Ends the thread, for an orderly shutdown; the next file starts a new one. */
export async function stopReader(): Promise<void> {
  if (idle) clearTimeout(idle);
  const ended = worker;
  worker = null;
  await ended?.terminate();
}

function advance(): void {
  if (current || queue.length === 0) return;
  current = queue.shift() as Waiting;
  if (idle) clearTimeout(idle);
  if (worker) send(worker);
  else
    worker = startWorker(
      current.options.workerPath ?? join(/* turbopackIgnore: true */ process.cwd(), "dist/reader-worker.mjs"),
    );
}

function startWorker(path: string): Worker {
  const started = new Worker(/* turbopackIgnore: true */ path, {
    resourceLimits: MEMORY,
    stdout: false,
    stderr: false,
    env: {},
    execArgv: [],
  });
  started.on("message", (message: WorkerReply | { ready: true }) => {
    if (started !== worker) return;
    if ("ready" in message) send(started);
    else finish("json" in message ? { json: message.json } : { refusal: message.refusal });
  });
  started.on("error", (error: NodeJS.ErrnoException) => {
    if (started !== worker) return;
    worker = null;
    const isMemory = error.code === "ERR_WORKER_OUT_OF_MEMORY";
    finish({
      refusal: isMemory
        ? { code: "too-much", sentence: "This file asks for more than the memory we give to one file." }
        : { code: "unreadable", sentence: "This file could not be read." },
    });
  });
  return started;
}

function send(to: Worker): void {
  if (!current) return;
  const { job, bytes, options } = current;
  const owned = options.giveAway && bytes.byteOffset === 0 && bytes.byteLength === bytes.buffer.byteLength;
  const copy = owned ? bytes : new Uint8Array(bytes);
  to.ref();
  limitWork(to, options.timeoutMs ?? timeFor(copy.byteLength));
  to.postMessage({ id: nextId++, job, bytes: copy }, [copy.buffer as ArrayBuffer]);
}

/**
 * Ends the thread when its time is up. On a machine so busy that we hardly got to work, the time is stretched, but
 * never beyond the threefold: a second means a second of work.
 */
function limitWork(to: Worker, timeoutMs: number): void {
  const before = process.cpuUsage();
  let waited = timeoutMs;
  const check = () => {
    const { user, system } = process.cpuUsage(before);
    if ((user + system) / 1_000 < timeoutMs * WORK_SHARE && waited < 3 * timeoutMs) {
      waited += timeoutMs / 10;
      busy = setTimeout(check, timeoutMs / 10);
      return;
    }
    worker = null;
    void to.terminate();
    const sentence = `This file asks for more than ${inWords(timeoutMs)} of work.`;
    finish({ refusal: { code: "too-slow", sentence } });
  };
  busy = setTimeout(check, timeoutMs);
}

function finish(reply: { json: Uint8Array } | { refusal: ReaderRefusal }): void {
  if (busy) clearTimeout(busy);
  const done = current;
  current = null;
  worker?.unref();
  idle = setTimeout(() => void stopReader(), IDLE_MILLISECONDS);
  idle.unref();
  done?.resolve(reply);
  advance();
}

function timeFor(size: number): number {
  const further = Math.max(0, size / 1024 / 1024 - 1);
  return Math.round(MOST_MILLISECONDS + further * MILLISECONDS_PER_MEGABYTE);
}

function inWords(milliseconds: number): string {
  return milliseconds === 1_000 ? "one second" : `${(milliseconds / 1_000).toFixed(1)} seconds`;
}
