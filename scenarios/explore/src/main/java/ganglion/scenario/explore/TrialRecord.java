package ganglion.scenario.explore;

import com.fasterxml.jackson.annotation.JsonProperty;
import ganglion.scenario.explore.space.Configuration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One configuration that the search looked at.
 *
 * @param number from 0, in the order in which they were proposed; 0 is the experiment as it is
 * @param bracket the round of successive halving that it was proposed for, from 1; 0 for the experiment as it is
 * @param origin who proposed it
 * @param configuration what was chosen
 * @param unfit why none of the devices can compute it, by device; empty if one can
 * @param rungs what it did after each stage of its training, in their order; empty if it was not trained
 */
public record TrialRecord(
        int number,
        int bracket,
        Origin origin,
        Configuration configuration,
        List<DeviceOutcome> unfit,
        @JsonProperty("stages") List<RungFigures> rungs) {

    /** Takes copies of the lists. */
    public TrialRecord {
        unfit = List.copyOf(unfit);
        rungs = List.copyOf(rungs);
    }

    /** Who proposed a configuration. */
    public enum Origin {
        /** The experiment as it is. */
        @JsonProperty("as-it-is")
        AS_IT_IS,
        /** Chance. */
        @JsonProperty("random")
        RANDOM,
        /** The model of what was good so far. */
        @JsonProperty("model")
        MODEL
    }

    /** The same with one more stage of training. */
    public TrialRecord with(RungFigures rung) {
        List<RungFigures> more = new ArrayList<>(rungs);
        more.add(rung);
        return new TrialRecord(number, bracket, origin, configuration, unfit, more);
    }

    /** What it did after the longest training so far. */
    public Optional<RungFigures> last() {
        return rungs.isEmpty() ? Optional.empty() : Optional.of(rungs.get(rungs.size() - 1));
    }

    /** Epochs of the longest training so far; 0 if it was not trained. */
    @JsonProperty
    public int epochs() {
        return last().map(RungFigures::epochs).orElse(0);
    }

    /** What it did after a number of epochs; empty if no stage of its training ended there. */
    public Optional<RungFigures> at(int epochs) {
        return rungs.stream().filter(rung -> rung.epochs() == epochs).findFirst();
    }
}
