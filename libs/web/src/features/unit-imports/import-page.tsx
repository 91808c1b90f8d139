import { Alert, Button, Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useScope } from '../../app/scope.js';
import { PageHead } from '../../components/page-head.js';
import { ErrorState, LoadingState } from '../../components/page-state.js';
import { Sign } from '../../components/sign.js';
import { importTexts } from '../../text/pages/imports.js';
import { useTextsOf } from '../../text/texts.js';
import { RegisterTabs } from '../brukare/register-tabs.js';
import { useImport } from './api.js';
import { FileChoice } from './file-choice.js';
import { ImportPreview } from './import-preview.js';
import { ImportTables } from './import-tables.js';

/** Files in, in two steps: what would change, and then saving it. */
export function ImportPage() {
  const words = useTextsOf(importTexts);
  const [scope] = useScope();
  const unitId = scope?.unitId ?? '';
  const preview = useImport(unitId, true);
  const save = useImport(unitId, false);
  const [files, setFiles] = useState<readonly File[]>([]);
  const choose = (chosen: readonly File[]): void => {
    setFiles(chosen);
    save.reset();
    preview.mutate(chosen);
  };
  const beginAnew = (): void => {
    setFiles([]);
    preview.reset();
    save.reset();
  };
  return (
    <Stack gap="lg">
      <PageHead title={words.title} />
      <RegisterTabs />
      <Text>{words.text}</Text>
      {files.length === 0 ? (
        <FileChoice onFiles={choose} />
      ) : (
        <Group gap="md">
          <Text>
            {words.chosen(files.length)}: {files.map(({ name }) => name).join(', ')}
          </Text>
          <Button variant="default" onClick={beginAnew}>
            {save.isSuccess ? words.again : words.forget}
          </Button>
        </Group>
      )}
      {(preview.isPending || save.isPending) && (
        <>
          <Text>{words.reading}</Text>
          <LoadingState rows={4} />
        </>
      )}
      {preview.isError && <ErrorState error={preview.error} onRetry={() => preview.mutate(files)} />}
      {save.isError && <ErrorState error={save.error} onRetry={() => save.mutate(files)} />}
      {preview.isSuccess && !save.isSuccess && (
        <ImportPreview answer={preview.data} isSaving={save.isPending} onSave={() => save.mutate(files)} />
      )}
      {save.isSuccess && (
        <>
          <Alert
            variant="outline"
            role="status"
            title={
              <>
                <Sign kind="holds" /> {words.savedTitle}
              </>
            }
          >
            {words.savedText}
          </Alert>
          <Title order={2}>{words.savedTitle}</Title>
          <ImportTables tables={save.data.tables} />
        </>
      )}
    </Stack>
  );
}
