package ganglion.cli.option;

import ganglion.documents.InputException;
import ganglion.documents.Problem;
import ganglion.documents.quantity.TickTimes;
import ganglion.kernel.time.Clock;
import ganglion.scenario.future.FutureRules;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Options that say which futures of a clip are tried, and when its decision counts as certain. */
public final class FutureOptions {

    private static final String JITTER = "--jitter";

    @Option(
            names = "--futures",
            paramLabel = "N",
            converter = FutureCount.class,
            description = "With --when: futures of each of the two kinds that start at a moment. Default: 20.")
    private Integer futures;

    @Option(
            names = "--moments",
            paramLabel = "N",
            converter = MomentCount.class,
            description = "With --when: moments of a clip from which futures start. Default: 50.")
    private Integer moments;

    @Option(
            names = JITTER,
            paramLabel = "TIME",
            description =
                    "With --when: standard deviation of the time by which later spikes of inputs are moved. In whole"
                            + " ticks, and one at least. Default: 10 ms.")
    private String jitter;

    @Option(
            names = "--deletion",
            paramLabel = "SHARE",
            converter = ShareFromNone.class,
            description = "With --when: share of the later spikes of inputs that is left out. Default: 10 %%.")
    private Double deletion;

    @Option(
            names = "--certainty",
            paramLabel = "SHARE",
            converter = LeastShare.class,
            description =
                    "With --when: share of the futures of each kind with the same winner from which on a decision counts as"
                            + " certain. Default: 99 %%.")
    private Double certainty;

    /** The name of an option that was given; empty if none was. */
    public String given() {
        if (futures != null) {
            return "--futures";
        }
        if (moments != null) {
            return "--moments";
        }
        if (jitter != null) {
            return JITTER;
        }
        if (deletion != null) {
            return "--deletion";
        }
        return certainty != null ? "--certainty" : "";
    }

    /**
     * What the options say.
     *
     * @throws InputException if the jitter is no time
     */
    public FutureRules rules(Clock clock) throws InputException {
        return new FutureRules(
                futures == null ? FutureRules.USUAL_FUTURES : futures,
                moments == null ? FutureRules.USUAL_MOMENTS : moments,
                jitterTicks(clock),
                deletion == null ? FutureRules.USUAL_DELETION : deletion,
                certainty == null ? FutureRules.USUAL_CERTAIN : certainty);
    }

    private long jitterTicks(Clock clock) throws InputException {
        if (jitter == null) {
            return Math.max(1, Math.round(FutureRules.USUAL_JITTER_SECONDS / clock.tickSeconds()));
        }
        try {
            long ticks = new TickTimes(clock).nearestTick(jitter);
            boolean none = jitter.strip().matches("[0.]+\\s*\\p{Alpha}*");
            return none ? 0 : Math.max(1, ticks);
        } catch (IllegalArgumentException e) {
            throw new InputException(new Problem(JITTER, 0, "", e.getMessage()));
        }
    }

    /** A number of futures. */
    public static final class FutureCount implements ITypeConverter<Integer> {

        @Override
        public Integer convert(String text) {
            return MachineOptions.fromOneTo(FutureRules.MOST_FUTURES, text);
        }
    }

    /** A number of moments. */
    public static final class MomentCount implements ITypeConverter<Integer> {

        @Override
        public Integer convert(String text) {
            return MachineOptions.fromOneTo(FutureRules.MOST_MOMENTS, text);
        }
    }

    /** A part of a whole from 0 to 1, as a number or in per cent. */
    public static final class ShareFromNone implements ITypeConverter<Double> {

        @Override
        public Double convert(String text) {
            try {
                return text.strip().matches("0+(\\.0*)?\\s*%?") ? 0.0 : new LeastShare().convert(text);
            } catch (TypeConversionException e) {
                throw new TypeConversionException(
                        "found '" + text + "', expected a share such as 10 % or 0.1, from 0 to 1");
            }
        }
    }
}
