/** Every timing, distance and count of the popover, with its reason. Milliseconds and CSS pixels. */

/** How long before the dwell time is over its card is laid out, out of sight: longer than that takes on a slow machine. */
export const AHEAD = 120;
/** From one frame to the next on most screens. */
export const FRAME = 1000 / 60;
/** When what is below a card's fold is drawn at the latest, after the card was painted. */
export const REST_AT_LATEST = 200;
/** How long a pointer that left is waited for: a short move back takes most people 200 to 300 ms. */
export const GRACE = 300;
/** The same for a pointer that was on its way to the card: slow hands pause on the way. */
export const WAY_PATIENCE = 500;
/** A press this long is for the browser's own menu; Android and iOS wait about as long. */
export const LONG_PRESS = 500;
/** Between a mark and its card: enough not to touch the underline. */
export const GAP = 6;
/** Nearest distance of the card to the edges of the viewport. */
export const EDGE = 8;
/** Less room than this beside the line and the card is drawn over what room there is: nobody reads two lines. */
export const LEAST_ROOM = 120;
/** An action with an effect counts only this long after the card appeared or jumped: against clicks a page provoked. */
export const ARMED_AFTER = 300;
/** A card that moved farther than this at once has jumped. */
export const JUMP = 24;
/** How long a word on what was done, and its undo, stay: twice the five seconds that reading and moving there take. */
export const UNDO_STAYS = 10_000;
/** How long a button says that it worked. */
export const DONE_SHOWS = 2000;
/** Pages move and hide text without any event that one could hear: how often a look is taken while a card is shown. */
export const LOOK_AGAIN = 250;
/** A page that takes the card away this often does not want it, and gets no other. */
export const REMOVALS = 3;
/** A sheet that is drawn down this far, or this fast (pixels a millisecond) and no mere tremble, is let go. */
export const SWIPE = { far: 80, fast: 0.5, least: 16 };
