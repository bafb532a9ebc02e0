package ganglion.scenario.experiment.robustness;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.quantity.WilsonInterval;
import ganglion.learning.train.DataSet;
import ganglion.learning.train.NaiveBaseline;
import ganglion.scenario.experiment.outcome.IntervalJson;
import java.util.Locale;
import java.util.Optional;

/**
 * The accuracy of the naive baseline on a set of samples.
 *
 * @param samples number of samples, at least 1
 * @param correct right decisions
 */
public record BaselineFigures(int samples, int correct) {

    private static final String KEY = "baseline";

    /** Those of a baseline; none without samples. */
    public static Optional<BaselineFigures> of(NaiveBaseline baseline, DataSet set) {
        return set.size() == 0
                ? Optional.empty()
                : Optional.of(new BaselineFigures(
                        set.size(), baseline.evaluate(set).confusion().correct()));
    }

    /** Share of right decisions. */
    public double accuracy() {
        return (double) correct / samples;
    }

    /** Puts it into the section of the evaluation of the network on the same samples. */
    public void putInto(ObjectNode section) {
        ObjectNode own = section.putObject(KEY)
                .put("is", NaiveBaseline.DESCRIPTION)
                .put("correct", correct)
                .put("accuracy", accuracy());
        IntervalJson.put(own, "accuracyInterval", accuracy(), samples);
    }

    /** One human-readable line, which says if a network of some accuracy is no better. */
    public String line(String set, double networkAccuracy) {
        return set + ": naive baseline (" + NaiveBaseline.DESCRIPTION + ") "
                + String.format(
                        Locale.ROOT,
                        "%.1f %% %s",
                        100 * accuracy(),
                        WilsonInterval.of(accuracy(), samples).percent())
                + (networkAccuracy > accuracy() ? "" : "; the network is not better");
    }
}
