// Starts the page. Tests and benchmarks read window.ganglionLive.

import { Session } from './session.js';
import { startControls } from './controls.js';
import { startKeys } from './keys.js';
import { startPointer } from './pointer.js';

// The token has become a cookie; in the address it would be seen by whoever looks at the screen.
if (location.search) history.replaceState(null, '', location.pathname + location.hash);

startTheme();
const session = new Session();
startControls(session);
startKeys(session);
startPointer(session, session.timeline);

const live = { session, frames: 0, firstPictureMilliseconds: null };
window.ganglionLive = live;

function frame(now) {
  session.frame(now);
  if (session.pictures > 0) {
    live.frames++;
    live.firstPictureMilliseconds ??= performance.now();
  }
  requestAnimationFrame(frame);
}
requestAnimationFrame(frame);
