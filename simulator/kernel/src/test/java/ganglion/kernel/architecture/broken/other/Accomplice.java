package ganglion.kernel.architecture.broken.other;

import ganglion.kernel.architecture.broken.one.Offender;

/** Closes a cycle of packages. */
public final class Accomplice {

    public Offender back() {
        return new Offender();
    }
}
