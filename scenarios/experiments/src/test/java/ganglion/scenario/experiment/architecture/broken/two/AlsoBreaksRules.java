package ganglion.scenario.experiment.architecture.broken.two;

import ganglion.scenario.experiment.architecture.broken.one.BreaksRules;

/** Closes a cycle between two packages. */
public final class AlsoBreaksRules {

    private AlsoBreaksRules() {}

    static int back() {
        return BreaksRules.mutable;
    }
}
