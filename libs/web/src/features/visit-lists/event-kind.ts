import type { RegisteredEvent } from '@hemtjanst/contracts';

export type EventKind = RegisteredEvent['kind'];
