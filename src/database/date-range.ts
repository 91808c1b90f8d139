/** Local dates, both included. */
export interface DateRange {
  readonly from: string;
  readonly to: string;
}
