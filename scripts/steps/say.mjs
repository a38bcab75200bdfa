// Progress on the terminal: one line per step, with how long it took.

const plain = !process.stdout.isTTY || process.env.NO_COLOR !== undefined;
const dim = (text) => (plain ? text : `\u001b[2m${text}\u001b[0m`);

/** Runs one step and says that it is running, and how long it took. Quick steps leave no line. */
export async function step(what, work) {
  const began = performance.now();
  const later = setTimeout(() => console.log(dim(`  ${what} …`)), 400);
  try {
    return await work();
  } finally {
    clearTimeout(later);
    const seconds = (performance.now() - began) / 1000;
    if (seconds > 0.4) console.log(dim(`  ${what}: ${seconds.toFixed(1)} s`));
  }
}

/** A remark while a step is running. */
export function say(sentence) {
  console.log(dim(`  ${sentence}`));
}

/** An error a person can act on: printed without a stack. */
export class Advice extends Error {}

/** What to tell the person about an error, with what to do where we know it. */
export function explain(error) {
  const words = `${error?.message ?? error}`;
  const code = error?.code ?? /\b(ENOSPC|EACCES|EPERM|EROFS)\b/.exec(words)?.[1];
  if (code === "ENOSPC" || /no space left on device/i.test(words))
    return `The disk is full. Make room and start again.\n${words}`;
  if (code === "EEXIST" || code === "ENOTDIR")
    return `There is a file where a folder is to be: ${words}\nMove it away, or name another folder in DATA_DIR.`;
  if (code === "EROFS")
    return `Nothing can be written here: ${words}\nMount it so that it can be written, or name another folder in DATA_DIR.`;
  if (code === "ENOENT" && error.syscall === "mkdir")
    return `No folder can be made here: ${words}\nName another folder in DATA_DIR.`;
  if (code === "EACCES" || code === "EPERM")
    return `Something here may not be written or read by you (${userName()}): ${words}\nGive the folder to yourself (chown -R) or start as its owner.`;
  return words;
}

function userName() {
  return process.getuid?.() === 0 ? "root" : (process.env.USER ?? `user ${process.getuid?.()}`);
}
