/** Many short lists in two arrays: list i is `items[from[i]] … items[from[i + 1] − 1]`. */
export interface Lists {
  readonly from: Int32Array;
  readonly items: Int32Array;
}

export function listsFrom(lists: readonly (readonly number[])[]): Lists {
  const from = new Int32Array(lists.length + 1);
  lists.forEach((list, index) => {
    from[index + 1] = from[index] + list.length;
  });
  const items = new Int32Array(from[lists.length]);
  lists.forEach((list, index) => items.set(list, from[index]));
  return { from, items };
}
