import { launchWebKit } from './webkit';
import { smokeTests } from './smoke';

smokeTests('WebKit', launchWebKit);
