import { env } from "@/lib/env";

const levels = ["error", "warn", "info", "debug"] as const;
type Level = (typeof levels)[number];

/** Plain values only. Never a message body, a mail address or a secret: the log is read by people who may see none of them. */
export type LogFields = Record<string, string | number | boolean | null | undefined>;

function write(level: Level, what: string, fields: LogFields): void {
  if (levels.indexOf(level) > levels.indexOf(env.LOG_LEVEL)) return;
  const line = JSON.stringify({ time: new Date().toISOString(), level, what, ...fields });
  (level === "error" || level === "warn" ? process.stderr : process.stdout).write(`${line}\n`);
}

/** One JSON line per event: `what` is a fixed phrase, the rest are fields. */
export const log = {
  error: (what: string, fields: LogFields = {}) => write("error", what, fields),
  warn: (what: string, fields: LogFields = {}) => write("warn", what, fields),
  info: (what: string, fields: LogFields = {}) => write("info", what, fields),
  debug: (what: string, fields: LogFields = {}) => write("debug", what, fields),
};

/** A guard of the database that fired: a bug of ours, wherever in a long message it stands. Names of constraints hold no words of anybody. */
const guardName = /fence: [a-z ,-]{1,120}|constraint:? [`"']?\w{1,80}|row-level security policy/;

/** What an error may say in the log: its name, code and message, cut to one line, and the database's guard if one fired. */
export function describeError(error: unknown): LogFields {
  if (!(error instanceof Error)) return { error: String(error).slice(0, 300) };
  const code = "code" in error ? String(error.code) : undefined;
  return {
    error: error.name,
    code,
    message: firstLine(error.message),
    guard: guardName.exec(error.message)?.[0],
  };
}

function firstLine(message: string): string | undefined {
  return message
    .split("\n")
    .find((line) => line.trim() !== "")
    ?.slice(0, 300);
}
