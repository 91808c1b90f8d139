import { Stack } from '@mantine/core';
import { useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { scopeOf, useScope } from '../../app/scope.js';
import { PageHead } from '../../components/page-head.js';
import { LoadingState } from '../../components/page-state.js';
import { RecordForm } from '../../components/record-form.js';
import { registerTexts } from '../../text/pages/register.js';
import { termTexts } from '../../text/pages/terms.js';
import { useTextsOf } from '../../text/texts.js';
import { useNewBrukare } from './api.js';
import { brukareChange, NEW_BRUKARE, newBrukareFields } from './brukare-fields.js';
import { useFieldPeople } from './field-people.js';

export function NewBrukarePage() {
  const words = useTextsOf(registerTexts);
  const terms = useTextsOf(termTexts);
  const [scope] = useScope();
  const unitId = scope?.unitId ?? '';
  const navigate = useNavigate();
  const { search } = useLocation();
  const people = useFieldPeople(unitId);
  const { mutateAsync } = useNewBrukare(unitId);
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  return (
    <Stack gap="lg">
      <PageHead title={words.brukare.new} back={{ to: '/register/brukare', label: words.brukare.title }} />
      {people === null ? (
        <LoadingState />
      ) : (
        <RecordForm
          isNew
          fields={newBrukareFields({ words, terms }, people)}
          values={{ ...NEW_BRUKARE, workGroupId: scope?.workGroupId ?? null }}
          onCancel={() => void navigate(`/register/brukare${scopeOf(search)}`)}
          onSave={async (values) => {
            const brukare = await mutateAsync({ values: brukareChange(values, {}), idempotencyKey });
            await navigate(`/register/brukare/${brukare.id}${scopeOf(search)}`);
          }}
        />
      )}
    </Stack>
  );
}
