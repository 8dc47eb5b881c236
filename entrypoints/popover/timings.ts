/** Every timing and distance of the popover, with its reason. Milliseconds and CSS pixels. */

/** How long the way from mark to card is forgiven: most people take 200 to 300 ms for a short move. */
export const GRACE = 300;
/** Between a mark and its card: enough not to touch the underline. */
export const GAP = 6;
/** Nearest distance of the card to the edges of the viewport. */
export const EDGE = 8;
/** An action with an effect counts only this long after the card appeared: against clicks a page provoked. */
export const ARMED_AFTER = 300;
