package ganglion.cli.option;

import ganglion.documents.InputException;
import ganglion.documents.Problem;
import ganglion.documents.quantity.Dimension;
import ganglion.documents.quantity.Quantity;
import ganglion.scenario.model.Scenario;
import ganglion.scenario.result.Checkpoints;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Options for how a long run is saved on its way. They change no result. */
public final class CheckpointOptions {

    /** Ending of a checkpoint's name, which otherwise is that of the run directory beside it. */
    private static final String ENDING = ".checkpoint";

    @Option(
            names = "--checkpoint-every",
            paramLabel = "TIME",
            converter = Seconds.class,
            description = "Save the run after each such time, such as '60 s', to DIR.checkpoint beside its directory.")
    private Double everySeconds;

    @Option(
            names = "--resume",
            paramLabel = "FILE",
            description = "Go on from a checkpoint of the same scenario, to the same result as without a break.")
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
    }

    private static InputException refused(String option, String found) {
        return new InputException(new Problem(option, 0, "", "found " + found));
    }

    /** The run directory that the user asks for: given as such, or by a checkpoint that was to become one. */
    public Path out(Path given) {
        if (given != null || resumeFrom == null) {
            return given;
        }
        String name = resumeFrom.getFileName().toString();
        return name.endsWith(ENDING) && name.length() > ENDING.length()
                ? resumeFrom.resolveSibling(name.substring(0, name.length() - ENDING.length()))
                : null;
    }

    /** What the run is to do. */
    public Checkpoints of(Path runDirectory) {
        if (everySeconds == null) {
            return new Checkpoints(Optional.ofNullable(resumeFrom), Optional.empty(), Double.MAX_VALUE);
        }
        return new Checkpoints(Optional.ofNullable(resumeFrom), Optional.of(file(runDirectory)), everySeconds);
    }

    private static Path file(Path runDirectory) {
        return runDirectory.resolveSibling(runDirectory.getFileName() + ENDING);
    }

    /** Whether the run is saved on its way. */
    public boolean areWanted() {
        return everySeconds != null;
    }

    /** Deletes the checkpoint of a run that has come to its end, and has written its results. */
    public void clean(Path runDirectory) {
        try {
            if (everySeconds != null) {
                Files.deleteIfExists(file(runDirectory));
            }
        } catch (IOException e) {
            // A checkpoint too many harms nobody.
            return;
        }
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
