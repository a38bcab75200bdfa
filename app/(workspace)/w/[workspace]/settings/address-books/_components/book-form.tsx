"use client";

import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Select, TextInput } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import type { BookView } from "@/lib/domain/address-book/book";
import { useAsk } from "./use-ask";

/** What a book is called, into which circle new people come, and how to sign in. An empty password stays the one it is. */
export function BookForm({ book, circles }: { book: BookView; circles: { key: string; name: string }[] }) {
  const { ask, busy, wrong } = useAsk(book.id);
  const [typed, setTyped] = useState({
    name: book.name,
    circle: book.circle,
    username: book.username,
    password: "",
  });
  const [done, setDone] = useState(false);

  async function save(event: FormEvent) {
    event.preventDefault();
    if (busy) return;
    setDone(false);
    if ((await ask("edit", typed)) === null) return;
    setTyped({ ...typed, password: "" });
    setDone(true);
  }

  const field = (name: keyof typeof typed) => ({
    name,
    value: typed[name],
    error: wrong[name],
    onChange: (event: { target: { value: string } }) => setTyped({ ...typed, [name]: event.target.value }),
  });
  return (
    <form
      onSubmit={save}
      noValidate
      className="flex flex-col gap-3 rounded-sheet border border-line bg-sheet p-4"
    >
      <p className="text-[0.8125rem] text-muted wrap-anywhere">{book.url}</p>
      <div className="grid items-end gap-3 sm:grid-cols-2">
        <TextInput {...field("name")} label="What you call it" autoComplete="off" />
        <Select {...field("circle")} label="New people come into">
          {circles.map(({ key, name }) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
        </Select>
        <TextInput
          {...field("username")}
          label="User name"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
        />
        <TextInput
          {...field("password")}
          label="Password"
          hint="Leave it empty to keep the one there is."
          type="password"
          autoComplete="new-password"
        />
      </div>
      {wrong.form || wrong.address ? (
        <Notice tone="late" role="alert">
          {wrong.form || wrong.address}
        </Notice>
      ) : null}
      <div className="flex items-center gap-3">
        <Button type="submit" busy={busy === "edit"}>
          Save
        </Button>
        <p role="status" className="text-ok">
          {done ? "Saved." : ""}
        </p>
      </div>
    </form>
  );
}
