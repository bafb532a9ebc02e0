package ganglion.report.cause;

import ganglion.documents.InputException;
import ganglion.documents.Problem;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.scenario.cause.Divergence;
import ganglion.scenario.cause.NetworkDifference;
import ganglion.scenario.result.RunProgress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Asks of two finished runs where their neurons first fire differently, and why.
 *
 * @param first the first run, made again up to that tick
 * @param second the second run
 * @param ticks how many ticks of both were compared
 * @param divergence where they differ; empty if all neurons fire alike
 * @param networks in what their networks and inputs differ
 */
public record DivergenceQuestion(
        AskedRun first,
        AskedRun second,
        long ticks,
        Optional<Divergence> divergence,
        List<NetworkDifference> networks) {

    private static final String OPTION = "--divergence";

    /** Copies the list. */
    public DivergenceQuestion {
        networks = List.copyOf(networks);
    }

    /**
     * Makes both runs again, up to the first spike that differs of those that they have recorded, and looks for the first of all.
     *
     * @throws InputException if one of them cannot be made again, or their populations are not the same
     */
    public static DivergenceQuestion of(AskedRun.Source first, AskedRun.Source second, RunProgress progress)
            throws InputException {
        double tick = first.scenario().clock().tickSeconds();
        double other = second.scenario().clock().tickSeconds();
        if (tick != other) {
            throw problem("found runs with ticks of " + tick + " s and " + other + " s, expected the same tick");
        }
        long until = Math.min(Math.min(first.ticks(), second.ticks()), firstRecorded(first, second) + 1);
        AskedRun one = first.replay(until, progress);
        AskedRun two = second.replay(until, progress);
        checkPopulations(one, two);
        Optional<Divergence> divergence = Divergence.of(side(one), side(two));
        return new DivergenceQuestion(
                one,
                two,
                until,
                divergence,
                NetworkDifference.between(one.replay().network(), two.replay().network()));
    }

    private static Divergence.Side side(AskedRun run) {
        return new Divergence.Side(run.replay().network(), run.replay().spikes());
    }

    /** The first tick at which recorded spikes of neurons differ; the last but one that there can be if none do. */
    private static long firstRecorded(AskedRun.Source first, AskedRun.Source second) {
        Map<String, SpikeRaster> others = second.recorded().raster().rasters();
        long tick = Long.MAX_VALUE - 1;
        for (Map.Entry<String, SpikeRaster> entry :
                first.recorded().raster().rasters().entrySet()) {
            SpikeRaster other = others.get(entry.getKey());
            boolean neurons = first.scenario().population(entry.getKey()).isPresent();
            if (neurons && other != null) {
                tick = Math.min(
                        tick,
                        Divergence.firstDifference(entry.getValue(), other).orElse(tick));
            }
        }
        return tick;
    }

    private static void checkPopulations(AskedRun first, AskedRun second) throws InputException {
        String one = populations(first.replay().network());
        String other = populations(second.replay().network());
        if (!one.equals(other)) {
            throw problem("found runs of '" + first.scenario() + "' with " + one + ", and of '" + second.scenario()
                    + "' with " + other + "; expected the same populations, of the same sizes");
        }
    }

    private static String populations(Network network) {
        return network.populations().stream()
                .map((Population population) -> population.name() + " (" + population.size() + ")")
                .collect(Collectors.joining(", "));
    }

    private static InputException problem(String message) {
        return new InputException(new Problem(OPTION, 0, "", message));
    }
}
