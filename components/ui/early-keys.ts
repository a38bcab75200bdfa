declare global {
  interface Window {
    /** Filled by {@link rememberEarlyKeys} until the page takes them over. */
    firsthandKeys?: { key: string; at: number }[];
  }
}

/**
 * Stands in the page itself and runs before any other script: remembers, in order, the keys that nobody hears yet. A form that only
 * the page's scripts can send stays as it is until they are there, with what was typed into it.
 */
export const rememberEarlyKeys = `(() => {
  const pressed = (window.firsthandKeys = []);
  addEventListener("keydown", (event) => {
    if (window.firsthandKeys !== pressed || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest && event.target.closest("input, textarea, select, [contenteditable]")) return;
    pressed.push({ key: event.key, at: event.timeStamp });
  }, true);
  addEventListener("submit", (event) => {
    if (event.target.method === "get" && !event.target.hasAttribute("action")) event.preventDefault();
  }, true);
})()`;

/** A key from longer ago is not what the person is about any more. */
const FRESH_MS = 10_000;
/** Somebody who was typing when the page woke up goes on typing: until they pause this long, letters are no commands. */
const PAUSE_MS = 500;

/** Keys that lead from row to row, in small letters: nothing happens to anything by them. */
export const walking = new Set(["j", "k", "arrowdown", "arrowup"]);
/** When the last key of such a word was pressed. Never, at first: a page is quick enough to be ready within that pause. */
let lastOfBurst = Number.NEGATIVE_INFINITY;
/** When the last key was pressed that has been handed over. */
let takenUntil = Number.NEGATIVE_INFINITY;

/**
 * Hands over what was pressed before the page could hear it, once: steps down and up, then one command. What follows a
 * command is text: it goes into the field that the command opened, and is dropped where there is none. A word typed too
 * early never becomes a row of commands. `now` is in milliseconds since the page began, as events have it.
 */
export function takeEarlyKeys(now: number): void {
  const pressed = window.firsthandKeys;
  window.firsthandKeys = undefined;
  const fresh = (pressed ?? []).filter(({ at }) => now - at < FRESH_MS);
  const last = fresh.at(-1);
  if (!last) return;
  takenUntil = last.at;
  const keys = fresh.map(({ key }) => key);
  while (walking.has((keys[0] ?? "").toLowerCase())) press(keys.shift() ?? "");
  const [first, ...text] = keys;
  if (first) press(first);
  const typed = text.filter((key) => [...key].length === 1).join("");
  if (typed !== "" && document.activeElement instanceof HTMLInputElement)
    document.execCommand("insertText", false, typed);
  lastOfBurst = text.length > 0 ? takenUntil : Number.NEGATIVE_INFINITY;
}

/** True while keys are still being remembered: what is heard now is handed over in a moment. */
export function isRemembering(): boolean {
  return window.firsthandKeys !== undefined;
}

/**
 * True for a key pressed at `at` that was handed over already. The page may wake up because of that very key, in the middle of its way
 * through the page, and would hear it twice.
 */
export function isTaken(at: number): boolean {
  return at <= takenUntil;
}

/** True while a key pressed at `at` still belongs to a word that was begun before the page was ready. */
export function isStillTyping(at: number): boolean {
  if (at - lastOfBurst > PAUSE_MS) return false;
  lastOfBurst = at;
  return true;
}

/** From a key pressed at `at` on somebody writes for a field that is only coming: their letters are no commands until they pause. */
export function beginWord({ timeStamp }: Pick<Event, "timeStamp">): void {
  lastOfBurst = timeStamp;
}

function press(key: string): void {
  const target = document.activeElement ?? document.body;
  target.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
}
