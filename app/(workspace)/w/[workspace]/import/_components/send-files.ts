import { type Answer, readProblem } from "@/app/(workspace)/w/[workspace]/_components/desk-api";

/** How far it is: 0 to 1 of the files are sent; then so many people and events are read. */
export type Sent = { sent: number; read: number };

/** Sends files for a dry run, and tells how far that is. Never throws. */
export function sendFiles(
  slug: string,
  files: File[],
  onProgress: (so: Sent) => void,
): Promise<Answer<{ id: string }>> {
  const form = new FormData();
  for (const file of files) form.append("files", file, file.name);
  return new Promise((resolve) => {
    // fetch cannot say how much has been sent; this can.
    const request = new XMLHttpRequest();
    request.upload.onprogress = (event) =>
      onProgress({ sent: event.total > 0 ? event.loaded / event.total : 0, read: 0 });
    request.upload.onload = () => onProgress({ sent: 1, read: 0 });
    request.onprogress = () => onProgress({ sent: 1, read: readTold(request.responseText).done });
    request.onload = () => {
      const { status, body } = answerIn(request);
      if (status < 300) resolve({ ok: true, value: body as { id: string } });
      else resolve({ ok: false, problem: readProblem(body) });
    };
    request.onerror = () =>
      resolve({
        ok: false,
        problem: {
          sentence: "The files did not get through. Nothing was done; choose them again when you are online.",
          code: "offline",
          refusal: null,
        },
      });
    request.open("POST", `/api/v1/w/${slug}/imports`);
    request.setRequestHeader("Accept", "application/x-ndjson, application/json");
    request.send(form);
  });
}

function answerIn({ status, responseText }: XMLHttpRequest): { status: number; body: unknown } {
  if (status >= 300) return { status, body: readJson(responseText) };
  return readTold(responseText).answer ?? { status: 500, body: null };
}

/** What was told so far, of a text that may still be on its way: how far it is, and at last the answer. */
export function readTold(text: string): { done: number; answer: { status: number; body: unknown } | null } {
  const lines = text
    .split("\n")
    .slice(0, -1)
    .map((line) => readJson(line) as { done?: number; status?: number; body?: unknown } | null);
  const answer = lines.at(-1);
  return {
    done: lines.findLast((line) => line?.done !== undefined)?.done ?? 0,
    answer: answer?.status === undefined ? null : { status: answer.status, body: answer.body },
  };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
