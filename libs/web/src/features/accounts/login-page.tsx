import { Alert, Button, Center, Paper, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { Navigate, useLocation, useNavigate } from 'react-router';
import { PreferenceMenu } from '../../app/preference-menu.js';
import { usePageTitle } from '../../components/page-title.js';
import { Sign } from '../../components/sign.js';
import { ApiProblem } from '../../lib/api-client.js';
import { problemText } from '../../lib/problem-text.js';
import { useWording } from '../../text/texts.js';
import { useLogIn, useMe } from './api.js';

/** Where the person was going when the session had ended. */
interface CameFrom {
  readonly from?: string;
}

export function LoginPage() {
  const { texts } = useWording();
  const navigate = useNavigate();
  usePageTitle(texts.login.title);
  const cameFrom = (useLocation().state ?? {}) as CameFrom;
  const me = useMe();
  const logIn = useLogIn();
  const [isIncomplete, setIsIncomplete] = useState(false);

  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const [username, password] = [textOf(form, 'username').trim().toLowerCase(), textOf(form, 'password')];
    setIsIncomplete(username === '' || password === '');
    if (username === '' || password === '') return;
    logIn.mutate({ username, password }, { onSuccess: () => void navigate(cameFrom.from ?? '/', { replace: true }) });
  };

  if (me.isSuccess && !logIn.isPending) return <Navigate to={cameFrom.from ?? '/'} replace />;
  const failure = isIncomplete ? texts.login.missing : logIn.isError ? loginFailure(logIn.error, texts) : null;
  return (
    <Center component="main" mih="100dvh" p="lg">
      <Paper withBorder p="xl" w="100%" maw={400}>
        <form onSubmit={submit} noValidate>
          <Stack gap="lg">
            <Stack gap="xs">
              <Text c="var(--rr-text-quiet)">{texts.product}</Text>
              <Title order={1}>{texts.login.title}</Title>
            </Stack>
            {failure !== null && (
              <Alert color="red" variant="outline" role="alert">
                <Sign kind="breaks" /> {failure}
              </Alert>
            )}
            <TextInput
              name="username"
              label={texts.login.username}
              autoComplete="username"
              autoCapitalize="none"
              size="md"
              autoFocus
            />
            <PasswordInput name="password" label={texts.login.password} autoComplete="current-password" size="md" />
            <Button type="submit" size="md" loading={logIn.isPending}>
              {texts.login.submit}
            </Button>
            <PreferenceMenu />
          </Stack>
        </form>
      </Paper>
    </Center>
  );
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}

const loginFailure = (error: unknown, texts: ReturnType<typeof useWording>['texts']): string =>
  error instanceof ApiProblem && error.status === 422 ? texts.login.missing : problemText(error, texts);
