"use client";

import { Check } from "lucide-react";
import {
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  type ToggleEvent,
  useEffect,
  useId,
  useRef,
  useState,
} from "react";
import { type ButtonVariant, buttonClass } from "@/components/ui/button-class";
import { cx } from "@/components/ui/cx";
import { Kbd } from "@/components/ui/kbd";
import { menuItemClass } from "@/components/ui/menu-item-class";

type MenuProps = {
  /** What the button shows. */
  button: ReactNode;
  /** The button's name when it shows an icon alone. */
  label?: string;
  variant?: ButtonVariant;
  /** Replaces the button's look. */
  buttonClassName?: string;
  /** Holds a function that opens the menu, for a key that does the same. */
  openRef?: RefObject<(() => void) | null>;
  children: ReactNode;
};

/**
 * A menu on the browser's own popover: Escape and a click elsewhere close it, arrows walk, focus goes back to the button. What is in
 * it is drawn when it opens first, and may be on its way then.
 */
export function Menu({
  button,
  label,
  variant = "secondary",
  buttonClassName,
  openRef,
  children,
}: MenuProps) {
  const id = useId();
  const buttonRef = useRef<HTMLButtonElement>(null);
  const listRef = useRef<HTMLDivElement>(null);
  const watcher = useRef<ResizeObserver>(null);
  const [isWanted, setWanted] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the browser opens it also before our scripts are here, which is asked once.
  useEffect(() => {
    if (listRef.current?.matches(":popover-open")) show();
  }, []);
  useEffect(() => {
    if (!openRef) return;
    openRef.current = () => {
      // Closed, it gives the focus back to whoever had it.
      if (document.activeElement === document.body) buttonRef.current?.focus();
      listRef.current?.showPopover();
    };
  }, [openRef]);

  function onToggle(event: ToggleEvent<HTMLDivElement>) {
    watcher.current?.disconnect();
    if (event.newState === "open") show();
  }

  function show() {
    if (!listRef.current) return;
    setWanted(true);
    // Again whenever it grows: what it shows may still be on its way.
    watcher.current = new ResizeObserver(() => {
      if (!buttonRef.current || !listRef.current) return;
      placeBeside(buttonRef.current, listRef.current);
      if (listRef.current.contains(document.activeElement)) return;
      (itemsOf(listRef.current)[0] ?? listRef.current.querySelector("button"))?.focus();
    });
    watcher.current.observe(listRef.current);
  }

  return (
    <>
      <button
        ref={buttonRef}
        type="button"
        popoverTarget={id}
        aria-haspopup="menu"
        aria-label={label}
        title={label}
        className={buttonClassName ?? buttonClass({ variant })}
      >
        {button}
      </button>
      <div
        ref={listRef}
        id={id}
        popover="auto"
        role="menu"
        tabIndex={-1}
        aria-label={label}
        onBeforeToggle={(event) => event.newState === "open" && setWanted(true)}
        onToggle={onToggle}
        onKeyDown={walk}
        onClick={(event) =>
          (event.target as Element).closest("[role^=menuitem]") && listRef.current?.hidePopover()
        }
        className="fixed m-0 max-h-[70dvh] min-w-48 max-w-[calc(100vw-1rem)] overflow-y-auto rounded-xl border border-line bg-sheet p-1 text-text shadow-lift"
      >
        {isWanted ? children : null}
      </div>
    </>
  );
}

type ItemProps = {
  onSelect?: () => void;
  icon?: ReactNode;
  shortcut?: string;
  danger?: boolean;
  disabled?: boolean;
  /** Why it cannot be chosen, in words; it can still be walked to and read. */
  whyNot?: string;
  checked?: boolean;
  /** With `checked`: several may be. */
  several?: boolean;
  children: ReactNode;
};

/** One thing to do in a {@link Menu}. With `checked` it is one of several choices. */
export function MenuItem({
  onSelect,
  icon,
  shortcut,
  danger,
  disabled,
  whyNot,
  checked,
  several,
  children,
}: ItemProps) {
  const choice = several ? "menuitemcheckbox" : "menuitemradio";
  return (
    <button
      type="button"
      {...(checked === undefined ? { role: "menuitem" } : { role: choice, "aria-checked": checked })}
      disabled={disabled}
      aria-disabled={whyNot ? true : undefined}
      onClick={whyNot ? (event) => event.stopPropagation() : onSelect}
      className={cx(
        menuItemClass,
        whyNot ? "cursor-default text-muted" : danger && "text-late",
        checked && "font-semibold",
      )}
    >
      {icon}
      <span className="min-w-0 flex-1">
        <span className="block truncate">{children}</span>
        {whyNot ? <span className="block text-xs">{whyNot}</span> : null}
      </span>
      {checked ? <Check aria-hidden="true" className="size-4 shrink-0" /> : null}
      {shortcut ? <Kbd>{shortcut}</Kbd> : null}
    </button>
  );
}

/** A quiet heading or line between items. */
export function MenuHeading({ children }: { children: ReactNode }) {
  return <div className="px-2.5 pt-2 pb-1 text-xs font-medium text-muted">{children}</div>;
}

function itemsOf(list: HTMLElement): HTMLElement[] {
  return [...list.querySelectorAll<HTMLElement>("[role^=menuitem]:not(:disabled)")];
}

function walk(event: KeyboardEvent<HTMLDivElement>) {
  const items = itemsOf(event.currentTarget);
  const at = items.indexOf(document.activeElement as HTMLElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1 + items.length, Home: 0, End: items.length - 1 }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  items[to % items.length]?.focus();
}

/** Under the button where there is room, above it otherwise; never outside the window. */
function placeBeside(button: HTMLElement, list: HTMLElement) {
  const box = button.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = list;
  const below = box.bottom + 4;
  const top = below + height > innerHeight - 8 ? Math.max(8, box.top - height - 4) : below;
  const fromStart = box.left + width > innerWidth - 8 ? box.right - width : box.left;
  list.style.insetBlockStart = `${top}px`;
  list.style.left = `${Math.max(8, Math.min(fromStart, innerWidth - width - 8))}px`;
}
