package ganglion.scenario.explore;

import com.fasterxml.jackson.annotation.JsonValue;
import ganglion.documents.key.WordType;

/** What a search wants of a network on a device. */
public enum SearchObjective {
    /** Share of right decisions on samples that it has not learned from. */
    ACCURACY("share of right decisions on samples of the validation set", "", false),
    /** Energy of a decision. */
    ENERGY("energy of a decision", "J", true),
    /** Time that the device works on a decision. */
    LATENCY("time that the device works on a decision", "s", true),
    /** Bytes of weights and parameters. */
    MEMORY("bytes of all weights and of the parameters of neurons", "B", true);

    private final String meaning;
    private final String unit;
    private final boolean less;

    SearchObjective(String meaning, String unit, boolean less) {
        this.meaning = meaning;
        this.unit = unit;
        this.less = less;
    }

    /** The word used in documents. */
    @JsonValue
    public String word() {
        return WordType.wordOf(this);
    }

    /** What it is, in half a sentence. */
    public String meaning() {
        return meaning;
    }

    /** Unit of its values; empty if they have none. */
    public String unit() {
        return unit;
    }

    /** Whether less is better. */
    public boolean isLessBetter() {
        return less;
    }

    /**
     * A value as something to be made small: that of the accuracy is the share of wrong decisions; the others are logarithms, so that equal
     * factors are equal distances.
     */
    public double loss(double value) {
        return less ? Math.log(Math.max(value, Double.MIN_NORMAL)) : 1 - value;
    }
}
