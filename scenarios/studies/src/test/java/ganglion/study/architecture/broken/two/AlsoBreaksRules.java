package ganglion.study.architecture.broken.two;

import ganglion.study.architecture.broken.one.BreaksRules;

/** Closes a cycle between two packages. */
public final class AlsoBreaksRules {

    private AlsoBreaksRules() {}

    static int back() {
        return BreaksRules.mutable;
    }
}
