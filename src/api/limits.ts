/** How much one question may hold. What is longer is refused, never cut: half a question has another answer. */

/** In characters. As much as detection promises to read in time. */
export const MOST_TEXT = 40_000;
/** In characters. A symptom is said early, and the search looks at no more. */
export const MOST_WORDS = 400;
export const MOST_HITS = 20;
export const USUAL_HITS = 5;
