/** vCalendar 1.0 said "D1 #5", "W2 MO WE 19991224T000000", "MP1 1+ MO #0", "MD1 15 LD", "YM1 6 7", "YD1 100". */
const FREQUENCIES: Record<string, string> = {
  D: "DAILY",
  W: "WEEKLY",
  MP: "MONTHLY",
  MD: "MONTHLY",
  YM: "YEARLY",
  YD: "YEARLY",
  M: "MINUTELY",
};

/**
 * The repeat grammar of vCalendar 1.0 → an RRULE text; null when it is not that grammar. "#0" is for ever, no "#" and
 * no end date means twice. Nested rules ("YM1 6 W1 TU") keep their outermost part only.
 */
export function ruleFromOldGrammar(text: string): string | null {
  const words = text.trim().toUpperCase().slice(0, 400).split(/\s+/);
  const head = /^(D|W|MP|MD|YM|YD|M)(\d{1,3})$/.exec(words[0] ?? "");
  const kind = head?.[1];
  if (!head || !kind) return null;
  const parts = [`FREQ=${FREQUENCIES[kind]}`, `INTERVAL=${head[2]}`];
  const values: string[] = [];
  let count: string | null = null;
  let until: string | null = null;
  let position = "";
  for (const word of words.slice(1)) {
    if (/^#\d{1,6}$/.test(word)) count = word.slice(1);
    else if (/^\d{8}(T\d{6}Z?)?$/.test(word)) until = word;
    else if (/^(D|W|MP|MD|YM|YD|M)\d{1,3}$/.test(word)) break;
    else if (kind === "MP" && /^\d[+-]$/.test(word)) position = `${word[1] === "-" ? "-" : ""}${word[0]}`;
    else if (/^(MO|TU|WE|TH|FR|SA|SU)$/.test(word) && (kind === "W" || kind === "MP"))
      values.push(position + word);
    else if (kind === "MD" && word === "LD") values.push("-1");
    else if (/^\d{1,3}[+-]?$/.test(word) && /^(MD|YM|YD)$/.test(kind)) {
      values.push(word.endsWith("-") ? `-${word.slice(0, -1)}` : word.replace("+", ""));
    }
  }
  const list = {
    D: null,
    W: "BYDAY",
    MP: "BYDAY",
    MD: "BYMONTHDAY",
    YM: "BYMONTH",
    YD: "BYYEARDAY",
    M: null,
  }[kind];
  if (list && values.length > 0) parts.push(`${list}=${values.join(",")}`);
  if (until) parts.push(`UNTIL=${until}`);
  else if (count !== "0") parts.push(`COUNT=${count ?? 2}`);
  return parts.join(";");
}
