import type { EngineStatus } from '../gpu/types';
import type { WorkerTrouble } from './workerDeath';
import type { AnswerOf, BodyOf, ScreenRequestKind, ScriptRequestKind } from './requests';

/** The page's side of the worker. The kinds of request stand in requests.ts. */
export interface WorkerClient {
  /**
   * Asks for something that the screen shows. Of each kind one request is in progress and only the newest waits; a
   * superseded one never calls back. Failures arrive through `onError`.
   * @param receive called with the answer, once or, where it comes in parts, as it grows; and with the id of the request
   */
  ask<K extends ScreenRequestKind>(kind: K, body: BodyOf<K>, receive: (answer: AnswerOf<K>, id: number) => void): void;
  /** Whether a request of a kind is in progress or waiting. */
  isAsked(kind: ScreenRequestKind): boolean;
  /** Gives up the request of a kind, in progress or waiting. */
  cancel(kind: ScreenRequestKind): void;
  /** Asks for a script: never superseded. Rejects with a sentence for the user. */
  askForScript<K extends ScriptRequestKind>(kind: K, body: BodyOf<K>): Promise<AnswerOf<K>>;
  onStatus(listener: (status: EngineStatus) => void): () => void;
  /** @param listener called with a sentence for the user */
  onError(listener: (message: string) => void): () => void;
  /** Tries to compute again after that was given up; does nothing while a worker is at work. */
  restart(): void;
  /** Ends the worker, unless an answer is due, so that its memory and its graphics context are free. The next request starts another. */
  release(): void;
  onTrouble(listener: (trouble: WorkerTrouble) => void): () => void;
}
