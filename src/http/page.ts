import { MOST_FILE_ROWS } from './list-file.js';

/** Which part of a list is asked for, as `pageQuery` of the contracts gives it. */
export interface PageWish {
  readonly page: number;
  readonly size: number;
}

export interface Page<Item> extends PageWish {
  readonly items: readonly Item[];
  readonly total: number;
}

/** A page of the list, or the whole of it where it is wanted as a file. */
export const pageOrAll = ({ page, size, format }: PageWish & { readonly format?: string }): PageWish =>
  format === 'csv' || format === 'xlsx' ? { page: 1, size: MOST_FILE_ROWS } : { page, size };

/** How many records stand before the page. */
export function offsetOf(wish: PageWish): number {
  return (wish.page - 1) * wish.size;
}

export function pageOfItems<Item>(items: readonly Item[], total: number, wish: PageWish): Page<Item> {
  return { items, total, page: wish.page, size: wish.size };
}
