package ganglion.live.architecture.broken.two;

import ganglion.live.architecture.broken.one.BreaksLiveRules;

/** Closes a cycle between two packages. */
public final class AlsoBreaksLiveRules {

    private AlsoBreaksLiveRules() {}

    static int back() {
        return BreaksLiveRules.mutable;
    }
}
