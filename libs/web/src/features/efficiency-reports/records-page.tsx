import type { ReportRecordAnswer } from '@hemtjanst/contracts';
import { REPORT_FIGURES } from '@hemtjanst/domain';
import { Anchor, Stack, Text } from '@mantine/core';
import { Link, useLocation, useSearchParams } from 'react-router';
import { scopeOf } from '../../app/scope.js';
import { Downloads } from '../../components/downloads.js';
import { PageHead } from '../../components/page-head.js';
import { ErrorState, LoadingState } from '../../components/page-state.js';
import { RecordTable } from '../../components/record-table.js';
import { followUpTexts } from '../../text/pages/follow-up.js';
import { useTextsOf, useWording } from '../../text/texts.js';
import { useBrukareNames } from '../brukare/api.js';
import { useEmployeeNames } from '../employees/api.js';
import { useReportRecords, type ReportFigure, type ReportQuestion } from './api.js';
import { periodText, useReportQuestion } from './report-question.js';

/** The records behind one figure, each leading on to the order it came from. */
export function ReportRecordsPage() {
  const [question] = useReportQuestion();
  const [parameters] = useSearchParams();
  const figure = REPORT_FIGURES.find((one) => one === parameters.get('tal')) ?? 'performed';
  if (question === null) return <LoadingState />;
  return <Records question={question} figure={figure} side={parameters.get('sida') === 'plan' ? 'plan' : 'outcome'} />;
}

interface RecordsProps {
  readonly question: ReportQuestion;
  readonly figure: ReportFigure;
  readonly side: 'plan' | 'outcome';
}

function Records({ question, figure, side }: RecordsProps) {
  const { texts, formats } = useWording();
  const words = useTextsOf(followUpTexts);
  const { search } = useLocation();
  const records = useReportRecords(question, figure, side);
  const columns = useColumns(question.unitId);
  const { unitId, ...query } = question;
  const figureWord = wordOf(figure, words);
  const name = isSum(figure) ? figureWord : `${figureWord}, ${words.split[side].toLowerCase()}`;
  const first = records.data?.pages[0];
  return (
    <Stack gap="lg">
      <Anchor component={Link} to={`/uppfoljning${search}`} underline="always" className="rr-no-print">
        ‹ {words.records.back}
      </Anchor>
      <PageHead title={words.records.of(name)}>
        <Downloads
          what={words.records.of(name)}
          path={`/units/${unitId}/efficiency-report/records`}
          query={{ ...query, figure, side }}
        />
      </PageHead>
      <Text>{periodText(question, texts, formats)}</Text>
      {records.isPending && <LoadingState rows={10} />}
      {records.isError && <ErrorState error={records.error} onRetry={() => void records.refetch()} />}
      {first !== undefined && (
        <>
          <Text>
            <strong>{words.records.sum(formats.hours(first.totalMinutes / 60), formats.whole(first.total))}</strong>
          </Text>
          <RecordTable
            label={words.records.of(name)}
            rows={records.data?.pages.flatMap(({ items }) => items) ?? []}
            rowKey={({ recordId, employeeId, brukareId }) => `${recordId} ${employeeId} ${brukareId}`}
            total={first.total}
            onMore={() => void records.fetchNextPage()}
            columns={columns}
            empty={<Text>{words.records.none}</Text>}
          />
        </>
      )}
    </Stack>
  );
}

type FollowUpWords = (typeof followUpTexts)['sv'];

const isSum = (figure: ReportFigure): figure is 'ordered' | 'planned' | 'performed' | 'staff' =>
  figure === 'ordered' || figure === 'planned' || figure === 'performed' || figure === 'staff';

const wordOf = (figure: ReportFigure, words: FollowUpWords): string =>
  isSum(figure) ? words.sums[figure].toLowerCase() : words.split[figure];

function useColumns(unitId: string) {
  const { formats } = useWording();
  const words = useTextsOf(followUpTexts).records;
  const { search } = useLocation();
  const brukareName = useBrukareNames(unitId);
  const employeeName = useEmployeeNames(unitId);
  const scope = scopeOf(search);
  return [
    {
      key: 'kind',
      title: words.kind,
      cell: ({ recordKind, code }: ReportRecordAnswer) =>
        `${words.kinds[recordKind]}${code === null ? '' : ` ${code}`}`,
    },
    {
      key: 'day',
      title: words.day,
      cell: ({ onDate }: ReportRecordAnswer) => (onDate === null ? '–' : formats.day(onDate)),
    },
    {
      key: 'time',
      title: words.time,
      cell: ({ startsAt, endsAt }: ReportRecordAnswer) =>
        startsAt === null ? '–' : `${formats.clock(startsAt)}–${endsAt === null ? '' : formats.clock(endsAt)}`,
    },
    {
      key: 'hours',
      title: words.minutes,
      isNumber: true,
      cell: ({ minutes }: ReportRecordAnswer) => formats.hours(minutes / 60),
    },
    {
      key: 'brukare',
      title: words.brukare,
      cell: ({ brukareId }: ReportRecordAnswer) =>
        brukareId === null ? (
          '–'
        ) : (
          <Anchor component={Link} to={`/register/brukare/${brukareId}${scope}`} underline="always">
            {brukareName(brukareId)}
          </Anchor>
        ),
    },
    {
      key: 'employee',
      title: words.employee,
      cell: ({ employeeId }: ReportRecordAnswer) => (employeeId === null ? '–' : employeeName(employeeId)),
    },
    {
      key: 'order',
      title: words.order,
      cell: ({ ramtidOrderId, recordId, recordKind }: ReportRecordAnswer) => {
        const orderId = recordKind === 'ramtid-order' ? recordId : ramtidOrderId;
        return orderId === null ? (
          '–'
        ) : (
          <Anchor component={Link} to={`/order/${orderId}${scope}`} underline="always">
            {words.openOrder}
          </Anchor>
        );
      },
    },
  ];
}
