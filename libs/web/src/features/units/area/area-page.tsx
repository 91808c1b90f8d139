import type { AreaGeometry, WorkGroupAreaAnswer } from '@hemtjanst/contracts';
import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { Suspense, lazy, useMemo, useState } from 'react';
import { useNavigate, useLocation, useParams } from 'react-router';
import { scopeOf, useScope } from '../../../app/scope.js';
import { PageHead } from '../../../components/page-head.js';
import { EmptyState, ErrorState, LoadingState } from '../../../components/page-state.js';
import { Sign } from '../../../components/sign.js';
import { problemText } from '../../../lib/problem-text.js';
import { areaTexts } from '../../../text/pages/areas.js';
import { mapTexts } from '../../../text/pages/map.js';
import { registerTexts } from '../../../text/pages/register.js';
import { useTextsOf, useWording } from '../../../text/texts.js';
import { useWorkGroups } from '../../accounts/api.js';
import { useMap } from '../../map/api.js';
import mapStyles from '../../map/map.module.css';
import { usePremises, useSaveArea, useWorkGroupAreas } from '../api.js';
import { draftOf, faultsOf, geometryOf, type AreaFault, type Corner } from './area-draft.js';
import styles from './area.module.css';
import { CornerList, ringNames } from './corner-list.js';
import { useAreaDraft } from './use-area-draft.js';

// The map's program is fetched when somebody draws.
const AreaCanvas = lazy(async () => ({ default: (await import('./area-canvas.js')).AreaCanvas }));

/** The area of one work group, drawn on the map or written corner by corner. */
export function AreaPage() {
  const { texts } = useWording();
  const register = useTextsOf(registerTexts);
  const words = useTextsOf(areaTexts);
  const [scope] = useScope();
  const { workGroupId = '' } = useParams();
  const unitId = scope?.unitId ?? '';
  const groups = useWorkGroups(unitId);
  const areas = useWorkGroupAreas(unitId);
  // What somebody else has drawn meanwhile is drawn on from the start.
  const [reloads, setReloads] = useState(0);
  if (areas.isError) return <ErrorState error={areas.error} onRetry={() => void areas.refetch()} />;
  if (areas.data === undefined || groups.data === undefined) return <LoadingState />;
  const own = areas.data.find((area) => area.workGroupId === workGroupId);
  const group = groups.data.find(({ id }) => id === workGroupId);
  if (own === undefined || group === undefined) {
    return <EmptyState title={texts.common.notFoundTitle}>{texts.common.notFoundText}</EmptyState>;
  }
  const others = areas.data.flatMap(({ workGroupId: id, area }) => (id === workGroupId || area === null ? [] : [area]));
  return (
    <Stack gap="md">
      <PageHead title={words.title(group.name)} back={{ to: '/register/grupper', label: register.tabs.places }} />
      <Text>{words.how}</Text>
      <AreaDrawing
        key={reloads}
        unitId={unitId}
        own={own}
        others={others}
        onReload={() => areas.refetch().then(() => setReloads(reloads + 1))}
      />
    </Stack>
  );
}

interface AreaDrawingProps {
  readonly unitId: string;
  readonly own: WorkGroupAreaAnswer;
  readonly others: readonly AreaGeometry[];
  readonly onReload: () => Promise<unknown>;
}

