import type { AbsenceAnswer, EmployeeAnswer, ShiftAnswer } from '@hemtjanst/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { callApi } from '../../lib/api-client.js';
import type { FormValues } from '../../lib/form-values.js';
import { loadPages } from '../../lib/load-pages.js';

interface Items<Item> {
  readonly items: readonly Item[];
}

export interface DateRange {
  readonly from: string;
  readonly to: string;
}

const oneKey = (unitId: string, employeeId: string) => ['one-employee', unitId, employeeId] as const;

export function useEmployeeList(unitId: string) {
  return useQuery({
    queryKey: ['employee-list', unitId],
    queryFn: ({ signal }) => loadPages<EmployeeAnswer>(`/units/${unitId}/employees`, {}, signal),
    staleTime: 5 * 60_000,
  });
}

/** The name behind an id. */
export function useEmployeeNames(unitId: string): (employeeId: string) => string {
  const { data } = useEmployeeList(unitId);
  const names = new Map((data ?? []).map(({ id, name }) => [id, name]));
  return (employeeId) => names.get(employeeId) ?? '…';
}

export function useEmployee(unitId: string, employeeId: string) {
  return useQuery({
    queryKey: oneKey(unitId, employeeId),
    queryFn: ({ signal }) => callApi<EmployeeAnswer>(`/units/${unitId}/employees/${employeeId}`, { signal }),
  });
}

/** Changes an employee, or makes a new one where no id is given. */
export function useSaveEmployee(unitId: string, employeeId: string | null) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ values, seenVersion, idempotencyKey }: SavedRecord) =>
      callApi<EmployeeAnswer>(`/units/${unitId}/employees${employeeId === null ? '' : `/${employeeId}`}`, {
        method: employeeId === null ? 'POST' : 'PATCH',
        body: values,
        ...(seenVersion === undefined ? {} : { seenVersion }),
        ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
      }),
    onSuccess: (employee) => {
      queries.setQueryData(oneKey(unitId, employee.id), employee);
      void queries.invalidateQueries({ queryKey: ['employee-list', unitId] });
      void queries.invalidateQueries({ queryKey: ['employees', unitId] });
    },
  });
}

export interface SavedRecord {
  readonly values: FormValues;
  readonly seenVersion?: number;
  readonly idempotencyKey?: string;
}

const shiftsKey = (unitId: string) => ['shifts', unitId] as const;

export function useShifts(unitId: string, { from, to }: DateRange) {
  return useQuery({
    queryKey: [...shiftsKey(unitId), from, to],
    queryFn: async ({ signal }) =>
      (await callApi<Items<ShiftAnswer>>(`/units/${unitId}/shifts`, { query: { from, to }, signal })).items,
  });
}

export function useSaveShift(unitId: string, shiftId: string | null) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ values, seenVersion, idempotencyKey }: SavedRecord) =>
      callApi<ShiftAnswer>(`/units/${unitId}/shifts${shiftId === null ? '' : `/${shiftId}`}`, {
        method: shiftId === null ? 'POST' : 'PATCH',
        body: values,
        ...(seenVersion === undefined ? {} : { seenVersion }),
        ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
      }),
    onSettled: () => queries.invalidateQueries({ queryKey: shiftsKey(unitId) }),
  });
}

export function useRemoveShift(unitId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, version }: ShiftAnswer) =>
      callApi<null>(`/units/${unitId}/shifts/${id}`, { method: 'DELETE', seenVersion: version }),
    onSettled: () => queries.invalidateQueries({ queryKey: shiftsKey(unitId) }),
  });
}

export type AbsentKind = 'brukare' | 'employee';

const LIST_OF: Readonly<Record<AbsentKind, string>> = {
  brukare: 'brukare-absences',
  employee: 'employee-absences',
};
const PERSONS: Readonly<Record<AbsentKind, string>> = { brukare: 'brukare', employee: 'employees' };

export function useAbsences(unitId: string, kind: AbsentKind, { from, to }: DateRange) {
  return useQuery({
    queryKey: ['absences', unitId, kind, from, to],
    queryFn: async ({ signal }) =>
      (await callApi<Items<AbsenceAnswer>>(`/units/${unitId}/${LIST_OF[kind]}`, { query: { from, to }, signal })).items,
  });
}

export interface NewAbsenceWish {
  readonly personId: string;
  readonly values: FormValues;
  readonly idempotencyKey: string;
}

export function useNewAbsence(unitId: string, kind: AbsentKind) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ personId, values, idempotencyKey }: NewAbsenceWish) =>
      callApi<AbsenceAnswer>(`/units/${unitId}/${PERSONS[kind]}/${personId}/absences`, {
        method: 'POST',
        body: values,
        idempotencyKey,
      }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['absences', unitId, kind] }),
  });
}

export function useRemoveAbsence(unitId: string, kind: AbsentKind) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, version }: AbsenceAnswer) =>
      callApi<null>(`/units/${unitId}/${LIST_OF[kind]}/${id}`, { method: 'DELETE', seenVersion: version }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['absences', unitId, kind] }),
  });
}
