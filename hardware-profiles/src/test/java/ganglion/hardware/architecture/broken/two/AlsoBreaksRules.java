package ganglion.hardware.architecture.broken.two;

import ganglion.hardware.architecture.broken.one.BreaksRules;

/** Closes a cycle between two packages. */
public final class AlsoBreaksRules {

    private AlsoBreaksRules() {}

    static int back() {
        return BreaksRules.mutable;
    }
}
