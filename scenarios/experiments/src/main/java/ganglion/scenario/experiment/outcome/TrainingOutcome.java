package ganglion.scenario.experiment.outcome;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.learning.file.ModelFiles.SavedModel;
import ganglion.scenario.experiment.Experiment;
import java.util.List;
import java.util.Optional;

/**
 * The outcome of a training, whatever its task.
 *
 * @param experiment the experiment that ran
 * @param model the best model, if the task has one
 * @param result the machine-readable result: a section of result.json per key
 * @param charts curves for the report
 * @param tables tables for the report and the terminal
 * @param summary the human-readable result in a few lines
 * @param warnings problems that did not stop the training
 * @param complete false if the user stopped the training early
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
     * @param title heading of the chart
     * @param across name of the axis that all curves share, with its unit
     * @param unit of the values; empty if they have none
     * @param curves at least one
     * @param markers places across that matter
     */
    public record Chart(String title, String across, String unit, List<Curve> curves, List<Marker> markers) {

        /** Takes copies of the lists. */
        public Chart {
            curves = List.copyOf(curves);
            markers = List.copyOf(markers);
        }

        /** A chart without markers. */
        public Chart(String title, String across, String unit, List<Curve> curves) {
            this(title, across, unit, curves, List.of());
        }

        /** The same with a marker. */
        public Chart marked(double x, String name) {
            return new Chart(title, across, unit, curves, List.of(new Marker(x, name)));
        }
    }

    /**
     * A place on the shared axis that matters.
     *
     * @param x position
     * @param name what is there, human-readable
     */
    public record Marker(double x, String name) {}

    /**
     * A curve.
     *
     * @param name label of the curve
     * @param x positions on the shared axis, ascending; not copied
     * @param y a value per position; NaN where there is none
     */
    public record Curve(String name, double[] x, double[] y) {}

    /**
     * A table.
     *
     * @param title heading of the table
     * @param header titles of the columns
     * @param rows cells per row; the first is the name of the row
     * @param confusion whether cells are numbers of samples, by class and decision, so that they can be drawn
     */
    public record Table(String title, List<String> header, List<List<String>> rows, boolean confusion) {

        /** A table that is not one of decisions by class. */
        public Table(String title, List<String> header, List<List<String>> rows) {
            this(title, header, rows, false);
        }

        /** Takes copies of the lists. */
        public Table {
            header = List.copyOf(header);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }
}
