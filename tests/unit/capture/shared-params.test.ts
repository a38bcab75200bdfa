import fc from "fast-check";
import { expect, test } from "vitest";
import { bookmarkOf } from "@/lib/domain/capture/bookmark";
import { isShared, readSharedParams, writeSharedParams } from "@/lib/domain/capture/shared-params";

test("Whatever words are shared come back as they were, from the query as from the fragment", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme-composite" }), (title, text) => {
      const shared = { title, text: text.replaceAll("\0", ""), url: "https://pages.invalid/?a=1&b=#c" };
      const said = writeSharedParams({ ...shared, title: title.replaceAll("\0", "") });
      const wanted = { ...shared, title: title.replaceAll("\0", "") };
      expect(readSharedParams(`?${said}`, "")).toEqual(wanted);
      expect(readSharedParams("", `#${said}`)).toEqual(wanted);
    }),
  );
});

test("The fragment counts before the query, each for itself", () => {
  expect(readSharedParams("?title=One&text=Two", "#title=Three")).toEqual({
    title: "Three",
    text: "Two",
    url: "",
  });
});

test.each(["javascript:alert(1)", "about:blank", "chrome://settings", "nonsense"])(
  "An address that leads nowhere good is left out, and its page is shared all the same: %s",
  (url) => {
    const shared = readSharedParams(`?${new URLSearchParams({ title: "A page", url })}`, "");

    expect(shared).toEqual({ title: "A page", text: "", url: "" });
    expect(isShared(shared)).toBe(true);
  },
);

test("Nothing but spaces is nothing", () => {
  expect(isShared(readSharedParams("?title=+&text=%0A", ""))).toBe(false);
});

test("A text that is far too long is cut to what can be kept", () => {
  expect(readSharedParams("", `#text=${"x".repeat(90_000)}`).text).toHaveLength(50_000);
});

test("The bookmark has nothing in it that a browser would read as the end of an address", () => {
  const code = bookmarkOf("https://desk.example.com");

  expect(code).toMatch(/^javascript:[\w%.!~*'()-]+$/);
  expect(decodeURIComponent(code)).toContain('"https://desk.example.com/capture#"');
});

test.each([
  "https://video.invalid/watch?v=abc&t=90",
  "https://pages.invalid/a#part",
  "https://pages.invalid/s?q=a+b&title=Another",
  "https://pages.invalid/c%C3%A9?x=1",
])("An address that was put at the end as it is comes whole, with what is its own in it: %s", (url) => {
  const at = new URL(`https://desk.invalid/capture?url=${url}`);

  expect(readSharedParams(at.search, at.hash)).toEqual({ title: "", text: "", url });
});
