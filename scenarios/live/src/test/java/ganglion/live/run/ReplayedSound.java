package ganglion.live.run;

import ganglion.documents.InputException;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Population;
import ganglion.live.run.LiveRun.TickFeed;
import ganglion.scenario.result.RunSettings;
import java.util.List;

/**
 * Sound that is known: what a session that heard the same made of them. The same spikes, to the last bit.
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
     * @throws InputException if a file of the scenario cannot be used
     */
    public static ReplayedSound of(LiveScenario live, double[] samples, RunSettings settings) throws InputException {
        LiveRun run = new LiveRun(live, settings);
        List<SpikeRaster.Builder> spikes = run.network().populations().stream()
                .map(Population::size)
                .map(SpikeRaster::builder)
                .toList();
        long ticks = run.run(new Recorded(samples), (tick, heard) -> {
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
}
