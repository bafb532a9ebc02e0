package ganglion.scenario.explore.result;

import ganglion.documents.key.WordType;
import ganglion.documents.table.CsvCell;
import ganglion.scenario.explore.DeviceOutcome;
import ganglion.scenario.explore.RungFigures;
import ganglion.scenario.explore.Search;
import ganglion.scenario.explore.SearchObjective;
import ganglion.scenario.explore.TrialRecord;
import ganglion.scenario.explore.space.SearchDimension;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** All trials as a table: a row for each stage of each trial on each device. Cells of what is unknown are empty. */
public final class TrialsCsv {

    /** How the table begins. */
    public static final String SIGN = "trial,bracket,origin,";

    private TrialsCsv() {}

    /** The table, with its header. */
    public static String of(Search search, List<TrialRecord> trials) {
        StringBuilder csv = new StringBuilder(SIGN);
        for (SearchDimension dimension : search.space().dimensions()) {
            csv.append(CsvCell.of(dimension.name())).append(',');
        }
        csv.append("epochs,profile,fits,samples,accuracy,joules,seconds,bytes,problems\n");
        for (TrialRecord trial : trials) {
            trial.unfit().forEach(device -> csv.append(row(search, trial, 0, device)));
            for (RungFigures rung : trial.rungs()) {
                rung.devices().forEach(device -> csv.append(row(search, trial, rung.epochs(), device)));
            }
        }
        return csv.toString();
    }

    private static String row(Search search, TrialRecord trial, int epochs, DeviceOutcome device) {
        List<String> cells = new ArrayList<>();
        cells.add(Integer.toString(trial.number()));
        cells.add(Integer.toString(trial.bracket()));
        cells.add(WordType.wordOf(trial.origin()));
        for (SearchDimension dimension : search.space().dimensions()) {
            cells.add(CsvCell.of(trial.configuration().values().getOrDefault(dimension.name(), "")));
        }
        cells.add(Integer.toString(epochs));
        cells.add(CsvCell.of(device.profile()));
        cells.add(Boolean.toString(device.fits()));
        cells.add(device.fits() ? Integer.toString(device.samples()) : "");
        for (SearchObjective objective : SearchObjective.values()) {
            OptionalDouble value = device.fits() ? device.value(objective) : OptionalDouble.empty();
            cells.add(value.isPresent() ? text(objective, value.getAsDouble()) : "");
        }
        cells.add(CsvCell.of(String.join("; ", device.problems())));
        return String.join(",", cells) + "\n";
    }

    private static String text(SearchObjective objective, double value) {
        return objective == SearchObjective.MEMORY ? Long.toString((long) value) : Double.toString(value);
    }
}
