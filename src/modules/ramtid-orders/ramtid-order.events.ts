/** An order came, changed or was corrected. Sent after commit: later stages derive their work again. */
export class RamtidOrderChanged {
  static readonly eventName = 'ramtid-order.changed';

  constructor(
    readonly unitId: string,
    readonly ramtidOrderIds: readonly string[],
  ) {}
}
