package ganglion.scenario.experiment.outcome;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.learning.file.SavedModel;
import ganglion.scenario.experiment.Experiment;
import java.util.List;
import java.util.Optional;

/**
 * What a training came to, of whatever task.
 *
 * @param experiment what was carried out
 * @param model the best model, if the task has one
 * @param result what a script needs: a section of result.json for each key
 * @param charts curves for the report
 * @param tables tables for the report and the terminal
 * @param summary what came out in a few lines
 * @param warnings what looks wrong
 * @param complete whether training was not stopped early by its user
 */
public record TrainingOutcome(
        Experiment experiment,
        Optional<SavedModel> model,
        ObjectNode result,
        List<Chart> charts,
        List<Table> tables,
        List<String> summary,
        List<String> warnings,
        boolean complete) {

    /** Takes copies of the lists. */
    public TrainingOutcome {
        charts = List.copyOf(charts);
        tables = List.copyOf(tables);
        summary = List.copyOf(summary);
        warnings = List.copyOf(warnings);
    }

    /**
     * Curves over one axis.
     *
     * @param title what is drawn
     * @param across name of the axis that all curves share, with its unit
     * @param unit of the values; empty if they have none
     * @param curves at least one
     */
    public record Chart(String title, String across, String unit, List<Curve> curves) {

        /** Takes a copy of the list. */
        public Chart {
            curves = List.copyOf(curves);
        }
    }

    /**
     * A curve.
     *
     * @param name what it is the curve of
     * @param x places along the shared axis, ascending; not copied
     * @param y a value for each; not a number where there is none
     */
    public record Curve(String name, double[] x, double[] y) {}

    /**
     * A table.
     *
     * @param title what it shows
     * @param header titles of the columns
     * @param rows cells of each row, the first its name
     */
    public record Table(String title, List<String> header, List<List<String>> rows) {

        /** Takes copies of the lists. */
        public Table {
            header = List.copyOf(header);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }
}
