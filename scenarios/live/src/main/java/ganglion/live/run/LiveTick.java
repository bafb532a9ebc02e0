package ganglion.live.run;

import ganglion.cochlea.StreamedEar;
import ganglion.kernel.RunSample;
import java.util.Arrays;
import java.util.function.Supplier;

/** What came of a tick. One for each run, overwritten tick by tick. */
public final class LiveTick {

    private final StreamedEar ear;
    private final int[] firsts;
    private final double[] steps;
    private int[] spikes = new int[64];
    private int[] populations = new int[64];
    private int count;
    private long number;
    private Supplier<RunSample> sample;

    /**
     * @param firsts number of the first neuron of each population
     * @param steps what a potential of each population is multiplied by to be in units of the scenario
     */
    LiveTick(StreamedEar ear, int[] firsts, double[] steps) {
        this.ear = ear;
        this.firsts = firsts;
        this.steps = steps;
    }

    void begin(long tick, Supplier<RunSample> ofRun) {
        number = tick;
        sample = ofRun;
        count = 0;
    }

    void add(int population, int neuron) {
        if (count == spikes.length) {
            spikes = Arrays.copyOf(spikes, 2 * count);
            populations = Arrays.copyOf(populations, 2 * count);
        }
        spikes[count] = firsts[population] + neuron;
        populations[count++] = population;
    }

    /** Which tick. */
    public long number() {
        return number;
    }

    /** Number of spikes. */
    public int count() {
        return count;
    }

    /** All neurons that fired, counted through all populations; ascending. */
    public int[] neurons() {
        return Arrays.copyOf(spikes, count);
    }

    /** The neuron that fired spike {@code i}, counted through all populations; ascending. */
    public int neuron(int i) {
        return spikes[i];
    }

    /** The population of spike {@code i}. */
    public int population(int i) {
        return populations[i];
    }

    /** The drives of the ear's bands. */
    public double[] drive() {
        return ear.drive();
    }

    /** The numbers that flow into the network in place of spikes. */
    public float[] numbers() {
        return ear.numbers();
    }

    /** Membrane potentials of a population after the tick, in units of the scenario. */
    public double[] potentials(int population) {
        double[] potentials = sample.get().potentials(population);
        for (int i = 0; i < potentials.length && steps[population] != 1; i++) {
            potentials[i] *= steps[population];
        }
        return potentials;
    }
}
