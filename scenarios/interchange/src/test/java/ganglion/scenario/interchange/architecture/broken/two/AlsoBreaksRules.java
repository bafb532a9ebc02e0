package ganglion.scenario.interchange.architecture.broken.two;

import ganglion.scenario.interchange.architecture.broken.one.BreaksRules;

/** Closes a cycle between two packages. */
public final class AlsoBreaksRules {

    private AlsoBreaksRules() {}

    static int back() {
        return BreaksRules.mutable;
    }
}
