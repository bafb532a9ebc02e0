package ganglion.scenario.experiment.run;

import ganglion.documents.quantity.WilsonInterval;
import ganglion.learning.train.ConfusionMatrix;
import ganglion.learning.train.Evaluation;
import ganglion.scenario.experiment.outcome.TrainingOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The evaluation of a model on a data set, human-readable. */
public final class EvaluationText {

    private EvaluationText() {}

    /** One line, with the 95 % interval of the accuracy; without the loss, where there is none. */
    public static String line(String set, Evaluation evaluation) {
        ConfusionMatrix confusion = evaluation.confusion();
        String line = String.format(
                Locale.ROOT,
                "%s: %d samples, accuracy %.2f %% %s, largest class alone %.2f %%, balanced %.2f %%, mean F1 %.3f",
                set,
                confusion.total(),
                100 * confusion.accuracy(),
                WilsonInterval.of(confusion.accuracy(), confusion.total()).percent(),
                100 * confusion.majorityShare(),
                100 * confusion.balancedAccuracy(),
                confusion.meanF1());
        return Double.isNaN(evaluation.loss())
                ? line
                : line + String.format(Locale.ROOT, ", loss %.4f", evaluation.loss());
    }

    /** Tables with the figures per class, and the confusion matrix. */
    public static List<TrainingOutcome.Table> tables(String set, Evaluation evaluation, List<String> classes) {
        ConfusionMatrix confusion = evaluation.confusion();
        List<List<String>> figures = new ArrayList<>();
        List<List<String>> counts = new ArrayList<>();
        for (int c = 0; c < classes.size(); c++) {
            List<String> row = new ArrayList<>(List.of(classes.get(c)));
            int samples = 0;
            for (int decision = 0; decision < classes.size(); decision++) {
                row.add(Integer.toString(confusion.count(c, decision)));
                samples += confusion.count(c, decision);
            }
            counts.add(row);
            double area = evaluation.areasUnderCurve()[c];
            figures.add(List.of(
                    classes.get(c),
                    Integer.toString(samples),
                    ClassificationResult.percent(confusion.precision(c)),
                    ClassificationResult.percent(confusion.recall(c)),
                    WilsonInterval.of(confusion.recall(c), samples).percent(),
                    String.format(Locale.ROOT, "%.3f", confusion.f1(c)),
                    Double.isNaN(area) ? "-" : String.format(Locale.ROOT, "%.3f", area)));
        }
        List<String> decided = new ArrayList<>(List.of("class, and decisions"));
        decided.addAll(classes);
        return List.of(
                new TrainingOutcome.Table(
                        "Figures per class, " + set,
                        List.of("class", "samples", "precision", "recall", "95 %", "F1", "area under curve"),
                        figures),
                new TrainingOutcome.Table("Confusion matrix, " + set, decided, counts, true));
    }
}
