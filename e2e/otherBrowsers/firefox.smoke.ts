import { launchFirefox } from './firefox';
import { smokeTests } from './smoke';

smokeTests('Firefox', launchFirefox);
