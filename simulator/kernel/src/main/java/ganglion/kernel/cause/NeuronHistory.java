package ganglion.kernel.cause;

import ganglion.kernel.affine.AffineMap;
import ganglion.kernel.affine.AffineNeuron;
import ganglion.kernel.network.Population;
import ganglion.kernel.neuron.NeuronModel;
import ganglion.kernel.neuron.current.DrivenNeurons;
import ganglion.kernel.neuron.current.InputCurrent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One neuron up to one tick. First back from the tick: what a unit of each variable and input of an earlier tick adds to the potential, until
 * that is next to nothing. Then forward from there for the potential itself.
 */
final class NeuronHistory {

    /** An influence below it is none: 2^-150, a hundred bits below the last of the potential, for what is up to 2^50 times as large. */
    private static final double NO_INFLUENCE = 0x1p-150;

    private final int neuron;
    private final int channels;
    private final long first;
    private final long last;
    private final double[] start;
    private final List<InputCurrent> currents = new ArrayList<>();

    /** The map of each tick, and of the spike at it; null where the neuron did not fire, and at the last tick. */
    private final AffineMap[] ticks;

    private final AffineMap[] spikes;
    private final double level;

    /** What a unit of input adds, by channel and tick. */
    private final double[][] response;

    private final double[] ofCurrents;
    private double drive;
    private double ownSpikes;
    private double initial;

    /** The first tick that matters, as a position in {@link #ticks}. */
    private int since;

    /**
     * @param maps of the neuron, before its first tick
     * @param own ticks at which it fired, ascending
     * @param last the tick that is asked for, not before the start of the population
     */
    NeuronHistory(Population population, int neuron, AffineNeuron maps, long[] own, long last) {
        this.neuron = neuron;
        this.channels = population.model().inputChannels();
        this.first = population.startTick();
        this.last = last;
        this.start = maps.start();
        NeuronModel model = population.model();
        while (model instanceof DrivenNeurons driven) {
            currents.add(driven.current());
            model = driven.neurons();
        }
        this.ticks = new AffineMap[Math.toIntExact(last - first + 1)];
        this.spikes = new AffineMap[ticks.length];
        this.level = walk(maps, own);
        this.response = new double[channels][ticks.length];
        this.ofCurrents = new double[currents.size()];
        back();
    }

    /** Lists the maps; returns the level at the last tick. */
    private double walk(AffineNeuron maps, long[] own) {
        int next = SpikeTimes.firstAtOrAfter(own, first);
        for (int i = 0; i < ticks.length; i++) {
            ticks[i] = maps.nextTick();
            if (i + 1 < ticks.length && next < own.length && own[next] == first + i) {
                spikes[i] = maps.fired();
                next++;
            }
        }
        return maps.level();
    }

    private void back() {
        // Before the first spike no reset or refractory period acts.
        AffineMap usual = ticks[0];
        double[] sensitivity = new double[usual.variables()];
        sensitivity[0] = 1;
        int i = ticks.length - 1;
        for (; i >= 0 && hasInfluence(sensitivity); i--) {
            AffineMap map = ticks[i];
            for (int channel = 0; channel < channels; channel++) {
                response[channel][i] = map.ofInput(sensitivity, channel);
            }
            for (int k = 0; k < ofCurrents.length; k++) {
                double flowing = flowing(currents.get(k), i);
                ofCurrents[k] += flowing * response[channel(flowing)][i];
            }
            double usually = usual.ofConstant(sensitivity);
            drive += usually;
            ownSpikes += map.ofConstant(sensitivity) - usually;
            sensitivity = map.back(sensitivity);
            if (i > 0 && spikes[i - 1] != null) {
                ownSpikes += spikes[i - 1].ofConstant(sensitivity);
                sensitivity = spikes[i - 1].back(sensitivity);
            }
        }
        since = i + 1;
        for (int variable = 0; variable < start.length && since == 0; variable++) {
            initial += sensitivity[variable] * start[variable];
        }
    }

    private static boolean hasInfluence(double[] sensitivity) {
        for (double value : sensitivity) {
            if (Math.abs(value) > NO_INFLUENCE) {
                return true;
            }
        }
        return false;
    }

    /** The first tick of which anything is left in the potential. */
    long since() {
        return first + since;
    }

    /**
     * The parts of the potential.
     *
     * @param events those that reach the neuron from {@link #since} on, in order of arrival
     */
    PotentialParts parts(List<EventPart> events) {
        List<EventPart> parts = new ArrayList<>(events.size());
        for (EventPart event : events) {
            double unit = response[channel(event.weight())][(int) (event.arrivalTick() - first)];
            parts.add(new EventPart(event.synapse(), event.firedTick(), event.weight(), unit));
        }
        List<Double> amounts = Arrays.stream(ofCurrents).boxed().toList();
        return new PotentialParts(last, potential(events), level, initial, drive, ownSpikes, amounts, parts, since());
    }

    private double potential(List<EventPart> events) {
        // Where there is a spike before the first tick that matters, it leaves nothing of the state.
        double[] state = since == 0 ? start : spikes[since - 1] == null ? new double[start.length] : afterSpike();
        int nextEvent = 0;
        double potential = 0;
        for (int i = since; i < ticks.length; i++) {
            double[] input = new double[channels];
            for (; nextEvent < events.size() && events.get(nextEvent).arrivalTick() == first + i; nextEvent++) {
                double weight = events.get(nextEvent).weight();
                input[channel(weight)] += weight;
            }
            for (InputCurrent current : currents) {
                double flowing = flowing(current, i);
                input[channel(flowing)] += flowing;
            }
            state = ticks[i].apply(state, input);
            potential = state[0];
            if (spikes[i] != null) {
                state = spikes[i].apply(state, new double[0]);
            }
        }
        return potential;
    }

    private double[] afterSpike() {
        return spikes[since - 1].apply(new double[start.length], new double[0]);
    }

    private int channel(double amount) {
        return channels > 1 && amount < 0 ? 1 : 0;
    }

    /** What flows into the neuron through a current; of one sign. Currents count ticks from the start of the population. */
    private double flowing(InputCurrent current, long tick) {
        if (current.nextTick(tick) != tick) {
            return 0;
        }
        double[] amount = new double[1];
        current.addTo(tick, neuron, 1, amount, 0, 0);
        return amount[0];
    }
}
