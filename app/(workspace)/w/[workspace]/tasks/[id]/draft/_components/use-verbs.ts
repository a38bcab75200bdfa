"use client";

import { useState } from "react";
import type { DraftHand } from "@/app/(workspace)/w/[workspace]/tasks/[id]/draft/_components/use-draft";
import type { useWords } from "@/app/(workspace)/w/[workspace]/tasks/[id]/draft/_components/use-words";
import type { AddressChange } from "@/components/drafts/address-form";
import { sayBack } from "@/components/drafts/draft-words";
import { withChange } from "@/components/drafts/with-change";
import { refusalSentence } from "@/components/refusal-copy";
import { useDesk } from "@/components/workspace/desk-context";
import type { DraftState } from "@/lib/domain/draft/draft";
import type { DraftView } from "@/lib/domain/draft/view";

type Words = ReturnType<typeof useWords>;

/**
 * What can be done with a draft as a whole. Each first keeps what was typed and looks at the draft again: what somebody presses
 * a button for is what they saw, or nothing happens.
 */
export function useVerbs(hand: DraftHand, words: Words, onRemoved: (id: string) => void) {
  const { draft, act, reread, settled } = hand;
  const desk = useDesk();
  const [isHolding, setHolding] = useState(false);
  const [moved, setMoved] = useState("");
  const path = `drafts/${draft.id}`;
  const isClient = desk.role === "client";
  const isOpen = ["draft", "submitted", "changes-requested"].includes(draft.state);
  // What is typed is not on the server yet; as soon as it is, the server says whether it may.
  const hasNew = draft.can.write && isOpen && words.isDirty && words.text.trim() !== "";
  const may = {
    submit: !isClient && (draft.can.submit || (hasNew && draft.state !== "submitted")),
    approve: isClient && (draft.can.approve || hasNew),
  };

  /** Gives whether it was done. */
  async function withLatest(
    run: (now: DraftView, changed: AddressChange) => Promise<unknown>,
  ): Promise<boolean> {
    if (isHolding) return false;
    setHolding(true);
    setMoved("");
    hand.clear();
    // What was pressed or typed beside the words and has no answer yet belongs to it; refused, its sentence stands there.
    const changed = await settled();
    const now = changed && (await words.save()) ? await reread() : null;
    const done = changed && now ? await run(now, changed) : null;
    setHolding(false);
    return done !== null && done !== undefined;
  }

  const submit = () =>
    withLatest((now) =>
      act({
        path: `${path}/submit`,
        input: { latest: now.latest },
        says: `Before ${desk.clientShort} now.`,
        back: () => ({ path: `${path}/take-back`, input: {} }),
      }),
    );
  const approve = () => {
    const shown = { ...draft, text: words.text };
    return withLatest(async (now, changed) => {
      if (JSON.stringify(sealedOf(withChange(shown, changed))) !== JSON.stringify(sealedOf(now)))
        return setMoved(refusalSentence({ code: "words-changed", latest: now.latest }));
      // That it takes kept time stands on the button: whoever presses it knows.
      const word = draft.takesKept ? { overProtected: true } : {};
      const done = await act({ path: `${path}/approve`, input: { seal: now.seal, ...word } });
      if (done) words.letGo();
    });
  };

  const sayCalledBack = (state: DraftState | null) => `Called back. ${sayBack(state, desk)}`.trim();

  return {
    may,
    moved,
    isBusy: hand.isBusy || isHolding,
    submit,
    approve,
    primary: () => {
      if (may.approve) void approve();
      else if (may.submit) void submit();
      else void words.save();
    },
    askChanges: (reason: string) =>
      withLatest((now) => act({ path: `${path}/ask-changes`, input: { latest: now.latest, reason } })),
    takeBack: () => void act({ path: `${path}/take-back`, input: {}, says: "It is with you again." }),
    callBack: () => void act({ path: `${path}/undo`, input: {}, says: sayCalledBack }),
    release: () => void withLatest((now) => act({ path: `${path}/release`, input: { seal: now.seal } })),
    remove: () =>
      void withLatest(async (now) => {
        if ((await act({ path: `${path}/remove`, input: { latest: now.latest } })) === null) return;
        words.letGo();
        onRemoved(draft.id);
      }),
  };
}

/** Everything an approval is given for, as it stands on the page. */
function sealedOf({ text, recipients, subject, account, attachments, way, wantsProof }: DraftView) {
  const files = attachments.map(({ id, name, size }) => ({ id, name, size }));
  const to = recipients.map(({ name, address, field }) => ({ name, address, field }));
  return { text, to, subject, account, files, way, wantsProof };
}

/** The verbs of a draft, as its buttons are given them. */
export type Verbs = ReturnType<typeof useVerbs>;
