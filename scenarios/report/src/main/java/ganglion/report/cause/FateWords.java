package ganglion.report.cause;

import ganglion.scenario.cause.SpikeFate;

/** What has become of a spike in another run, in words. */
public final class FateWords {

    private FateWords() {}

    /** As what follows a colon: "the spike is gone". */
    public static String of(AskedRun run, SpikeFate fate) {
        if (fate.fires()) {
            return "the spike is still there";
        }
        if (fate.movedTo().isPresent()) {
            return "the spike has moved to " + run.time(fate.movedTo().getAsLong());
        }
        return "the spike is gone"
                + (fate.next().isPresent()
                        ? "; the neuron next fires at " + run.time(fate.next().getAsLong())
                        : "; the neuron does not fire later, up to "
                                + run.time(run.replay().ticks()));
    }
}
