package ganglion.cli.print;

import com.fasterxml.jackson.databind.JsonNode;
import ganglion.documents.table.CsvCell;
import java.util.ArrayList;
import java.util.List;

/** The trials of a model as a CSV file: a line for each trial as a whole, and one for each class in it. */
public final class TrialTable {

    /** How the file begins. */
    public static final String SIGN = "gain_db,snr_db,fragment_s,class,";

    private static final String HEADER = SIGN + "samples,right,right_low,right_high,precision,f1\n";

    private TrialTable() {}

    /**
     * A CSV file with a header. Lines of a trial as a whole have no class; cells of what is unknown are empty.
     *
     * @param trials the documents of the trials
     */
    public static String csv(Iterable<JsonNode> trials) {
        StringBuilder csv = new StringBuilder(HEADER);
        for (JsonNode trial : trials) {
            if (trial.has("byClass")) {
                line(csv, trial, "", trial, "allClassesRight", "macroF1");
                trial.get("byClass")
                        .properties()
                        .forEach(each -> line(csv, trial, each.getKey(), each.getValue(), "recall", "f1"));
            } else {
                line(csv, trial, "", trial, "accuracy", "meanF1");
                trial.path("classes")
                        .forEach(each -> line(csv, trial, each.path("name").asText(), each, "recall", "f1"));
            }
        }
        return csv.toString();
    }

    private static void line(
            StringBuilder csv, JsonNode trial, String name, JsonNode figures, String right, String f1) {
        List<String> cells = new ArrayList<>(List.of(
                number(trial.path("gainDecibels")),
                number(trial.path("noiseRatioDecibels")),
                number(trial.path("fragmentSeconds")),
                CsvCell.of(name),
                number(figures.path("samples")),
                number(figures.path(right)),
                number(figures.path(right + "Interval").path(0)),
                number(figures.path(right + "Interval").path(1)),
                number(figures.path("precision")),
                number(figures.path(f1))));
        csv.append(String.join(",", cells)).append('\n');
    }

    private static String number(JsonNode value) {
        return value.isNumber() ? value.asText() : "";
    }
}
