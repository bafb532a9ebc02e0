package ganglion.cli.option;

import ganglion.kernel.schedule.ThreadRule;
import ganglion.scenario.result.RunSettings;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Options for how a run uses the machine. They change no result. */
public final class MachineOptions {

    @Option(
            names = "--neurons-per-actor",
            paramLabel = "N",
            converter = AtLeastOne.class,
            description =
                    "Neurons of an actor, from 1 up; by default one actor for each population on a thread. Changes no result.")
    private Integer neuronsPerActor;

    @Option(
            names = "--threads",
            paramLabel = "N",
            converter = ThreadCount.class,
            description =
                    "Number of threads, from 1 to 1024; by default as many as the network keeps busy, at most one per processor. Changes no result.")
    private Integer threads;

    /** How a run uses the machine. */
    public RunSettings settings() {
        RunSettings usual = RunSettings.ofThisMachine();
        return new RunSettings(
                neuronsPerActor == null ? usual.neuronsPerActor() : neuronsPerActor,
                threads == null ? usual.threads() : threads,
                threads == null);
    }

    /** The same for runs that rest at every tick: on one thread, unless more are asked for. */
    public RunSettings settingsOfOneThread() {
        RunSettings usual = settings();
        return new RunSettings(usual.neuronsPerActor(), threads == null ? 1 : threads);
    }

    /** How each of several processes of this machine uses it, which share its processors. */
    public RunSettings settingsOfEach(int processes) {
        RunSettings usual = settings();
        return new RunSettings(
                usual.neuronsPerActor(), threads == null ? Math.max(1, usual.threads() / processes) : threads);
    }

    /** A whole number from 1 up. */
    public static final class AtLeastOne implements ITypeConverter<Integer> {

        @Override
        public Integer convert(String text) {
            return fromOneTo(Integer.MAX_VALUE, text);
        }
    }

    /** A number of threads. */
    public static final class ThreadCount implements ITypeConverter<Integer> {

        @Override
        public Integer convert(String text) {
            return fromOneTo(ThreadRule.MOST_THREADS, text);
        }
    }

    /**
     * A whole number from 1 to a bound.
     *
     * @throws TypeConversionException if the text is none
     */
    public static int fromOneTo(int most, String text) {
        try {
            int number = Integer.parseInt(text);
            if (number >= 1 && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // reported below, like any other text that is not such a number
        }
        throw new TypeConversionException("found '" + text + "', expected a whole number from 1 to " + most);
    }
}
