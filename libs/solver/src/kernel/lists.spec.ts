import { listsFrom } from './lists.js';

describe('many short lists in two arrays', () => {
  it('lie one after the other, an empty one between its neighbours', () => {
    const { from, items } = listsFrom([[7, 8], [], [9]]);
    expect([...from]).toEqual([0, 2, 2, 3]);
    expect([...items]).toEqual([7, 8, 9]);
  });

  it('are two arrays also where there is no list', () => {
    expect([...listsFrom([]).from]).toEqual([0]);
  });
});
