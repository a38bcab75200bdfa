"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { languageText } from "@/components/voice/words";
import { useAskDesk } from "../../_components/use-ask-desk";

/** Phrases to start from, in languages that have none of them yet: put in at one press, to be made one's own. */
export function StartPhrases({ languages }: { languages: string[] }) {
  const { ask, busy, wrong } = useAskDesk();
  const [done, setDone] = useState("");

  async function start(language: string) {
    const answer = await ask<{ added: number }>("phrases/start", { language }, language);
    if (!answer) return;
    setDone(
      answer.added === 0
        ? "They were here before; nothing was added."
        : "They are here now. Make them your own.",
    );
  }

  return (
    <div className="flex flex-wrap items-center gap-2">
      {languages.length > 0 ? <span className="text-muted">Start with these, in</span> : null}
      {languages.map((language) => (
        <Button key={language} size="sm" busy={busy === language} onClick={() => void start(language)}>
          {languageText(language)}
        </Button>
      ))}
      <p role="status" className="w-full text-[0.8125rem] text-ok empty:hidden">
        {done}
      </p>
      <p role="alert" className="w-full text-[0.8125rem] text-late empty:hidden">
        {wrong.form ?? wrong.language ?? ""}
      </p>
    </div>
  );
}
