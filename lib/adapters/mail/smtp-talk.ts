import type { Socket } from "node:net";
import { MailProblem } from "@/lib/adapters/mail/mail-problem";
import { NetProblem } from "@/lib/adapters/net/net-problem";

/** A server's answer: the code, and its lines without it (RFC 5321 §4.2.1). */
export type SmtpReply = { code: number; lines: string[] };

/** One conversation over an open socket. Everything has its own deadline, which a server that drips cannot push away. */
export type SmtpTalk = {
  /** The next answer; throws when the line is lost, or after so many milliseconds. */
  hear: (ms: number) => Promise<SmtpReply>;
  /** Hands bytes over, in pieces; throws when the line is lost, or when one piece is not taken in so many milliseconds. */
  say: (bytes: Uint8Array | string, ms: number) => Promise<void>;
  /** Whether anything was heard that nobody asked for yet. */
  hasMore: () => boolean;
  isLost: () => boolean;
  /** Lets go of the socket without ending it, for TLS to take over. */
  leave: () => Socket;
  /** Ends it, whatever state it is in. */
  end: () => void;
};

const MOST_ANSWER = 64_000;
const PIECE = 64_000;
const WHOLE = /^(?:\d{3}-[^\n]*\n)*\d{3}(?: [^\n]*)?\r?\n/;
/** A whole line that is none of an answer. */
const NONSENSE = /(?:^|\n)(?!\d{3}(?:[ -]|\r?\n))[^\n]*\n/;

/** Talks over this socket. `where` names the server in what is thrown. */
export function talkOver(socket: Socket, where: string): SmtpTalk {
  let heard = "";
  let lost: Error | null = null;
  let wake = () => {};
  const onData = (chunk: Buffer) => {
    heard += chunk.toString("latin1");
    if (heard.length > MOST_ANSWER) socket.destroy(new NetProblem("too-large", where));
    wake();
  };
  const onError = (error: Error) => {
    lost ??= error;
    wake();
  };
  const onEnd = () => onError(new MailProblem(`${where} ended the connection.`));
  socket.on("data", onData).on("error", onError).on("end", onEnd).on("close", onEnd);

  async function hear(ms: number): Promise<SmtpReply> {
    const until = deadline(ms, where);
    try {
      for (;;) {
        const reply = WHOLE.exec(heard)?.[0];
        if (reply !== undefined) {
          heard = heard.slice(reply.length);
          return readReply(reply);
        }
        if (NONSENSE.test(heard))
          throw new MailProblem(`${where} does not speak SMTP on this port.`, false, "port");
        if (lost) throw lost;
        await Promise.race([until.passed, new Promise<void>((resolve) => (wake = resolve))]);
      }
    } finally {
      until.clear();
    }
  }

  async function say(bytes: Uint8Array | string, ms: number): Promise<void> {
    const all = typeof bytes === "string" ? Buffer.from(`${bytes}\r\n`, "utf8") : bytes;
    for (let at = 0; at < all.length; at += PIECE) {
      if (lost) throw lost;
      const until = deadline(ms, where);
      const handed = new Promise<void>((resolve, reject) =>
        socket.write(all.subarray(at, at + PIECE), (error) => (error ? reject(lost ?? error) : resolve())),
      );
      await Promise.race([handed, until.passed]).finally(until.clear);
    }
  }

  function leave(): Socket {
    socket.off("data", onData).off("error", onError).off("end", onEnd).off("close", onEnd);
    return socket;
  }

  return {
    hear,
    say,
    hasMore: () => heard !== "",
    isLost: () => lost !== null,
    leave,
    end: () => socket.destroy(),
  };
}

/** What the server wrote, in one line that is fit to be shown to a person. */
export function wordsOf({ code, lines }: SmtpReply): string {
  const text = lines
    .join(" ")
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, " ")
    .trim();
  return `${code} ${text}`.trim().slice(0, 300);
}

/** The text of an answer has no character set of its own: UTF-8 where it is, else byte by byte. */
function readReply(raw: string): SmtpReply {
  const utf8 = Buffer.from(raw, "latin1").toString("utf8");
  const lines = (utf8.includes("\ufffd") ? raw : utf8).trimEnd().split(/\r?\n/);
  return { code: Number(raw.slice(0, 3)), lines: lines.map((line) => line.slice(4)) };
}

function deadline(ms: number, where: string): { passed: Promise<never>; clear: () => void } {
  let timer: NodeJS.Timeout | undefined;
  const passed = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new NetProblem("too-slow", where)), ms);
  });
  passed.catch(() => undefined);
  return { passed, clear: () => clearTimeout(timer) };
}
