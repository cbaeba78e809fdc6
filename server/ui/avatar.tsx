import type { VNode } from "preact";
import { classNames } from "./class-names.ts";

/** The first letters of the first and last word: "Sanne de Boer" is SB. */
export function initialsOf(name: string): string {
  const words = name
    .trim()
    .split(/\s+/u)
    .filter((word) => /^\p{L}/u.test(word));
  const first = words[0] ?? "?";
  const last = words.length > 1 ? (words.at(-1) ?? "") : "";
  return (firstLetter(first) + firstLetter(last)).toLocaleUpperCase("nl");
}

function firstLetter(word: string): string {
  return /^\p{L}\p{M}*/u.exec(word)?.[0] ?? word.slice(0, 1);
}

export interface AvatarProps {
  readonly name: string;
  readonly tone?: "plain" | "accent" | undefined;
  readonly size?: "normal" | "small" | undefined;
}

export function Avatar(props: AvatarProps): VNode {
  return (
    <span
      class={classNames("avatar", props.tone === "accent" && "avatar-accent", props.size === "small" && "avatar-small")}
      aria-hidden="true"
    >
      {initialsOf(props.name)}
    </span>
  );
}
