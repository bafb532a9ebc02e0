package ganglion.api.architecture.broken.two;

import ganglion.api.architecture.broken.one.BreaksApiRules;

/** Closes a cycle between two packages. */
public final class AlsoBreaksApiRules {

    private AlsoBreaksApiRules() {}

    static int back() {
        return BreaksApiRules.mutable;
    }
}
