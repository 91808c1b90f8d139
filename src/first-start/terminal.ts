import type { WriteStream } from 'node:tty';

/** Where the person at the terminal reads. */
export interface Terminal {
  readonly line: (text: string) => void;
  /** A line that the next one replaces where the terminal can do that; written to a file, only its changes. */
  readonly status: (text: string) => void;
}

export function terminalOf(stream: Pick<WriteStream, 'write' | 'isTTY'>): Terminal {
  let lastStatus = '';
  const clear = (): void => {
    if (stream.isTTY && lastStatus !== '') stream.write('\r\x1b[K');
    lastStatus = '';
  };
  return {
    line: (text) => {
      clear();
      stream.write(`${text}\n`);
    },
    status: (text) => {
      if (text === lastStatus) return;
      stream.write(stream.isTTY ? `\r\x1b[K${text}` : `${text}\n`);
      lastStatus = text;
    },
  };
}
