import { Alert, Anchor, Button, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { Link, useLocation } from 'react-router';
import { scopeOf } from '../../app/scope.js';
import { Sign } from '../../components/sign.js';
import { callApi } from '../../lib/api-client.js';
import { doorTagTexts } from '../../text/pages/door-tags.js';
import { useTextsOf } from '../../text/texts.js';
import { ProblemLine } from '../../components/problem-line.js';

interface DoorCodeFormProps {
  readonly unitId: string;
  readonly brukareId: string;
}

/** The office writes a door code and never reads it: the box is empty also where a code is kept. */
export function DoorCodeForm({ unitId, brukareId }: DoorCodeFormProps) {
  const words = useTextsOf(doorTagTexts);
  const { search } = useLocation();
  const [code, setCode] = useState('');
  const [isMissing, setIsMissing] = useState(false);
  const change = useMutation({
    mutationFn: (written: string | null) =>
      callApi<null>(`/units/${unitId}/brukare/${brukareId}/door-code`, { method: 'PUT', body: { code: written } }),
    onSuccess: () => setCode(''),
  });
  const save = (event: FormEvent): void => {
    event.preventDefault();
    setIsMissing(code.trim() === '');
    if (code.trim() !== '') change.mutate(code.trim());
  };
  const tag = new URLSearchParams([...new URLSearchParams(scopeOf(search)), ['brukare', brukareId]]);
  return (
    <Stack component="section" gap="sm" aria-labelledby="portkod">
      <Title order={2} id="portkod">
        {words.code.title}
      </Title>
      <Text>{words.code.text}</Text>
      {change.isSuccess && (
        <Alert variant="outline" role="status">
          <Sign kind="holds" /> {change.variables === null ? words.code.removed : words.code.saved}
        </Alert>
      )}
      {change.isError && (
        <Alert color="red" variant="outline" role="alert">
          <Sign kind="breaks" /> <ProblemLine error={change.error} />
        </Alert>
      )}
      <form onSubmit={save} noValidate>
        <Group align="end" gap="sm">
          <TextInput
            label={words.code.field}
            value={code}
            maxLength={40}
            autoComplete="off"
            error={isMissing ? words.code.missing : undefined}
            onChange={({ currentTarget }) => setCode(currentTarget.value)}
          />
          <Button type="submit" loading={change.isPending}>
            {words.code.save}
          </Button>
          <Button variant="default" disabled={change.isPending} onClick={() => change.mutate(null)}>
            {words.code.remove}
          </Button>
        </Group>
      </form>
      <Anchor component={Link} to={`/register/dorrtaggar?${tag}`} underline="always">
        {words.printOne}
      </Anchor>
    </Stack>
  );
}
