import { wrongProblem } from "@/lib/actions/problem";
import { describeError, log } from "@/lib/runtime/log";

/** How far something long is, in whatever it counts. */
export type Tell = (done: number) => void;

const LINES = "application/x-ndjson";

/** Whether whoever asks would rather hear how far it is than wait in silence. */
export function wantsProgress(request: Request): boolean {
  return request.headers.get("accept")?.includes(LINES) === true;
}

/**
 * An answer that takes its time, as lines of JSON: `{"done":1200}` whenever `tell` is called, and at last the answer itself,
 * `{"status":200,"body":…}`. The status of the whole is 200 whatever comes in the end.
 */
export function tellProgress(answer: (tell: Tell) => Promise<Response>): Response {
  const encoder = new TextEncoder();
  const stream = new ReadableStream<Uint8Array>({
    async start(controller) {
      let isHeard = true;
      const say = (line: object) => {
        if (!isHeard) return;
        try {
          controller.enqueue(encoder.encode(`${JSON.stringify(line)}\n`));
        } catch {
          // Whoever asked has gone; what was asked for is done all the same.
          isHeard = false;
        }
      };
      const { status, body } = await readAnswer(answer((done) => say({ done })));
      say({ status, body });
      if (isHeard) controller.close();
    },
  });
  return new Response(stream, { headers: { "Content-Type": LINES, "Cache-Control": "no-store" } });
}

async function readAnswer(answer: Promise<Response>): Promise<{ status: number; body: unknown }> {
  const given = await answer.catch((error: unknown) => {
    log.error("a handler failed", describeError(error));
    return wrongProblem(error);
  });
  return { status: given.status, body: await given.json() };
}
