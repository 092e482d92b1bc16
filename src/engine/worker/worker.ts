import { answerRequests } from './answerRequests';

const receive = answerRequests((message) => self.postMessage(message));

self.onmessage = ({ data }: MessageEvent<Parameters<typeof receive>[0]>) => receive(data);
