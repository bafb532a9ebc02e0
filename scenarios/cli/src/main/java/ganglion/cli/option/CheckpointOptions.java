package ganglion.cli.option;

import ganglion.documents.InputException;
import ganglion.documents.quantity.Dimension;
import ganglion.documents.quantity.Quantity;
import ganglion.report.session.CheckpointPlan;
import ganglion.scenario.model.Scenario;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Options that save a long run while it lasts. They change no result. */
public final class CheckpointOptions {

    @Option(
            names = "--checkpoint-every",
            paramLabel = "TIME",
            converter = Seconds.class,
            description =
                    "Save the run at this interval of wall-clock time, such as '60 s', to DIR.checkpoint beside its"
                            + " directory.")
    private Double everySeconds;

    @Option(
            names = "--resume",
            paramLabel = "FILE",
            description =
                    "Continue from a checkpoint of the same scenario, with the same result as an uninterrupted run.")
    private Path resumeFrom;

    /** @throws InputException if the options do not go with what is to be run */
    public void check(List<Scenario> scenarios, boolean severalRuns) throws InputException {
        if (resumeFrom != null && scenarios.size() > 1) {
            throw refused("--resume", scenarios.size() + " scenarios, expected the one that was saved");
        }
        if (severalRuns && (resumeFrom != null || everySeconds != null)) {
            String option = resumeFrom != null ? "--resume" : "--checkpoint-every";
            throw refused(option, "a scenario with several runs, expected --point to choose one");
        }
        if (resumeFrom != null && Files.notExists(resumeFrom)) {
            throw new InputException(resumeFrom, "no such file, expected a checkpoint");
        }
    }

    private static InputException refused(String option, String found) {
        return new InputException(option, "found " + found);
    }

    /** How runs are saved. */
    public CheckpointPlan plan() {
        return new CheckpointPlan(
                Optional.ofNullable(resumeFrom),
                everySeconds == null ? OptionalDouble.empty() : OptionalDouble.of(everySeconds));
    }

    /** A time above 0, in seconds. */
    public static final class Seconds implements ITypeConverter<Double> {

        @Override
        public Double convert(String text) {
            try {
                double seconds = Quantity.parse(text, Dimension.TIME).value();
                if (seconds > 0) {
                    return seconds;
                }
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
            throw new TypeConversionException("found \"" + text + "\", expected more than 0 s");
        }
    }
}
