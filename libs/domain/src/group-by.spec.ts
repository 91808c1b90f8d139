import { compareText, groupBy } from './group-by.js';

describe('groupBy', () => {
  it('keeps the order of the first item of each group, and of the items in it', () => {
    const groups = groupBy(['b1', 'a1', 'b2'], (item) => item[0] ?? '');
    expect([...groups]).toEqual([
      ['b', ['b1', 'b2']],
      ['a', ['a1']],
    ]);
  });

  it('gives nothing for nothing', () => {
    expect([...groupBy([], () => 'x')]).toEqual([]);
  });
});

describe('compareText', () => {
  it('sorts by character, whatever the language', () => {
    expect(['ö1', 'a2', 'Z3', 'a10'].sort(compareText)).toEqual(['Z3', 'a10', 'a2', 'ö1']);
  });
});