function AreaDrawing({ unitId, own, others, onReload }: AreaDrawingProps) {
  const { texts } = useWording();
  const words = useTextsOf(areaTexts);
  const navigate = useNavigate();
  const { search } = useLocation();
  const session = useAreaDraft(draftOf(own.area));
  const { draft, apply } = session;
  const save = useSaveArea(unitId, own.workGroupId);
  const [wasRefused, setWasRefused] = useState(false);
  const faults = useMemo(() => faultsOf(draft), [draft]);
  const geometry = useMemo(() => (faults.length === 0 ? geometryOf(draft) : null), [draft, faults]);
  // While the first corners are set there are too few of them: that is told when it is to be saved.
  const told = faults.filter(({ kind }) => wasRefused || kind !== 'too-few');
  const submit = (): void => {
    setWasRefused(faults.length > 0);
    if (faults.length === 0) save.mutate({ area: geometry, seenVersion: own.version });
  };
  return (
    <>
      <Group gap="sm">
        <Button variant="default" disabled={!session.canUndo} onClick={() => apply({ kind: 'undo' })}>
          ↶ {words.undo}
        </Button>
        <Button variant="default" disabled={!session.canRedo} onClick={() => apply({ kind: 'redo' })}>
          ↷ {words.redo}
        </Button>
        <Button variant="default" onClick={() => apply({ kind: 'add-part' })}>
          {words.newPart}
        </Button>
        <Button variant="default" onClick={() => apply({ kind: 'clear' })}>
          {words.clear}
        </Button>
      </Group>
      <div role="alert">
        {told.map((fault) => (
          <Text key={`${fault.kind} ${fault.ring}`}>
            <Sign kind="breaks" /> <FaultText fault={fault} names={ringNames(draft.rings, words)} />
          </Text>
        ))}
      </div>
      <div className={styles.page}>
        <AreaMap draft={draft} others={others} unitId={unitId} onEdit={apply} />
        <CornerList draft={draft} apply={apply} />
      </div>
      {save.isError && (
        <Alert color="red" variant="outline" role="alert">
          <Sign kind="breaks" /> {problemText(save.error, texts)}{' '}
          <Button variant="default" size="compact-md" onClick={() => void onReload()}>
            {texts.common.retry}
          </Button>
        </Alert>
      )}
      {save.isSuccess && (
        <Text role="status">
          <Sign kind="holds" /> {words.saved}
        </Text>
      )}
      {draft.rings.every(({ corners }) => corners.length === 0) && <Text>{words.none}</Text>}
      <Group gap="sm">
        <Button loading={save.isPending} onClick={submit}>
          {words.save}
        </Button>
        <Button variant="default" onClick={() => void navigate(`/register/grupper${scopeOf(search)}`)}>
          {words.cancel}
        </Button>
      </Group>
    </>
  );
}

function FaultText({ fault, names }: { readonly fault: AreaFault; readonly names: readonly string[] }) {
  const { faults } = useTextsOf(areaTexts);
  const part = names[fault.ring] ?? '';
  switch (fault.kind) {
    case 'too-few':
      return faults['too-few'](part);
    case 'abroad':
      return faults.abroad(part, fault.corner + 1);
    case 'crosses': {
      const [lon, lat] = fault.at;
      return faults.crosses(part, [lat, lon].map((degrees) => degrees.toFixed(4).replace('.', ',')).join(' · '));
    }
  }
}

interface AreaMapProps extends Pick<Parameters<typeof AreaCanvas>[0], 'draft' | 'others' | 'onEdit'> {
  readonly unitId: string;
}

function AreaMap({ unitId, ...drawn }: AreaMapProps) {
  const words = useTextsOf(areaTexts);
  const mapWords = useTextsOf(mapTexts);
  const map = useMap();
  const premises = usePremises(unitId);
  if (map.isPending || premises.isPending) return <p className={mapStyles.notice}>{mapWords.loading}</p>;
  const homes = (premises.data ?? []).map(({ coordinate: { lat, lon } }): Corner => [lon, lat]);
  return (
    <div className={styles.map}>
      <div className={mapStyles.map} role="region" aria-label={words.map}>
        <Suspense fallback={<p className={mapStyles.notice}>{mapWords.loading}</p>}>
          <AreaCanvas {...drawn} map={map.data ?? null} premises={homes} />
        </Suspense>
        {map.data?.mapVersion === null && <p className={mapStyles.over}>△ {mapWords.noMap}</p>}
      </div>
      {drawn.others.length > 0 && <Text size="sm">{words.others}</Text>}
    </div>
  );
}
