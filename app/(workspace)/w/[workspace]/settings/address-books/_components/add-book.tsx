"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { post } from "@/app/(workspace)/w/[workspace]/_components/desk-api";
import { SignInFields } from "@/app/(workspace)/w/[workspace]/settings/_components/sign-in-fields";
import { Button } from "@/components/ui/button";
import { TextInput } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { useDesk } from "@/components/workspace/desk-context";
import { ChooseBook, type Circle, type Found, type Wrong } from "./choose-book";

const nothing = { address: "", username: "", password: "" };

/** Adds an address book in two steps: the server is asked what it has, then one of it is chosen. The password stays in this form. */
export function AddBook({ circles }: { circles: Circle[] }) {
  const { slug } = useDesk();
  const router = useRouter();
  const base = `/api/v1/w/${slug}/address-books`;
  const [typed, setTyped] = useState(nothing);
  const [found, setFound] = useState<Found[] | null>(null);
  const [chosen, setChosen] = useState({ url: "", name: "", circle: "wider" });
  const [wrong, setWrong] = useState<Wrong>({});
  const [busy, setBusy] = useState(false);

  async function ask<T>(path: string, body: object): Promise<T | null> {
    setBusy(true);
    setWrong({});
    const answer = await post<T>(path, body);
    setBusy(false);
    if (answer.ok) return answer.value;
    const { refusal, sentence } = answer.problem;
    setWrong(refusal?.code === "invalid" ? refusal.fields : { form: sentence });
    return null;
  }

  async function send(event: FormEvent) {
    event.preventDefault();
    if (busy) return;
    if (found === null) {
      const answer = await ask<{ books: Found[] }>(`${base}/look`, typed);
      const [first] = answer?.books ?? [];
      if (!answer || !first) return;
      setFound(answer.books);
      setChosen({ ...chosen, url: first.url, name: first.name });
      return;
    }
    const { url: address, name, circle } = chosen;
    const added = await ask<{ id: string }>(base, { ...typed, address, name, circle });
    if (added) router.push(`/w/${slug}/settings/address-books/${added.id}`);
  }

  function startOver() {
    setFound(null);
    setWrong({});
  }

  const field = (name: keyof typeof nothing) => ({
    name,
    value: typed[name],
    error: wrong[name],
    disabled: found !== null,
    onChange: (event: { target: { value: string } }) => setTyped({ ...typed, [name]: event.target.value }),
    autoCapitalize: "none",
    spellCheck: false,
  });
  return (
    <form
      onSubmit={send}
      noValidate
      className="flex flex-col gap-3 rounded-sheet border border-line bg-sheet p-4"
    >
      <TextInput
        {...field("address")}
        label="Server"
        hint="Its address, or just its name: dav.example.com"
        autoComplete="off"
        inputMode="url"
      />
      <SignInFields field={field} />
      {found ? (
        <ChooseBook found={found} chosen={chosen} circles={circles} wrong={wrong} onChoose={setChosen} />
      ) : null}
      {wrong.form ? (
        <Notice tone="late" role="alert">
          {wrong.form}
        </Notice>
      ) : null}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" busy={busy}>
          {found ? "Add this address book" : "Look what is there"}
        </Button>
        {found ? <Button onClick={startOver}>Another server</Button> : null}
      </div>
      <p role="status" className="text-[0.8125rem] text-muted empty:hidden">
        {busy ? "Asking the server. A slow one may take half a minute." : ""}
      </p>
    </form>
  );
}
