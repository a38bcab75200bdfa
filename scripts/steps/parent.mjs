// Started by npm, we end with npm: killed hard, it cannot tell us. Between npm and us there may be a shell.

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** Calls `end` when the npm that started us is gone. */
export function endWithParent(end) {
  const parent = process.ppid;
  const above = lookAt(parent);
  const shell = above !== null && /(^|\/)(sh|dash|bash|zsh)$/.test(above.name);
  const watch = setInterval(
    () => {
      if (process.ppid === parent && (!shell || lookAt(parent)?.parent === above.parent)) return;
      clearInterval(watch);
      end();
    },
    process.platform === "linux" ? 500 : 3_000,
  );
  watch.unref();
}

/** A process's name and its parent; null when it is gone or nobody tells. */
function lookAt(pid) {
  try {
    if (process.platform !== "linux") return readPs(pid);
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    const close = text.lastIndexOf(")");
    return {
      name: text.slice(text.indexOf("(") + 1, close),
      parent: Number(text.slice(close + 2).split(" ")[1]),
    };
  } catch {
    return null;
  }
}

function readPs(pid) {
  const text = execFileSync("ps", ["-o", "ppid=,comm=", "-p", String(pid)], { encoding: "utf8" }).trim();
  const [, parent, name] = /^(\d+)\s+(.*)$/.exec(text) ?? [];
  return { name: name ?? "", parent: Number(parent) };
}
