"use client";

import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Select, TextInput } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import type { AccountView } from "@/lib/domain/draft/account";
import { type MailProvider, providerOf } from "@/lib/domain/draft/mail-providers";
import { AskAgain } from "../../_components/ask-again";
import { useAskDesk } from "../../_components/use-ask-desk";
import { useAccountVersion } from "./account-version";

/** The server that takes an account's mail: suggested by its address, tried before it is kept; the password goes in and never comes out. */
export function MailboxForm({ account }: { account: AccountView }) {
  const { id, mailbox, address } = account;
  const { ask, busy, wrong } = useAskDesk();
  const { version, saw } = useAccountVersion();
  const provider = providerOf(address);
  const [typed, setTyped] = useState(startWith(account, provider));
  const [done, setDone] = useState("");

  const server = { ...typed, port: Number(typed.port) };
  async function send(path: string, body: object, says: string) {
    setDone("");
    if ((await ask(path, body)) === null) return;
    setDone(says);
  }
  async function save(event: FormEvent) {
    event.preventDefault();
    if (busy) return;
    setDone("");
    const saved = await ask<{ version: number }>(`accounts/${id}/mailbox`, { version, ...server });
    if (!saved) return;
    saw(saved.version);
    setTyped({ ...typed, password: "" });
    setDone("It let us in, and is kept. Mail leaves from here.");
  }

  async function forget() {
    const forgotten = await ask<{ version: number }>(`accounts/${id}/mailbox/remove`, { version });
    if (forgotten) saw(forgotten.version);
    return forgotten !== null;
  }

  const field = (name: keyof typeof typed) => ({
    name,
    value: typed[name],
    error: wrong[name],
    autoComplete: "off",
    autoCapitalize: "none",
    spellCheck: false,
    onChange: (event: { target: { value: string } }) => setTyped({ ...typed, [name]: event.target.value }),
  });
  return (
    <form
      onSubmit={save}
      noValidate
      aria-label="Mail server"
      className="flex flex-col gap-3 rounded-sheet border border-line bg-sheet p-4"
    >
      <Notice>
        {mailbox || !provider ? null : <>{provider.name}’s settings are filled in. </>}
        {provider?.password ??
          "If your provider knows app passwords, make one for Firsthand: it can be taken back without changing your own."}
      </Notice>
      <div className="grid items-start gap-3 sm:grid-cols-[minmax(0,1fr)_9rem_9rem]">
        <TextInput {...field("host")} label="Server" placeholder="smtp.example.com" inputMode="url" />
        <TextInput {...field("port")} label="Port" inputMode="numeric" maxLength={5} />
        <Select
          label="Encryption"
          name="security"
          value={typed.security}
          error={wrong.security}
          onChange={field("security").onChange}
        >
          <option value="tls">TLS</option>
          <option value="starttls">STARTTLS</option>
        </Select>
      </div>
      <div className="grid items-start gap-3 sm:grid-cols-2">
        <TextInput {...field("username")} label="User name" />
        <TextInput
          {...field("password")}
          label="Password"
          placeholder={mailbox ? "the one that is kept" : undefined}
          type="password"
          autoComplete="new-password"
        />
      </div>
      <p className="text-[0.8125rem] text-muted">
        The password goes to this server only. It is kept encrypted, shown to nobody, and forgotten when you
        take the server away.
      </p>
      {wrong.form || wrong.address ? (
        <Notice tone="late" role="alert">
          {wrong.form || wrong.address}
        </Notice>
      ) : null}
      <div className="flex flex-wrap items-center gap-2">
        <Button type="submit" busy={busy === `accounts/${id}/mailbox`}>
          {mailbox ? "Save the server" : "Use this server"}
        </Button>
        <Button
          busy={busy === "accounts/try"}
          onClick={() =>
            void send(
              "accounts/try",
              { ...server, accountId: id },
              "It let us in. Nothing was sent, and nothing is kept yet.",
            )
          }
        >
          Try it
        </Button>
        {mailbox ? (
          <AskAgain
            verb="Forget this server"
            title="Forget this server?"
            keep="Keep it"
            busy={busy === `accounts/${id}/mailbox/remove`}
            wrong={wrong.form}
            onYes={forget}
          >
            <p>
              The server and its password are forgotten, and no mail leaves from this account any more. What
              has left stays in the history.
            </p>
          </AskAgain>
        ) : null}
      </div>
      <p role="status" className="text-[0.8125rem] text-ok empty:hidden">
        {busy === "accounts/try" || busy.endsWith("/mailbox") ? "Asking the server." : done}
      </p>
    </form>
  );
}

function startWith({ mailbox, address }: AccountView, provider: MailProvider | null) {
  const { host, port, security, username } = mailbox ?? {
    host: provider?.host ?? "",
    port: provider?.port ?? 465,
    security: provider?.security ?? "tls",
    username: address,
  };
  return { host, port: String(port), security: security as string, username, password: "" };
}
