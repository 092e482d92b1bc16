import * as matrices from '../matrix';
import { provideMatrixFunctions } from '../matrixFunctions';

/* Before every test: what the page loads when a rule needs it. */

provideMatrixFunctions(matrices);
