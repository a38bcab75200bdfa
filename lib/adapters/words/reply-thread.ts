/** What ties an answer to the message it answers (RFC 5322 §3.6.4). */

/** What the message that is answered says of itself; ids with their angle brackets, `references` as the header stands or taken apart. */
export type AnsweredMessage = {
  messageId: string | null;
  references?: string | readonly string[] | null;
  inReplyTo?: string | null;
};

/** Past this many, mail servers begin to cut lines, and programs thread by the first and the last ones anyway. */
const mostReferences = 20;
/** Printable letters around one "@": wider than the grammar, as programs write it, and never a space or a line's end. */
const id = /<[!-;=?A-~]{1,200}@[!-;=?A-~]{1,200}>/g;

/** In-Reply-To and References of the answer. Only good ids get in; of more than 20 the first and the last 19 stay. */
export function threadHeaders(answered: AnsweredMessage): { inReplyTo: string | null; references: string[] } {
  const parent = idsIn(answered.messageId)[0] ?? null;
  const said = idsIn(answered.references);
  const before = said.length > 0 ? said : onlyOne(idsIn(answered.inReplyTo));
  const earlier = [...new Set(before)].filter((one) => one !== parent);
  const all = parent === null ? earlier : [...earlier, parent];
  const first = all.slice(0, 1);
  return {
    inReplyTo: parent,
    references: all.length > mostReferences ? [...first, ...all.slice(1 - mostReferences)] : all,
  };
}

function idsIn(header: string | readonly string[] | null | undefined): string[] {
  const text = typeof header === "string" ? header : (header ?? []).join(" ");
  return text.match(id) ?? [];
}

/** Without References, a parent's In-Reply-To counts when it names one message. */
function onlyOne(ids: string[]): string[] {
  return ids.length === 1 ? ids : [];
}

/** How mail programs of other languages say "Re:", also counted: "Re[2]:", "RE :", "回复：". */
const answers =
  /^(?:re|aw|antw|sv|vs|odp|rif|res|ynt|vá|отв|απ|回复|回覆|答复|返信|답장)\s?(?:\[\d+\]|\(\d+\))?\s?[:：]/iu;

/** The subject of an answer: with one "Re: ", unless it says so already in any language. One line, without control letters. */
export function replySubject(subject: string): string {
  const line = subject.replace(/[\p{Cc}\u2028\u2029]+/gu, " ").trim();
  return answers.test(line) ? line : `Re: ${line}`.trim();
}
