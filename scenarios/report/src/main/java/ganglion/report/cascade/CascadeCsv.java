package ganglion.report.cascade;

import ganglion.documents.table.CsvCell;
import ganglion.hardware.cascade.CascadeEnergy;
import ganglion.hardware.figure.Interval;
import ganglion.report.cascade.CascadeResult.Pair;
import java.util.List;
import java.util.Optional;

/** A cascade for spreadsheets: one row for each pair of devices and rate of the event. What is unknown is empty. */
final class CascadeCsv {

    private static final String HEADER =
            "small_device,small_computes,large_device,large_computes,grade,events_per_hour,wakes_per_hour,energy_J_per_hour,"
                    + "energy_low_J_per_hour,energy_high_J_per_hour,large_alone_J_per_hour,times_less,times_less_low,times_less_high\n";

    private CascadeCsv() {}

    static String text(CascadeResult result) {
        StringBuilder csv = new StringBuilder(HEADER);
        for (Pair pair : result.pairs()) {
            for (double events : result.eventsPerHour()) {
                csv.append(String.join(",", cells(pair, events))).append('\n');
            }
        }
        return csv.toString();
    }

    private static List<String> cells(Pair pair, double events) {
        CascadeEnergy energy = pair.energy();
        Optional<Interval> joules = energy.interval(events);
        Optional<Interval> saving = energy.savingInterval(events);
        return List.of(
                CsvCell.of(pair.small().power().device()),
                CsvCell.of(pair.small().computation()),
                CsvCell.of(pair.large().power().device()),
                CsvCell.of(pair.large().computation()),
                pair.grade().name(),
                String.valueOf(events),
                String.valueOf(energy.rates().wakesPerHour(events)),
                String.valueOf(energy.perHour(events)),
                low(joules),
                high(joules),
                String.valueOf(energy.largeAlonePerHour()),
                energy.perHour(events) == 0 ? "" : String.valueOf(energy.saving(events)),
                low(saving),
                high(saving));
    }

    private static String low(Optional<Interval> interval) {
        return interval.map(range -> String.valueOf(range.low())).orElse("");
    }

    private static String high(Optional<Interval> interval) {
        return interval.map(range -> String.valueOf(range.high())).orElse("");
    }
}
