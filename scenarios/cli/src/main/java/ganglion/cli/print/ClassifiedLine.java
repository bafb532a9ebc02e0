package ganglion.cli.print;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.cli.print.TextTable.Side;
import ganglion.documents.quantity.Dimension;
import ganglion.documents.quantity.QuantityFormat;
import ganglion.documents.table.CsvCell;
import ganglion.hardware.estimate.Boundary;
import ganglion.hardware.estimate.DecisionEstimate;
import ganglion.scenario.cost.DeviceEstimates;
import ganglion.scenario.model.HardwareSpec;
import ganglion.scenario.run.ClassifiedSound;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a network says of one sound, as a row of a table, a line of a CSV file, or a JSON object.
 *
 * @param sound the file
 * @param classified empty if it could not be heard
 * @param refusal why, in one line; empty if it could
 */
public record ClassifiedLine(Path sound, Optional<ClassifiedSound> classified, String refusal) {

    private static final String NONE = "-";

    /** A sound that was classified. */
    public static ClassifiedLine of(Path sound, ClassifiedSound classified) {
        return new ClassifiedLine(sound, Optional.of(classified), "");
    }

    /** A sound that could not be heard. */
    public static ClassifiedLine refused(Path sound, String refusal) {
        return new ClassifiedLine(sound, Optional.empty(), refusal);
    }

    /** Prints a table for a terminal. */
    public static void print(PrintStream out, List<ClassifiedLine> lines, List<HardwareSpec> devices) {
        List<String> header = new ArrayList<>(List.of("sound", "class", "confidence", "first spike after"));
        devices.forEach(device -> header.add("active on " + device.profile().name()));
        List<Side> sides = new ArrayList<>(Collections.nCopies(header.size(), Side.RIGHT));
        sides.set(0, Side.LEFT);
        sides.set(1, Side.LEFT);
        TextTable table = new TextTable(sides.toArray(Side[]::new)).row(header.toArray(String[]::new));
        lines.forEach(line -> table.row(line.cells(devices).toArray(String[]::new)));
        table.print(out, "");
    }

    private List<String> cells(List<HardwareSpec> devices) {
        List<String> cells = new ArrayList<>(List.of(sound.toString()));
        cells.add(classified
                .map(ClassifiedSound::decided)
                .map(name -> name.isEmpty() ? NONE : name)
                .orElse("not heard"));
        cells.add(text(classified.map(ClassifiedSound::confidence), Dimension.COUNT));
        cells.add(text(classified.map(ClassifiedSound::firstSpikeSeconds), Dimension.TIME));
        devices.forEach(device -> cells.add(text(joules(device, Boundary.ACTIVE), Dimension.ENERGY)));
        return cells;
    }

    private static String text(Optional<OptionalDouble> value, Dimension dimension) {
        return value.filter(OptionalDouble::isPresent)
                .map(number -> QuantityFormat.format(number.getAsDouble(), dimension))
                .orElse(NONE);
    }

    private Optional<OptionalDouble> joules(HardwareSpec device, Boundary boundary) {
        return classified.map(heard -> estimate(heard, device).energy(boundary).joules());
    }

    private static DecisionEstimate estimate(ClassifiedSound heard, HardwareSpec device) {
        return DeviceEstimates.select(heard.devices(), device.profile(), Optional.empty());
    }

    /** A CSV file with a header; cells of what is unknown are empty. */
    public static String csv(List<ClassifiedLine> lines, List<HardwareSpec> devices) {
        StringBuilder csv = new StringBuilder("sound,class,confidence,sound_s,first_spike_s");
        for (HardwareSpec device : devices) {
            for (Boundary boundary : Boundary.values()) {
                csv.append(',').append(CsvCell.of(device.profile().name() + " " + boundary.label() + " J"));
            }
        }
        csv.append(",refusal\n");
        lines.forEach(line -> csv.append(line.csvLine(devices)).append('\n'));
        return csv.toString();
    }

    private String csvLine(List<HardwareSpec> devices) {
        List<String> cells = new ArrayList<>(List.of(CsvCell.of(sound.toString())));
        cells.add(CsvCell.of(classified.map(ClassifiedSound::decided).orElse("")));
        cells.add(number(classified.map(ClassifiedSound::confidence)));
        cells.add(number(classified.map(heard -> OptionalDouble.of(heard.soundSeconds()))));
        cells.add(number(classified.map(ClassifiedSound::firstSpikeSeconds)));
        for (HardwareSpec device : devices) {
            for (Boundary boundary : Boundary.values()) {
                cells.add(number(joules(device, boundary)));
            }
        }
        cells.add(CsvCell.of(refusal));
        return String.join(",", cells);
    }

    private static String number(Optional<OptionalDouble> value) {
        return value.filter(OptionalDouble::isPresent)
                .map(number -> Double.toString(number.getAsDouble()))
                .orElse("");
    }

    /** The JSON object; what is unknown is left out. */
    public ObjectNode document() {
        ObjectNode document = JsonOutput.object();
        document.put("sound", sound.toString());
        if (classified.isEmpty()) {
            return document.put("refusal", refusal);
        }
        ClassifiedSound heard = classified.get();
        if (!heard.decided().isEmpty()) {
            document.put("class", heard.decided());
        }
        heard.confidence().ifPresent(confidence -> document.put("confidence", confidence));
        document.put("soundSeconds", heard.soundSeconds());
        heard.firstSpikeSeconds().ifPresent(seconds -> document.put("firstSpikeSeconds", seconds));
        ObjectNode scores = document.putObject("scores");
        heard.scores().forEach(scores::put);
        ArrayNode devices = document.putArray("devices");
        for (DecisionEstimate estimate : heard.devices()) {
            ObjectNode device = devices.addObject()
                    .put("profile", estimate.profile().name())
                    .put("computes", DeviceTable.computes(estimate));
            ObjectNode energies = device.putObject("joules");
            for (Boundary boundary : Boundary.values()) {
                estimate.energy(boundary).joules().ifPresent(joules -> energies.put(boundary.word(), joules));
            }
            estimate.reliability().factor().ifPresent(factor -> device.put("uncertaintyFactor", factor));
        }
        return document;
    }
}
