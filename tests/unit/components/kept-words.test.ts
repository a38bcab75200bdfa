import { beforeEach, describe, expect, test } from "vitest";
import { forgetAllKept } from "@/app/(workspace)/w/[workspace]/_components/kept-no-more";
import { forgetWords, wordsKey } from "@/app/(workspace)/w/[workspace]/_components/kept-words";
import { keep, read } from "@/app/(workspace)/w/[workspace]/_components/use-kept";
import {
  asSeen,
  bringWords,
  draftKey,
  isTaken,
  keepDraft,
  readKept,
  takeWords,
  worthKeeping,
} from "@/app/(workspace)/w/[workspace]/tasks/[id]/draft/_components/kept-draft";

/** A tab's storage, as browsers have it. */
function storage() {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    key: (at: number) => [...kept.keys()][at] ?? null,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => void kept.set(key, text),
    removeItem: (key: string) => void kept.delete(key),
  };
}

beforeEach(() => {
  for (const name of ["sessionStorage", "localStorage"])
    Object.defineProperty(globalThis, name, { value: storage(), configurable: true });
});

describe("Words kept in a tab", () => {
  const mira = { slug: "mira", role: "client" } as const;
  const ana = { slug: "mira", role: "assistant" } as const;

  test("of Mira’s are not found by Ana in the same tab", () => {
    keep(wordsKey(mira, "1"), "My dear Noor");
    expect(read(wordsKey(ana, "1"))).toBeNull();
    expect(read(wordsKey(mira, "1"))).toBe("My dear Noor");
  });

  test("are gone when they went out; those of another task stay", () => {
    keep(wordsKey(mira, "1"), "My dear Noor");
    keep(wordsKey(mira, "2"), "Tomas!");
    forgetWords(mira, ["1"]);
    expect([read(wordsKey(mira, "1")), read(wordsKey(mira, "2"))]).toEqual([null, "Tomas!"]);
  });

  test("are gone when Mira signs out, and so are half-filled forms; what is not ours stays", () => {
    keep(wordsKey(mira, "1"), "My dear Noor");
    keep("firsthand:task-form:mira:new", "{}");
    keep("somebody-else", "theirs");
    forgetAllKept();
    expect([read(wordsKey(mira, "1")), read("firsthand:task-form:mira:new")]).toEqual([null, null]);
    expect(read("somebody-else")).toBe("theirs");
  });
});

describe("Words of a draft kept on this device", () => {
  const typed = { text: "My dear Noor, {first name}", basedOn: 3, phrases: ["My dear"] };

  test("are found by whoever typed them, and by nobody else who uses it", () => {
    keepDraft(draftKey("mira", "1", "ana"), typed);
    expect(readKept(draftKey("mira", "1", "ana"))).toEqual(typed);
    expect(readKept(draftKey("mira", "1", "mira"))).toBeNull();
  });

  test("are found with what stood there before somebody else's were taken", () => {
    const taken = { text: "Dear Noor", basedOn: 4, phrases: [], mine: typed };
    keepDraft(draftKey("mira", "2", "ana"), taken);
    expect(readKept(draftKey("mira", "2", "ana"))).toEqual(taken);
  });

  test("are found with the draft as it was seen: what Ana changed while the page was closed is not seen", () => {
    const draft = { seal: "b", text: "It leaks.", recipients: ["Ida", "Ruth"] };
    const key = draftKey("mira", "3", "mira");
    keepDraft(key, { ...typed, seen: { seal: "a", text: "It is dry." } });
    expect(asSeen(draft, readKept(key))).toEqual({ ...draft, seal: "a", text: "It is dry." });
    expect(asSeen(draft, null)).toEqual(draft);

    localStorage.setItem(key, JSON.stringify({ ...typed, seen: { seal: 7 } }));
    expect(readKept(key)).toEqual(typed);
  });

  test("are one’s own unless they stand as they were taken", () => {
    const seen = { seal: "a", text: "It is dry." };
    expect([{ ...typed, seen }, { ...typed, text: seen.text, seen }, typed].map(isTaken)).toEqual([
      false,
      true,
      false,
    ]);
  });

  test("are gone when they were saved, or when whoever typed them signs out", () => {
    const key = draftKey("mira", "1", "ana");
    keepDraft(key, typed);
    keepDraft(key, null);
    expect(readKept(key)).toBeNull();
    keepDraft(key, typed);
    forgetAllKept();
    expect(readKept(key)).toBeNull();
  });

  test("are not said to be kept where the browser is full", () => {
    expect(keepDraft("key", typed)).toBe(true);
    const full = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
    Object.defineProperty(globalThis, "localStorage", { value: { setItem: full }, configurable: true });
    expect(keepDraft("key", typed)).toBe(false);
  });

  test.each(["{", "null", "[]", '{"text":1,"basedOn":1}'])("%j in their place is nothing", (broken) => {
    localStorage.setItem("key", broken);
    expect(readKept("key")).toBeNull();
  });
});

describe("What Mira typed, and Ana’s words in its place", () => {
  const mine = { text: "Ida, the boat is dry.", basedOn: 1, phrases: ["Ida"] };
  const before = "Dear Ida, the boat is dry.";
  const once = takeWords(mine, before, { text: "It leaks.", latest: 2 });

  test("is what she typed that stands behind Ana’s, also when she takes Ana’s a second time", () => {
    expect(once).toEqual({ text: "It leaks.", basedOn: 2, phrases: [], mine });
    const twice = takeWords(once, "It leaks.", { text: "It sinks.", latest: 3 });
    expect(twice).toEqual({ text: "It sinks.", basedOn: 3, phrases: [], mine });
    expect(bringWords(twice, "It sinks.")).toEqual(mine);
  });

  test("where she typed nothing, nothing stands behind them", () => {
    const begun = { text: before, basedOn: 1, phrases: [] };
    const taken = takeWords(begun, before, { text: "It leaks.", latest: 2 });
    expect(taken).toEqual({ text: "It leaks.", basedOn: 2, phrases: [] });
    expect(bringWords(taken, "It leaks.")).toEqual(taken);
  });

  test("is kept also while Ana’s stand there as they were saved, and what stands in the draft alone is not", () => {
    expect(worthKeeping(once, "It leaks.")).toEqual(once);
    expect(worthKeeping({ ...mine, text: before }, before)).toBeNull();
    expect(worthKeeping(mine, before)).toEqual(mine);
  });

  test("what she makes of Ana’s is lost neither as she goes back to her own, nor as she takes Ana’s again", () => {
    const { mine: _, ...edited } = { ...once, text: "It leaks a little." };
    const back = bringWords({ ...edited, mine }, "It leaks.");
    expect(back).toEqual({ ...mine, mine: edited });
    expect(bringWords(back, "It leaks.")).toEqual({ ...edited, mine });

    const again = takeWords({ ...edited, mine }, "It leaks.", { text: "It sinks.", latest: 3 });
    const first = bringWords(again, "It sinks.");
    expect(first).toEqual({ ...edited, mine });
    expect(bringWords(first, "It sinks.")).toEqual({ ...mine, mine: edited });
  });
});
