package ganglion.live.run;

import ganglion.cochlea.adjust.EarChange;
import ganglion.documents.InputException;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Population;
import ganglion.live.run.LiveRun.TickChanges;
import ganglion.live.run.LiveRun.TickFeed;
import ganglion.scenario.result.RunSettings;
import java.util.Comparator;
import java.util.List;

/**
 * Sound and changes that are known: what a session that heard the same made of them. The same spikes, to the last bit.
 *
 * @param ticks number of ticks
 * @param spikes of each population, inputs first
 */
public record ReplayedSound(long ticks, List<SpikeRaster> spikes) {

    /** Takes a copy. */
    public ReplayedSound {
        spikes = List.copyOf(spikes);
    }

    /**
     * Lets a scenario hear sound from its initial state.
     *
     * @param samples at the sample rate of the ear; what does not fill a tick is left out
     * @param changes of the ear, in any order; those of one tick in the order in which they were made
     * @throws InputException if a file of the scenario cannot be used
     */
    public static ReplayedSound of(LiveScenario live, double[] samples, List<EarChange> changes, RunSettings settings)
            throws InputException {
        LiveRun run = new LiveRun(live, settings);
        List<SpikeRaster.Builder> spikes = run.network().populations().stream()
                .map(Population::size)
                .map(SpikeRaster::builder)
                .toList();
        long ticks = run.run(new Recorded(samples), new Known(changes), tick -> {
            for (int i = 0; i < tick.count(); i++) {
                int population = tick.population(i);
                int neuron = tick.neuron(i) - run.network().firstNeuron(population);
                spikes.get(population).add(tick.number(), neuron);
            }
        });
        return new ReplayedSound(
                ticks, spikes.stream().map(SpikeRaster.Builder::build).toList());
    }

    /** Sound in memory, tick by tick. */
    private static final class Recorded implements TickFeed {

        private final double[] sound;
        private int next;

        Recorded(double[] sound) {
            this.sound = sound;
        }

        @Override
        public boolean next(double[] samples) {
            if (sound.length - next < samples.length) {
                return false;
            }
            System.arraycopy(sound, next, samples, 0, samples.length);
            next += samples.length;
            return true;
        }
    }

    /** Changes in order of their ticks. */
    private static final class Known implements TickChanges {

        private final List<EarChange> changes;
        private int next;

        Known(List<EarChange> changes) {
            this.changes = changes.stream()
                    .sorted(Comparator.comparingLong(EarChange::tick))
                    .toList();
        }

        @Override
        public List<EarChange> at(long tick) {
            int from = next;
            while (next < changes.size() && changes.get(next).tick() <= tick) {
                next++;
            }
            return changes.subList(from, next);
        }
    }
}
