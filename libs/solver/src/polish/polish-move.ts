/**
 * One kind of exchange between shifts of a day. Looks for the first one that involves a planned visit and lowers the
 * whole cost, makes it, and answers whether there was one. Nothing is changed otherwise.
 */
export type PolishMove = (visit: number) => boolean;
