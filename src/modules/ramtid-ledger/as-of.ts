import { instantOfDate, localDate, localOf, type LocalDate } from '@hemtjanst/domain';

/** The day a figure is read for: the one that is asked for, else today in Sweden. */
export const asOfDay = (wished: string | undefined): LocalDate =>
  wished === undefined ? localOf(instantOfDate(new Date())).date : localDate(wished);
