import { expect, test } from '../fixtures';
import { openPage } from '../support/api';
import { useFixedFonts } from './fonts';
import { scenes } from './scenes';
import { drawPanelAnew, listenToWorker, untilSettled } from './settled';

for (const { name, link, window, theme = 'light', part, prepare } of scenes) {
  const { isPhone = false, ...viewport } = window;

  test.describe(() => {
    test.use({ viewport, isMobile: isPhone, hasTouch: isPhone, colorScheme: theme });

    test(name, async ({ page }) => {
      await useFixedFonts(page);
      await listenToWorker(page);
      await openPage(page, link);
      await untilSettled(page);
      if (prepare) {
        await prepare(page);
        await untilSettled(page);
      }
      await drawPanelAnew(page);
      await untilSettled(page);
      const file = `${name}.png`;
      if (part) await expect(part(page)).toHaveScreenshot(file);
      else await expect(page).toHaveScreenshot(file);
    });
  });
}
