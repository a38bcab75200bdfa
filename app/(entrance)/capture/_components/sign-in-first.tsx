"use client";

import { useEffect, useState } from "react";
import { keepShare } from "@/app/_components/kept-share";
import { buttonClass } from "@/components/ui/button-class";
import { signInPath } from "@/lib/auth/safe-path";
import { isShared, readSharedParams, writeSharedParams } from "@/lib/domain/capture/shared-params";

/** Longer ways back are not followed after signing in. */
const LONGEST_WAY = 1800;

/** The way to sign in and back. What fits goes along in the address, also to another device; what does not waits here. */
export function SignInFirst() {
  const [way, setWay] = useState(signInPath("/capture"));
  useEffect(() => {
    const shared = readSharedParams(location.search, location.hash);
    if (!isShared(shared)) return;
    const back = `/capture?${writeSharedParams(shared)}`;
    if (back.length > LONGEST_WAY) keepShare(shared);
    setWay(signInPath(back.length > LONGEST_WAY ? "/capture" : back));
  }, []);
  return (
    <a href={way} className={buttonClass({ variant: "primary", size: "lg", wide: true })}>
      Sign in
    </a>
  );
}
