package ganglion.scenario.explore.architecture.broken.two;

import ganglion.scenario.explore.architecture.broken.one.BreaksRules;

/** Closes a cycle between two packages. */
public final class AlsoBreaksRules {

    private AlsoBreaksRules() {}

    static int back() {
        return BreaksRules.mutable;
    }
}
