/** The look of an item of a menu, for a link inside one (give it role="menuitem"). Apart, so that the server can draw it. */
export const menuItemClass =
  "flex w-full items-center gap-2.5 rounded-lg px-2.5 py-1.5 text-start text-sm pointer-coarse:min-h-11 hover:bg-sunken focus-visible:bg-sunken focus-visible:outline-offset-0 disabled:opacity-55";
