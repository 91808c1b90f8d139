import type {
  AreaGeometry,
  PremisesAnswer,
  SettingsCatalogueAnswer,
  SettingsHistoryAnswer,
  UnitAnswer,
  UnitSettingsAnswer,
  UnitSettingsChange,
  WorkGroupAnswer,
  WorkGroupAreaAnswer,
} from '@hemtjanst/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { callApi } from '../../lib/api-client.js';
import { englishSettings } from '../../text/pages/setting-catalogue.js';
import { useWording } from '../../text/texts.js';

interface Items<Item> {
  readonly items: readonly Item[];
}

export function usePremises(unitId: string) {
  return useQuery({
    queryKey: ['premises', unitId],
    queryFn: async ({ signal }) =>
      (await callApi<Items<PremisesAnswer>>(`/units/${unitId}/premises`, { signal })).items,
    staleTime: 10 * 60_000,
  });
}

interface PlaceWish {
  /** Null: a new one. */
  readonly record: { readonly id: string; readonly version: number } | null;
  readonly body: object;
  readonly idempotencyKey: string;
}

/** Writes premises or a work group down, or changes them. */
export function useSavePlace(unitId: string, kind: 'premises' | 'work-groups') {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ record, body, idempotencyKey }: PlaceWish) =>
      record === null
        ? callApi<PremisesAnswer | WorkGroupAnswer>(`/units/${unitId}/${kind}`, {
            method: 'POST',
            body,
            idempotencyKey,
          })
        : callApi<PremisesAnswer | WorkGroupAnswer>(`/units/${unitId}/${kind}/${record.id}`, {
            method: 'PATCH',
            body,
            seenVersion: record.version,
          }),
    onSuccess: () => queries.invalidateQueries({ queryKey: [kind, unitId] }),
  });
}

const areasKey = (unitId: string) => ['work-group-areas', unitId] as const;

/** Where the groups' areas are drawn; read anew each time, because it is drawn on. */
export function useWorkGroupAreas(unitId: string) {
  return useQuery({
    queryKey: areasKey(unitId),
    queryFn: async ({ signal }) =>
      (await callApi<Items<WorkGroupAreaAnswer>>(`/units/${unitId}/work-groups/areas`, { signal })).items,
    enabled: unitId !== '',
    refetchOnWindowFocus: false,
  });
}

/** Keeps the area that was drawn; null takes it away. */
export function useSaveArea(unitId: string, workGroupId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ area, seenVersion }: { readonly area: AreaGeometry | null; readonly seenVersion: number }) =>
      callApi<WorkGroupAreaAnswer>(`/units/${unitId}/work-groups/${workGroupId}/area`, {
        method: 'PUT',
        body: { area },
        seenVersion,
      }),
    onSuccess: (saved) => {
      queries.setQueryData<readonly WorkGroupAreaAnswer[]>(areasKey(unitId), (areas) =>
        areas?.map((area) => (area.workGroupId === workGroupId ? saved : area)),
      );
      void queries.invalidateQueries({ queryKey: ['work-groups', unitId] });
    },
  });
}

export function useNewUnit() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({
      idempotencyKey,
      ...body
    }: {
      readonly code: string;
      readonly name: string;
      readonly idempotencyKey: string;
    }) => callApi<UnitAnswer>('/units', { method: 'POST', body, idempotencyKey }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['me'] }),
  });
}

const settingsKey = (unitId: string) => ['settings-catalogue', unitId] as const;

/** Every setting with its value, default, reason and source. */
/** The settings with what a person needs to know to judge them, in the chosen language. */
export function useSettingsCatalogue(unitId: string) {
  const { language } = useWording();
  return useQuery({
    queryKey: settingsKey(unitId),
    queryFn: ({ signal }) => callApi<SettingsCatalogueAnswer>(`/units/${unitId}/settings/catalogue`, { signal }),
    select: language === 'en' ? inEnglish : asItIs,
  });
}

/** The service writes them in Swedish. */
const asItIs = (catalogue: SettingsCatalogueAnswer): SettingsCatalogueAnswer => catalogue;

const ENGLISH: Readonly<Record<string, (typeof englishSettings)[keyof typeof englishSettings]>> = englishSettings;

const inEnglish = (catalogue: SettingsCatalogueAnswer): SettingsCatalogueAnswer => ({
  ...catalogue,
  items: catalogue.items.map((item) => ({ ...item, ...ENGLISH[item.key] })),
});

export function useSettingsHistory(unitId: string) {
  return useQuery({
    queryKey: ['settings-history', unitId],
    queryFn: async ({ signal }) =>
      (await callApi<SettingsHistoryAnswer>(`/units/${unitId}/settings/history`, { signal })).items,
  });
}

export function useChangeSettings(unitId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ change, seenVersion }: { readonly change: UnitSettingsChange; readonly seenVersion: number }) =>
      callApi<UnitSettingsAnswer>(`/units/${unitId}/settings`, { method: 'PATCH', body: change, seenVersion }),
    // Figures all over the service are counted with the settings.
    onSuccess: () => queries.invalidateQueries(),
  });
}
