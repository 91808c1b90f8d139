/** A binary heap of numbered items; the one with the smallest key comes out first, of equal keys the lower number. */
export class NearestFirst {
  private readonly items: number[] = [];
  private readonly keys: number[] = [];

  get size(): number {
    return this.items.length;
  }

  clear(): void {
    this.items.length = this.keys.length = 0;
  }

  push(item: number, key: number): void {
    let at = this.items.length;
    this.items.push(item);
    this.keys.push(key);
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!this.isBefore(at, parent)) return;
      this.swap(at, parent);
      at = parent;
    }
  }

  /** Takes the first item out; −1 when there is none. */
  pop(): number {
    const first = this.items.at(0);
    const item = this.items.pop();
    const key = this.keys.pop();
    if (first === undefined || item === undefined || key === undefined) return -1;
    if (this.items.length === 0) return first;
    this.items[0] = item;
    this.keys[0] = key;
    this.sink();
    return first;
  }

  private sink(): void {
    for (let at = 0; ;) {
      let smallest = at;
      for (const child of [2 * at + 1, 2 * at + 2]) {
        if (child < this.items.length && this.isBefore(child, smallest)) smallest = child;
      }
      if (smallest === at) return;
      this.swap(at, smallest);
      at = smallest;
    }
  }

  private isBefore(one: number, other: number): boolean {
    return (
      this.keys[one] < this.keys[other] || (this.keys[one] === this.keys[other] && this.items[one] < this.items[other])
    );
  }

  private swap(one: number, other: number): void {
    [this.items[one], this.items[other]] = [this.items[other], this.items[one]];
    [this.keys[one], this.keys[other]] = [this.keys[other], this.keys[one]];
  }
}
