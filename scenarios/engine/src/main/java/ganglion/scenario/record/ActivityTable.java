package ganglion.scenario.record;

import ganglion.kernel.RunningNetwork;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.time.Clock;

/**
 * Activity of the network: synaptic events and spikes since the start of the run; per population, spikes since the start and
 * mean rate since the previous row.
 */
final class ActivityTable implements ProbeTable {

    private static final int TICK_COLUMN = 1;
    private static final int FIRST_POPULATION_COLUMN = 4;

    private final Network network;
    private final Clock clock;
    private final SpikeCounts counts;
    private final long[] countsBefore;
    private long tickBefore = -1;

    ActivityTable(Network network, Clock clock, SpikeCounts counts) {
        this.network = network;
        this.clock = clock;
        this.counts = counts;
        this.countsBefore = new long[network.populations().size()];
    }

    @Override
    public String columns() {
        StringBuilder columns = new StringBuilder("synaptic_events,spikes");
        for (Population population : network.populations()) {
            columns.append(',').append(population.name()).append("_spikes,");
            columns.append(population.name()).append("_hz");
        }
        return columns.toString();
    }

    @Override
    public void resumeAfter(String row) {
        String[] fields = row.split(",");
        tickBefore = Long.parseLong(fields[TICK_COLUMN]);
        for (int p = 0; p < countsBefore.length; p++) {
            countsBefore[p] = Long.parseLong(fields[FIRST_POPULATION_COLUMN + 2 * p]);
        }
    }

    @Override
    public void write(RunningNetwork run, String start, TableStream out) {
        long tick = run.completedTicks() - 1;
        double seconds = clock.seconds(tick - tickBefore);
        StringBuilder row = new StringBuilder(start);
        row.append(run.currentActivity().synapticEvents()).append(',').append(counts.all());
        for (int p = 0; p < countsBefore.length; p++) {
            long count = counts.of(p);
            double spikesOfNeuron = (double) (count - countsBefore[p])
                    / network.populations().get(p).size();
            row.append(',').append(count).append(',').append(spikesOfNeuron / seconds);
            countsBefore[p] = count;
        }
        tickBefore = tick;
        out.row(row.toString());
    }
}
