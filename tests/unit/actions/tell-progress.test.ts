import { describe, expect, test } from "vitest";
import { readTold } from "@/app/(workspace)/w/[workspace]/import/_components/send-files";
import { plainProblem } from "@/lib/actions/problem";
import { tellProgress, wantsProgress } from "@/lib/actions/tell-progress";

describe("Mira waits for a long address book", () => {
  test("and hears how many are read before the answer comes", async () => {
    const answer = tellProgress(async (tell) => {
      tell(1200);
      tell(2400);
      return Response.json({ id: "i" });
    });
    const text = await answer.text();
    expect(readTold(text)).toEqual({ done: 2400, answer: { status: 200, body: { id: "i" } } });
    expect(readTold(text.slice(0, 20))).toEqual({ done: 1200, answer: null });
    expect(readTold("")).toEqual({ done: 0, answer: null });
  });

  test("and hears the no where it is one", async () => {
    const answer = tellProgress(async () => plainProblem(413, "Too large."));
    expect(readTold(await answer.text()).answer).toMatchObject({
      status: 413,
      body: { title: "Too large." },
    });
  });

  test("and what she asked for is done, though she has closed the page", async () => {
    let leave: () => void = () => undefined;
    const gone = new Promise<void>((resolve) => {
      leave = resolve;
    });
    const finished = new Promise<string>((resolve) => {
      const answer = tellProgress(async (tell) => {
        await gone;
        tell(1);
        resolve("done");
        return Response.json({});
      });
      void answer.body?.cancel().then(leave);
    });
    expect(await finished).toBe("done");
  });

  test("only where her page asks to be told", () => {
    const asked = (accept: string) => wantsProgress(new Request("https://f.test/", { headers: { accept } }));
    expect([asked("application/x-ndjson, application/json"), asked("*/*")]).toEqual([true, false]);
  });
});
