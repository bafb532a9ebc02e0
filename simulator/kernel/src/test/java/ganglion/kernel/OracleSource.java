package ganglion.kernel;

import ganglion.kernel.neuron.source.PoissonSource;
import ganglion.kernel.neuron.source.RegularSource;
import ganglion.kernel.neuron.source.SpikeSource;

/** Sources that look at every tick whether they fire, spelled out. */
abstract class OracleSource implements OracleNeuron {

    private long tick = -1;

    abstract boolean firesAt(long tick);

    @Override
    public boolean tick(double positive, double negative) {
        return firesAt(++tick);
    }

    @Override
    public double potential() {
        return 0;
    }

    static final class Listed extends OracleSource {

        private final SpikeSource source;
        private final int neuron;

        Listed(SpikeSource source, int neuron) {
            this.source = source;
            this.neuron = neuron;
        }

        @Override
        boolean firesAt(long tick) {
            for (int i = 0; i < source.spikes().size(); i++) {
                if (source.spikes().tick(i) == tick && source.spikes().neuron(i) == neuron) {
                    return true;
                }
            }
            return false;
        }
    }

    static final class Regular extends OracleSource {

        private final double period;
        private final double phase;

        Regular(RegularSource source, int neuron) {
            period = source.periodTicks().at(neuron);
            phase = source.phaseTicks().at(neuron);
        }

        @Override
        boolean firesAt(long tick) {
            for (int j = 0; phase + j * period < tick + 1; j++) {
                if (phase + j * period >= tick) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Adds up the expected events tick by tick. */
    static final class Poisson extends OracleSource {

        private final PoissonSource source;
        private final int neuron;
        private int spikes;
        private double missing;

        Poisson(PoissonSource source, int neuron) {
            this.source = source;
            this.neuron = neuron;
            this.missing = source.random().branch(neuron).exponential(0);
        }

        @Override
        boolean firesAt(long tick) {
            double expected = 0;
            for (PoissonSource.Rate rate : source.profile()) {
                expected = rate.fromTick() <= tick ? rate.eventsPerTick().at(neuron) : expected;
            }
            missing -= expected;
            if (missing >= 0) {
                return false;
            }
            spikes++;
            missing = source.random().branch(neuron).exponential(spikes);
            return true;
        }
    }
}
