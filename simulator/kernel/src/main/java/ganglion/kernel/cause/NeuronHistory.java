package ganglion.kernel.cause;

import ganglion.kernel.affine.AffineMap;
import ganglion.kernel.network.Population;
import ganglion.kernel.neuron.NeuronModel;
import ganglion.kernel.neuron.current.DrivenNeurons;
import ganglion.kernel.neuron.current.InputCurrent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
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
    private final NeuronMaps maps;
    private final List<InputCurrent> currents = new ArrayList<>();

    /** The events that matter, with what each adds, in order of arrival. */
    private final List<EventPart> events = new ArrayList<>();

    private final double[] ofCurrents;
    private double drive;
    private double ownSpikes;
    private double initial;

    /** The first tick that matters. */
    private long since;

    /** The events that reach the neuron, found when they are needed: how far back that is shows on the way. */
    @FunctionalInterface
    interface Arrivals {

        /** Those that reach it within [from, until], in order of arrival, with responses still unknown. */
        List<EventPart> within(long from, long until);
    }

    /**
     * @param population of the neuron
     * @param neuron its position there
     * @param maps of the neuron, up to the tick that is asked for
     */
    NeuronHistory(Population population, int neuron, NeuronMaps maps, Arrivals arrivals) {
        this.neuron = neuron;
        this.channels = population.model().inputChannels();
        this.maps = maps;
        NeuronModel model = population.model();
        while (model instanceof DrivenNeurons driven) {
            currents.add(0, driven.current());
            model = driven.neurons();
        }
        this.ofCurrents = new double[currents.size()];
        back(arrivals);
        Collections.reverse(events);
    }

    private void back(Arrivals arrivals) {
        Backlog waiting = new Backlog(arrivals, maps.first());
        AffineMap usual = maps.usual();
        NeuronMaps.Walker walker = maps.new Walker(maps.last());
        double[] sensitivity = new double[usual.variables()];
        sensitivity[0] = 1;
        long tick = maps.last();
        for (; tick >= maps.first() && hasInfluence(sensitivity); tick--) {
            AffineMap map = walker.map(tick);
            for (EventPart event = waiting.at(tick); event != null; event = waiting.at(tick)) {
                double response = map.ofInput(sensitivity, channel(event.weight()));
                events.add(
                        new EventPart(event.spike(), event.projection(), event.delayTicks(), event.weight(), response));
            }
            for (int k = 0; k < ofCurrents.length; k++) {
                double flowing = flowing(currents.get(k), tick);
                ofCurrents[k] += flowing * map.ofInput(sensitivity, channel(flowing));
            }
            double added = added(map, sensitivity);
            // Nothing leaks from a potential that a refractory period holds. Else, what a tick adds otherwise is a
            // delayed reset.
            double usually = map.keeps(0) ? added : added(usual, sensitivity);
            drive += usually;
            ownSpikes += added - usually;
            sensitivity = map.back(sensitivity);
            AffineMap spike = tick > maps.first() ? walker.spike(tick - 1) : null;
            if (spike != null) {
                ownSpikes += added(spike, sensitivity);
                sensitivity = spike.back(sensitivity);
            }
        }
        since = tick + 1;
        double[] start = maps.start();
        for (int variable = 0; variable < start.length && since == maps.first(); variable++) {
            initial += sensitivity[variable] * (start[variable] - (variable == 0 ? maps.reference() : 0));
        }
    }

    /** What a map adds to the potential by itself, if variable 0 is counted from the reference: its constant, and what it makes of that. */
    private double added(AffineMap map, double[] sensitivity) {
        return map.ofConstant(sensitivity) + maps.reference() * (map.back(sensitivity)[0] - sensitivity[0]);
    }

    private static boolean hasInfluence(double[] sensitivity) {
        for (double value : sensitivity) {
            if (Math.abs(value) > NO_INFLUENCE) {
                return true;
            }
        }
        return false;
    }

    /** The parts of the potential. */
    PotentialParts parts() {
        List<Double> amounts = Arrays.stream(ofCurrents).boxed().toList();
        return new PotentialParts(
                maps.last(),
                potential(),
                maps.level(),
                maps.reference(),
                initial,
                drive,
                ownSpikes,
                amounts,
                events,
                since);
    }

    private double potential() {
        NeuronMaps.Walker walker = maps.new Walker(since);
        double[] nothing = new double[maps.usual().variables()];
        double[] noInput = new double[0];
        AffineMap before = since > maps.first() ? walker.spike(since - 1) : null;
        // Nothing is left of the state before the first tick that matters, but of a spike between the two what it sets.
        double[] state =
                since == maps.first() ? maps.start() : before == null ? nothing : before.apply(nothing, noInput);
        int nextEvent = 0;
        double potential = 0;
        for (long tick = since; tick <= maps.last(); tick++) {
            double[] input = new double[channels];
            for (; nextEvent < events.size() && events.get(nextEvent).arrivalTick() == tick; nextEvent++) {
                double weight = events.get(nextEvent).weight();
                input[channel(weight)] += weight;
            }
            for (InputCurrent current : currents) {
                double flowing = flowing(current, tick);
                input[channel(flowing)] += flowing;
            }
            state = walker.map(tick).apply(state, input);
            potential = state[0];
            AffineMap spike = walker.spike(tick);
            if (spike != null) {
                state = spike.apply(state, noInput);
            }
        }
        return potential;
    }

    private int channel(double amount) {
        return channels > 1 && amount < 0 ? 1 : 0;
    }

    /** What flows into the neuron through a current; of one sign. Currents count ticks from the start of the population. */
    private double flowing(InputCurrent current, long tick) {
        long own = tick - maps.first();
        if (current.nextTick(own) != own) {
            return 0;
        }
        double[] amount = new double[1];
        current.addTo(own, neuron, 1, amount, 0, 0);
        return amount[0];
    }

    /** The events that reach a neuron from the last to the first, fetched in stretches of time, each longer than the one before. */
    private static final class Backlog {

        private static final long SHORTEST = 1 << 12;
        private static final int GROWTH = 4;

        private final Arrivals arrivals;
        private final long first;
        private long stretch = SHORTEST;

        /** The first tick of what has been fetched. */
        private long from = Long.MAX_VALUE;

        private List<EventPart> fetched = List.of();
        private int left;

        /** @param first no event that matters comes before it */
        Backlog(Arrivals arrivals, long first) {
            this.arrivals = arrivals;
            this.first = first;
        }

        /** Takes the last event that is left of a tick; null if there is none. Ticks must be asked for one after the other, back in time. */
        EventPart at(long tick) {
            if (tick < from) {
                from = Math.max(first, tick - stretch + 1);
                stretch *= GROWTH;
                fetched = arrivals.within(from, tick);
                left = fetched.size();
            }
            return left > 0 && fetched.get(left - 1).arrivalTick() == tick ? fetched.get(--left) : null;
        }
    }
}
