/** How an employee moves between addresses; the words are those of the unit folder. */
export type TravelMode = 'gang' | 'cykel' | 'elcykel' | 'bil';

export const TRAVEL_MODES: readonly TravelMode[] = ['gang', 'cykel', 'elcykel', 'bil'];
