import type {
  AbsenceAnswer,
  AvvikelseListAnswer,
  ExtraVisitAnswer,
  RegisteredTimeAnswer,
  VisitReportAnswer,
} from '@hemtjanst/contracts';
import { useQuery } from '@tanstack/react-query';
import { callApi } from '../../lib/api-client.js';
import type { ComeIn } from './day-events.js';

/** Each reading leaves its lines in the log: often enough to be told in time, and never while nobody looks. */
const LOOK_AGAIN_MILLISECONDS = 60_000;

interface ComeInSoFar {
  readonly comeIn: ComeIn | null;
  /** When it was read last; null: not yet. */
  readonly readAt: number | null;
  readonly error: unknown;
  readonly retry: () => void;
}

/** What has come in about the day, read again every minute while the page is seen. */
export function useComeIn(unitId: string, day: string): ComeInSoFar {
  const { data, dataUpdatedAt, error, refetch } = useQuery({
    queryKey: ['day-events', unitId, day],
    queryFn: async ({ signal }): Promise<ComeIn> => {
      const span = { from: day, to: day };
      const list = async <Item>(part: string, query: Readonly<Record<string, string>>): Promise<readonly Item[]> =>
        (await callApi<{ readonly items: readonly Item[] }>(`/units/${unitId}/${part}`, { query, signal })).items;
      const [employeeAbsences, brukareAbsences, times, avvikelser, reports, extraVisits] = await Promise.all([
        list<AbsenceAnswer>('employee-absences', span),
        list<AbsenceAnswer>('brukare-absences', span),
        list<RegisteredTimeAnswer>('registered-times', span),
        list<AvvikelseListAnswer['items'][number]>('avvikelser', { ...span, status: 'open' }),
        list<VisitReportAnswer>('visit-reports', { status: 'open' }),
        list<ExtraVisitAnswer>('extra-visits', { date: day }),
      ]);
      return { employeeAbsences, brukareAbsences, times, avvikelser, reports, extraVisits };
    },
    refetchInterval: LOOK_AGAIN_MILLISECONDS,
  });
  return {
    comeIn: data ?? null,
    readAt: dataUpdatedAt === 0 ? null : dataUpdatedAt,
    error,
    retry: () => void refetch(),
  };
}
