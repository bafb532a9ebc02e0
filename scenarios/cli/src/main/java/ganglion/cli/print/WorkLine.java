package ganglion.cli.print;

import ganglion.kernel.network.Network;
import ganglion.kernel.neuron.WorkClock.Work;
import ganglion.kernel.neuron.model.Integration;
import ganglion.kernel.neuron.model.Lif;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

/** Where the time of a run went, and what would help. */
final class WorkLine {

    /** Share of the time from which it is said how to spare it. */
    private static final double MUCH = 1.0 / 3;

    private WorkLine() {}

    static String of(Map<Work, Double> shares, Network network) {
        StringJoiner line = new StringJoiner(", ", "time: ", help(shares, network));
        shares.forEach((work, share) -> line.add(String.format(Locale.ROOT, "%s %.0f %%", work.text(), 100 * share)));
        return line.toString();
    }

    private static String help(Map<Work, Double> shares, Network network) {
        if (shares.get(Work.SILENCE) >= MUCH && hasOtherIntegration(network)) {
            return " (integration: closed-form takes silent ticks at once)";
        }
        return shares.get(Work.RECORDING) >= MUCH ? " (record: membrane with fewer populations takes less)" : "";
    }

    private static boolean hasOtherIntegration(Network network) {
        return network.populations().stream()
                .anyMatch(population -> population.model() instanceof Lif lif
                        && lif.integration() == Integration.PER_TICK
                        && Lif.hasClosedForm(lif.parameters()));
    }
}
