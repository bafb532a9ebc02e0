package ganglion.report.cost;

import ganglion.documents.output.FilePublisher;
import ganglion.documents.table.CsvCell;
import ganglion.hardware.chip.NumberFormat;
import ganglion.hardware.estimate.Boundary;
import ganglion.hardware.estimate.BoundaryEnergy;
import ganglion.hardware.estimate.DecisionEstimate;
import ganglion.hardware.estimate.Part;
import ganglion.hardware.figure.Interval;
import ganglion.hardware.figure.Reliability;
import ganglion.report.result.CostedRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a decision takes, for spreadsheets and scripts: one row for each device, computation and boundary, with the parts of its
 * energy. What is unknown is empty, and the last column names the missing figures.
 */
public final class EstimateCsv {

    /** How such a table begins. */
    public static final String SIGN = "device,computation,format,boundary,";

    private static final String HEADER = SIGN + "possible,in_time,period_s,work_s,energy_J,"
            + "energy_low_J,energy_high_J,network_J,front_end_J,input_output_J,static_J,energy_per_day_J,battery_days,grade,"
            + "held_out,interval_factor,missing";

    private EstimateCsv() {}

    /**
     * Writes the file; one of that name is replaced.
     *
     * @throws IOException saying in one line why nothing was written
     */
    public static void write(CostedRun run, Path file) throws IOException {
        byte[] text = text(run).getBytes(StandardCharsets.UTF_8);
        FilePublisher.publish(file, out -> out.write(text));
    }

    static String text(CostedRun run) {
        StringBuilder csv = new StringBuilder(HEADER).append('\n');
        for (DecisionEstimate estimate : run.comparison().estimates()) {
            for (Boundary boundary : Boundary.values()) {
                csv.append(String.join(",", cells(run, estimate, boundary))).append('\n');
            }
        }
        return csv.toString();
    }

    private static List<String> cells(CostedRun run, DecisionEstimate estimate, Boundary boundary) {
        BoundaryEnergy energy = estimate.energy(boundary);
        Reliability reliability = estimate.reliability(boundary);
        Optional<Interval> interval =
                energy.joules().isPresent() ? reliability.around(energy.joules().getAsDouble()) : Optional.empty();
        OptionalDouble perDay =
                boundary == Boundary.MARGINAL ? OptionalDouble.empty() : estimate.joulesPerDay(boundary);
        List<String> cells = new ArrayList<>(List.of(
                CsvCell.of(estimate.profile().name()),
                estimate.computation().word(),
                estimate.format().map(NumberFormat::word).orElse(""),
                boundary.word(),
                String.valueOf(estimate.possible()),
                estimate.inTime().map(String::valueOf).orElse(""),
                String.valueOf(estimate.periodSeconds()),
                number(estimate.workSeconds()),
                number(energy.joules()),
                interval.map(range -> String.valueOf(range.low())).orElse(""),
                interval.map(range -> String.valueOf(range.high())).orElse("")));
        for (Part part : Part.values()) {
            cells.add(number(energy.parts().get(part).joules()));
        }
        cells.add(number(perDay));
        cells.add(run.battery().map(battery -> number(battery.days(perDay))).orElse(""));
        cells.add(reliability.grade().name());
        cells.add(String.valueOf(reliability.heldOut()));
        cells.add(number(reliability.factor()));
        cells.add(CsvCell.of(String.join("; ", energy.missing())));
        return cells;
    }

    private static String number(OptionalDouble value) {
        return value.isPresent() ? String.valueOf(value.getAsDouble()) : "";
    }
}
