import { createHash } from "node:crypto";
import {
  flattenParams,
  foreignRequest,
  mayComeFromThere,
  type RouteHandler,
} from "@/lib/actions/around-request";
import { whyNotThrough } from "@/lib/actions/handler";
import { plainProblem, problem, wrongProblem } from "@/lib/actions/problem";
import { readBytes } from "@/lib/actions/read-json-body";
import { readMultipart } from "@/lib/actions/read-multipart";
import { type Tell, tellProgress, wantsProgress } from "@/lib/actions/tell-progress";
import type { PersonDoor } from "@/lib/auth/actor";
import { callerFromRequest, readBearer } from "@/lib/auth/caller";
import { answerOnce, readKey } from "@/lib/auth/once";
import type { Actor } from "@/lib/domain/actor";
import type { Refusal } from "@/lib/domain/refusal";
import { granted, type Result, refused } from "@/lib/domain/result";
import { describeError, log } from "@/lib/runtime/log";
import type { Operation } from "@/lib/schemas/operation";

/** A file as it was sent. Its name is only a label. */
type SentFile = { name: string; bytes: Uint8Array };

const MOST_OTHER_FIELDS = 10;

type Spec<O> = {
  is: Operation<undefined, O>;
  door: PersonDoor;
  /** The most bytes of the whole request, and the most files in it. */
  limitBytes: number;
  mostFiles: number;
  run: (asked: { actor: Actor; files: SentFile[]; at: Date; tell: Tell }) => Promise<Result<O>>;
};

/**
 * Makes a handler that takes files (multipart/form-data, field "files"): who, what, then the use-case, as for JSON. Answers 413
 * as soon as the body is larger than the limit, 415 for another kind of body, 400 when no file is in it. Whoever accepts
 * lines of JSON hears meanwhile how far it is ({@link tellProgress}).
 */
export function handleFiles<O>(spec: Spec<O>): RouteHandler {
  return async function handleSentFiles(request, context) {
    const at = new Date();
    try {
      const params = flattenParams(await context.params);
      const token = readBearer(request.headers);
      if (token === null && !mayComeFromThere(request)) return foreignRequest();
      const caller = await callerFromRequest(request, params.workspace ?? "", spec.door);
      if (!caller.ok) return problem(caller.refusal, { hasToken: token !== null });
      const { actor } = caller.value;
      const no = whyNotThrough(caller.value, spec.is);
      if (no !== null) return problem(no, { actor, is: spec.is });
      const key = readKey(request.headers);
      if (!key.ok) return problem(key.refusal);
      const type = request.headers.get("content-type") ?? "";
      if (!/^multipart\/form-data\s*;/i.test(type)) return plainProblem(415, "Only files are taken here.");
      const files = await readFiles(request, type, spec);
      if (!files.ok) return problem(files.refusal);
      const answer = async (who: Actor, tell: Tell) => {
        const result = await spec.run({ actor: who, files: files.value, at, tell });
        if (!result.ok) return problem(result.refusal, { actor, is: spec.is });
        return Response.json(result.value, { headers: { "Cache-Control": "no-store" } });
      };
      if (key.value !== null) {
        // Whoever sends something twice wants the answer, not to hear how far it is.
        const asked = sayFiles(`${caller.value.by}\nPOST ${new URL(request.url).pathname}`, files.value);
        const once = await answerOnce({ actor, key: key.value, asked }, (who) =>
          answer(who, () => undefined),
        );
        return once.ok ? once.value : problem(once.refusal);
      }
      return wantsProgress(request)
        ? tellProgress((tell) => answer(actor, tell))
        : await answer(actor, () => undefined);
    } catch (error) {
      log.error("a handler failed", { method: request.method, ...describeError(error) });
      return wrongProblem(error, request);
    }
  };
}

/** Everything that is asked for, in one text: the seams between the files are different each time. */
function sayFiles(what: string, files: SentFile[]): string {
  const sum = ({ bytes }: SentFile) => createHash("sha256").update(bytes).digest("base64url");
  return [what, ...files.map((file) => `${sum(file)} ${file.name}`)].join("\n");
}

async function readFiles<O>(request: Request, type: string, spec: Spec<O>): Promise<Result<SentFile[]>> {
  const tooLarge: Refusal = { code: "too-large", limitBytes: spec.limitBytes };
  // A little more for the seams between the files.
  const limit = spec.limitBytes + 64 * 1024;
  if (Number(request.headers.get("content-length") ?? 0) > limit) return refused(tooLarge);
  const body = await readBytes(request.body, limit);
  if (body === null) return refused(tooLarge);
  const parts = readMultipart(body, type, spec.mostFiles + MOST_OTHER_FIELDS);
  if (parts === null)
    return wrong(`This is not a form that can be read, or has more than ${spec.mostFiles} files in it.`);
  const sent = parts.filter(
    (part) => part.field === "files" && part.fileName !== null && part.bytes.length > 0,
  );
  if (sent.length === 0) return wrong("Choose at least one file with something in it.");
  if (sent.length > spec.mostFiles) return wrong(`Choose at most ${spec.mostFiles} files at a time.`);
  if (sent.reduce((sum, file) => sum + file.bytes.length, 0) > spec.limitBytes) return refused(tooLarge);
  return granted(sent.map(({ fileName, bytes }) => ({ name: fileName ?? "", bytes })));
}

function wrong(sentence: string): Result<never> {
  return refused({ code: "invalid", fields: { files: sentence } });
}
