"use client";

import type { ComponentProps } from "react";
import { OneButtonForm } from "@/app/_components/one-button-form";
import { forgetAllKept } from "@/app/(workspace)/w/[workspace]/_components/kept-no-more";

/** Signing out takes along what this tab kept of unsent words and half-filled forms: the next person here reads none of it. */
export function SignOutButton(props: ComponentProps<typeof OneButtonForm>) {
  return <OneButtonForm {...props} onSubmit={forgetAllKept} />;
}
