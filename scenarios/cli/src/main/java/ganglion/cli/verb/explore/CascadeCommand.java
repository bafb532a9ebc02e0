package ganglion.cli.verb.explore;

import ganglion.cli.print.JsonOutput;
import ganglion.cli.terminal.Console;
import ganglion.cli.terminal.ExitCode;
import ganglion.documents.InputException;
import ganglion.documents.OutputException;
import ganglion.documents.Problem;
import ganglion.documents.quantity.Dimension;
import ganglion.documents.quantity.Quantity;
import ganglion.hardware.estimate.Boundary;
import ganglion.report.cascade.CascadeDocument;
import ganglion.report.cascade.CascadeFolder;
import ganglion.report.cascade.CascadeQuestion;
import ganglion.report.cascade.CascadeResult;
import ganglion.report.cascade.RecordedStage;
import ganglion.report.cascade.StageFolder;
import ganglion.report.files.ClaimedPlace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** {@code ganglion cascade}. */
@Command(
        name = "cascade",
        header = "Tells what a small network saves that is always on and wakes a large one.",
        description =
                "Takes two networks that were run on the same labelled clips, counts what they decide together clip by clip, and works"
                        + " out the energy of an hour by how often the event happens, for each pair of their devices, with the rate"
                        + " at which the large network alone takes the same.",
        footer = {
            "  ganglion cascade runs/small runs/large --event seven",
            "  ganglion cascade runs/small runs/large --event seven,eight --wake word --events-per-hour 1,60",
            "  ganglion cascade runs/small runs/large --event seven --boundary always-on --handover '5 uJ' --out cascade"
        })
public final class CascadeCommand implements Callable<Integer> {

    private static final String SEPARATOR = ",";

    private final Console console;

    @Parameters(
            index = "0",
            paramLabel = "SMALL",
            description = "Run directory of the network that is always on, or the"
                    + " folder of a sweep that ran one clip after the other.")
    private Path small;

    @Parameters(index = "1", paramLabel = "LARGE", description = "The same of the network that it wakes.")
    private Path large;

    @Option(
            names = "--event",
            paramLabel = "CLASS",
            required = true,
            split = SEPARATOR,
            description = "Classes of clips in which the event happens. It happens in no other clip.")
    private List<String> events;

    @Option(
            names = "--wake",
            paramLabel = "CLASS",
            split = SEPARATOR,
            description = "Winners of the small network that wake the large one. Default: those of --event.")
    private List<String> waking;

    @Option(
            names = "--events-per-hour",
            paramLabel = "RATE",
            split = SEPARATOR,
            description =
                    "How often the event happens in an hour. Default: 0.1, 1, 10 and so on, below the number of windows.")
    private List<Double> rates = List.of();

    @Option(
            names = "--boundary",
            paramLabel = "WORD",
            converter = Resting.class,
            description = "What devices do between decisions: active (they sleep if they can) or always-on (they idle)."
                    + " Default: active.")
    private Boundary boundary = Boundary.ACTIVE;

    @Option(
            names = "--handover",
            paramLabel = "ENERGY",
            converter = Energy.class,
            description = "Energy of one wake and of handing the clip over. Default: 0 J.")
    private double handover;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where cascade.json, cascade.csv and cascade.svg go. Default: nowhere.")
    private Path out;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    /** @param console to print on */
    public CascadeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InputException, OutputException {
        if (out == null) {
            print(read());
            return ExitCode.FINE.number();
        }
        try (ClaimedPlace place = ClaimedPlace.of(out, "cascade", false, Instant.now())) {
            CascadeFolder.check(place.path(), place.ifExists());
            CascadeResult result = read();
            Path folder;
            try {
                folder = CascadeFolder.write(result, place.path(), place.ifExists());
            } catch (IOException e) {
                throw new OutputException(place.path().toString(), e);
            }
            print(result);
            if (!json) {
                console.out().println("\n  plot: " + folder.resolve("cascade.svg"));
            }
        }
        return ExitCode.FINE.number();
    }

    private CascadeResult read() throws InputException {
        Set<String> ofEvents = words("--event", events);
        Set<String> ofWaking = waking == null ? ofEvents : words("--wake", waking);
        RecordedStage one = StageFolder.read(small, boundary);
        RecordedStage other = StageFolder.read(large, boundary);
        return CascadeResult.of(new CascadeQuestion(boundary, ofEvents, ofWaking, rates, handover), one, other);
    }

    private static Set<String> words(String option, List<String> words) throws InputException {
        Set<String> all = new LinkedHashSet<>();
        for (String word : words) {
            if (word.isBlank()) {
                throw new InputException(new Problem(option, 0, "", "found an empty word, expected names of classes"));
            }
            all.add(word.strip());
        }
        return all;
    }

    private void print(CascadeResult result) {
        if (json) {
            JsonOutput.print(CascadeDocument.of(result), console.out());
        } else {
            new CascadeText(result).print(console.out());
        }
    }

    /** A boundary that spans the time between decisions. */
    static final class Resting implements ITypeConverter<Boundary> {

        @Override
        public Boundary convert(String text) {
            for (Boundary boundary : List.of(Boundary.ACTIVE, Boundary.ALWAYS_ON)) {
                if (boundary.word().equals(text)) {
                    return boundary;
                }
            }
            throw new TypeConversionException("found '" + text + "', expected active or always-on");
        }
    }

    /** An energy that is not negative. */
    static final class Energy implements ITypeConverter<Double> {

        @Override
        public Double convert(String text) {
            double joules;
            try {
                joules = Quantity.parse(text, Dimension.ENERGY).value();
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
            if (joules >= 0) {
                return joules;
            }
            throw new TypeConversionException("found '" + text + "', expected 0 J or more");
        }
    }
}
