import { addDays, type LocalDate } from '@hemtjanst/domain';

/** The calendar month of a day, `2026-03`. */
export const monthOf = (date: string): string => date.slice(0, 7);

export const firstDayOf = (month: string): LocalDate => `${month}-01` as LocalDate;

export function addMonths(month: string, count: number): string {
  const months = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + count;
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`;
}

export const lastDayOf = (month: string): LocalDate => addDays(firstDayOf(addMonths(month, 1)), -1);

export const isMonth = (text: string): boolean => /^(19|20|21)\d{2}-(0[1-9]|1[0-2])$/.test(text);
