package ganglion.scenario.experiment.run;

import ganglion.documents.quantity.WilsonInterval;
import ganglion.learning.train.ConfusionMatrix;
import ganglion.learning.train.Evaluator.Evaluation;
import ganglion.scenario.experiment.outcome.TrainingOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** The evaluation of a model on a data set, human-readable. */
public final class EvaluationText {

    private EvaluationText() {}

    /** One line, with the 95 % interval of the accuracy; without the loss, where there is none. */
    public static String line(String set, Evaluation evaluation) {
        String line = set + ": " + line(evaluation.confusion());
        return Double.isNaN(evaluation.loss())
                ? line
                : line + String.format(Locale.ROOT, ", loss %.4f", evaluation.loss());
    }

    /** The figures of all classes together, with the 95 % interval of the accuracy. */
    public static String line(ConfusionMatrix confusion) {
        return String.format(
                Locale.ROOT,
                "%d samples, accuracy %.2f %% %s, largest class alone %.2f %%, balanced %.2f %%, mean F1 %.3f",
                confusion.total(),
                100 * confusion.accuracy(),
                WilsonInterval.of(confusion.accuracy(), confusion.total()).percent(),
                100 * confusion.majorityShare(),
                100 * confusion.balancedAccuracy(),
                confusion.meanF1());
    }

    /** Tables with the figures per class, and the confusion matrix. */
    public static List<TrainingOutcome.Table> tables(String set, Evaluation evaluation, List<String> classes) {
        return List.of(figures(set, evaluation, classes), matrix(set, evaluation.confusion(), classes));
    }

    private static TrainingOutcome.Table figures(String set, Evaluation evaluation, List<String> classes) {
        ConfusionMatrix confusion = evaluation.confusion();
        List<List<String>> rows = new ArrayList<>();
        for (int c = 0; c < classes.size(); c++) {
            int label = c;
            int samples = IntStream.range(0, classes.size())
                    .map(decision -> confusion.count(label, decision))
                    .sum();
            rows.add(List.of(
                    classes.get(c),
                    Integer.toString(samples),
                    percent(confusion.precision(c)),
                    percent(confusion.recall(c)),
                    WilsonInterval.of(confusion.recall(c), samples).percent(),
                    String.format(Locale.ROOT, "%.3f", confusion.f1(c)),
                    Double.isNaN(evaluation.areasUnderCurve()[c])
                            ? "-"
                            : String.format(Locale.ROOT, "%.3f", evaluation.areasUnderCurve()[c])));
        }
        return new TrainingOutcome.Table(
                "Figures per class, " + set,
                List.of("class", "samples", "precision", "recall", "95 %", "F1", "area under curve"),
                rows);
    }

    private static TrainingOutcome.Table matrix(String set, ConfusionMatrix confusion, List<String> classes) {
        List<String> header = new ArrayList<>(List.of("class, and decisions"));
        header.addAll(classes);
        List<List<String>> rows = new ArrayList<>();
        for (int c = 0; c < classes.size(); c++) {
            List<String> row = new ArrayList<>(List.of(classes.get(c)));
            for (int decision = 0; decision < classes.size(); decision++) {
                row.add(Integer.toString(confusion.count(c, decision)));
            }
            rows.add(row);
        }
        return new TrainingOutcome.Table("Confusion matrix, " + set, header, rows, true);
    }

    /** A share in percent. */
    public static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
