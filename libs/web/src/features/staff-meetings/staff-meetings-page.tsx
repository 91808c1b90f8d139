import { addDays } from '@hemtjanst/domain';
import type { NewStaffMeeting, StaffMeetingAnswer } from '@hemtjanst/contracts';
import { Button, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useScope } from '../../app/scope.js';
import { useCurrentAccount } from '../../app/session.js';
import { Downloads } from '../../components/downloads.js';
import { PageHead } from '../../components/page-head.js';
import { ErrorState, LoadingState } from '../../components/page-state.js';
import { RecordForm } from '../../components/record-form.js';
import { RecordTable } from '../../components/record-table.js';
import { hasAny } from '../../lib/access.js';
import { callApi } from '../../lib/api-client.js';
import { todayInSweden } from '../../lib/format.js';
import { listTabTexts } from '../../text/pages/list-tabs.js';
import { useTextsOf, useWording } from '../../text/texts.js';
import { useWorkGroups } from '../accounts/api.js';
import { ListTabs } from '../visit-lists/list-tabs.js';
import { Dialog } from '../../components/dialog.js';

const [DAYS_BACK, DAYS_AHEAD] = [31, 92];

/** When the staff meet: what the planner keeps free. */
export function StaffMeetingsPage() {
  const words = useTextsOf(listTabTexts);
  const { formats } = useWording();
  const { roles } = useCurrentAccount();
  const [scope] = useScope();
  const [isAdding, setIsAdding] = useState(false);
  const unitId = scope?.unitId ?? '';
  const today = todayInSweden();
  const range = { from: addDays(today, -DAYS_BACK), to: addDays(today, DAYS_AHEAD) };
  const groups = useWorkGroups(scope?.unitId);
  const meetings = useMeetings(unitId, range);
  const { mutate: remove } = useChange(unitId, ({ id }: StaffMeetingAnswer) =>
    callApi<null>(`/units/${unitId}/staff-meetings/${id}`, { method: 'DELETE' }),
  );
  const mayWrite = hasAny(roles, ['samordnare', 'enhetschef']);
  const groupName = (id: string | null): string =>
    id === null ? words.allGroups : (groups.data?.find((group) => group.id === id)?.name ?? '…');
  return (
    <Stack gap="lg">
      <PageHead title={words.meetingsTitle}>
        {mayWrite && <Button onClick={() => setIsAdding(true)}>{words.newMeeting}</Button>}
        <Downloads what={words.meetingsTitle} path={`/units/${unitId}/staff-meetings`} query={range} />
      </PageHead>
      <ListTabs />
      <Text>{words.meetingsText}</Text>
      {meetings.isPending && <LoadingState />}
      {meetings.isError && <ErrorState error={meetings.error} onRetry={() => void meetings.refetch()} />}
      {meetings.isSuccess && (
        <RecordTable
          label={words.meetingsTitle}
          rows={meetings.data}
          rowKey={({ id }) => id}
          empty={<Text>{words.meetingsNone}</Text>}
          columns={[
            { key: 'day', title: words.day, sortBy: ({ date }) => date, cell: ({ date }) => formats.day(date) },
            { key: 'time', title: words.time, cell: ({ startsAt, endsAt }) => `${startsAt}–${endsAt}` },
            { key: 'kind', title: words.kind, cell: ({ kind }) => words.kinds[kind] },
            { key: 'group', title: words.group, cell: ({ workGroupId }) => groupName(workGroupId) },
            ...(mayWrite
              ? [
                  {
                    key: 'remove',
                    title: words.remove,
                    cell: (meeting: StaffMeetingAnswer) => (
                      <Button
                        variant="default"
                        size="compact-md"
                        aria-label={words.removeOf(words.kinds[meeting.kind], formats.day(meeting.date))}
                        onClick={() => remove(meeting)}
                      >
                        {words.remove}
                      </Button>
                    ),
                  },
                ]
              : []),
          ]}
        />
      )}
      {isAdding && <NewMeetingDialog unitId={unitId} onClose={() => setIsAdding(false)} />}
    </Stack>
  );
}

function NewMeetingDialog({ unitId, onClose }: { readonly unitId: string; readonly onClose: () => void }) {
  const words = useTextsOf(listTabTexts);
  const groups = useWorkGroups(unitId);
  // The same dialog sent twice is one meeting.
  const [key] = useState(() => crypto.randomUUID());
  const { mutateAsync } = useChange(unitId, (meeting: NewStaffMeeting) =>
    callApi<StaffMeetingAnswer>(`/units/${unitId}/staff-meetings`, {
      method: 'POST',
      body: meeting,
      idempotencyKey: key,
    }),
  );
  const kinds = (['apt', 'mote', 'utbildning', 'handledning'] as const).map((value) => ({
    value,
    label: words.kinds[value],
  }));
  return (
    <Dialog onClose={onClose} title={words.newMeeting}>
      <RecordForm
        isNew
        fields={[
          { kind: 'choice', name: 'kind', label: words.kind, options: kinds, isRequired: true },
          {
            kind: 'choice',
            name: 'workGroupId',
            label: words.group,
            options: [
              { value: ALL, label: words.allGroups },
              ...(groups.data ?? []).map(({ id, name }) => ({ value: id, label: name })),
            ],
            isRequired: true,
          },
          { kind: 'date', name: 'date', label: words.day, isRequired: true },
          { kind: 'time', name: 'startsAt', label: words.from, isRequired: true },
          { kind: 'time', name: 'endsAt', label: words.to, isRequired: true },
        ]}
        values={{ kind: 'apt', workGroupId: ALL, date: todayInSweden(), startsAt: '13:45', endsAt: '16:00' }}
        saveLabel={words.add}
        onCancel={onClose}
        onSave={async ({ kind, workGroupId, date, startsAt, endsAt }) => {
          await mutateAsync({
            kind: kinds.find(({ value }) => value === kind)?.value ?? 'apt',
            workGroupId: workGroupId === ALL ? null : String(workGroupId),
            date: String(date),
            startsAt: String(startsAt),
            endsAt: String(endsAt),
          });
          onClose();
        }}
      />
    </Dialog>
  );
}

const ALL = 'alla';

function useMeetings(unitId: string, range: { readonly from: string; readonly to: string }) {
  return useQuery({
    queryKey: ['staff-meetings', unitId, range],
    queryFn: async ({ signal }) =>
      (
        await callApi<{ readonly items: readonly StaffMeetingAnswer[] }>(`/units/${unitId}/staff-meetings`, {
          query: range,
          signal,
        })
      ).items,
    enabled: unitId !== '',
  });
}

function useChange<Wish, Answer>(unitId: string, change: (wish: Wish) => Promise<Answer>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSettled: () => queries.invalidateQueries({ queryKey: ['staff-meetings', unitId] }),
  });
}
