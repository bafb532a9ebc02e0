package ganglion.live.command;

import ganglion.cli.option.StreamOptions;
import ganglion.cochlea.audio.input.Microphone;
import ganglion.live.source.InputStreamSound;
import ganglion.live.source.LiveSound;
import ganglion.live.source.MicrophoneSound;
import ganglion.live.source.PlayedFiles;
import ganglion.live.source.RealClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

/** Which sound is heard. */
public final class SoundChoice {

    private static final String STANDARD_INPUT = "-";

    @Option(
            names = "--play",
            paramLabel = "FILE",
            arity = "1..*",
            description = "Play these sound files in turn, as fast as they were recorded.")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "--speed",
            paramLabel = "N",
            converter = Speed.class,
            description =
                    "With --play: how many seconds of sound to play in a second; max for as fast as they are heard.")
    private Double speed;

    @Mixin
    private StreamOptions stream;

    /** Seconds of sound after which the session ends; infinite if none were given. */
    double seconds() {
        return stream.durationSeconds();
    }

    /**
     * What the options choose.
     *
     * @param input the word after the scenario; null if there is none
     * @param served whether the command has to end by itself
     * @throws ParameterException if they choose nothing, or several sounds, or do not go together
     */
    LiveSound chosen(String input, CommandSpec command, boolean served) {
        boolean fromInput = input != null;
        require(
                command,
                !fromInput || input.equals(STANDARD_INPUT),
                "found '" + input + "', expected - for standard input, --play or --microphone");
        int chosen = (fromInput ? 1 : 0) + (files.isEmpty() ? 0 : 1) + (stream.microphone() ? 1 : 0);
        require(
                command,
                chosen == 1,
                "found " + (chosen == 0 ? "no sound" : "several sounds")
                        + ", expected one of --microphone, --play FILE and - for standard input");
        require(
                command,
                fromInput || !stream.isRaw(),
                "--rate, --bits and --channels say how raw samples on standard input, -, are laid out;"
                        + " for how fast files are played, expected --speed");
        require(command, speed == null || !files.isEmpty(), "--speed goes with --play alone");
        require(
                command,
                !served || !stream.microphone() || Double.isFinite(seconds()),
                "found --microphone without --duration, expected a command that comes to an end");
        for (Path file : files) {
            require(command, Files.exists(file), "--play: " + file + ": there is no such file");
            require(command, Files.isRegularFile(file), "--play: " + file + ": expected a sound file, not a folder");
        }
        stream.checkLayout().ifPresent(problem -> require(command, false, problem));
        if (!files.isEmpty()) {
            return new PlayedFiles(files, speed == null ? 1 : speed, RealClock.SYSTEM);
        }
        return stream.microphone()
                ? new MicrophoneSound(Microphone::recordDefault)
                : new InputStreamSound("standard input", () -> stream.open(System.in));
    }

    private static void require(CommandSpec command, boolean met, String message) {
        if (!met) {
            throw new ParameterException(command.commandLine(), message);
        }
    }

    /** How many seconds of sound are played in a second: a number above 0, or {@code max}. */
    static final class Speed implements ITypeConverter<Double> {

        private static final String AS_FAST_AS_POSSIBLE = "max";

        @Override
        public Double convert(String text) {
            if (text.equals(AS_FAST_AS_POSSIBLE)) {
                return Double.POSITIVE_INFINITY;
            }
            try {
                double speed = Double.parseDouble(text);
                if (speed > 0 && speed < Double.POSITIVE_INFINITY) {
                    return speed;
                }
            } catch (NumberFormatException e) {
                // reported below, like a number that is none
            }
            throw new TypeConversionException(
                    "found '" + text + "', expected a number above 0, or " + AS_FAST_AS_POSSIBLE);
        }
    }
}
