package ganglion.kernel.neuron.source;

import ganglion.kernel.neuron.NeuronGroup;
import ganglion.kernel.neuron.NeuronModel;
import ganglion.kernel.neuron.NeuronValues;
import ganglion.kernel.random.CounterRandom;
import java.util.List;
import java.util.Objects;

/**
 * Neurons that fire independent Poisson spike trains and take no input. With an expected number {@code r} of events in a
 * tick, a neuron fires in it with probability {@code 1 - exp(-r)}: several events within one tick count as one spike.
 *
 * <p>Spike {@code j} of neuron {@code i} comes as soon as the events expected since the tick after spike {@code j - 1} add
 * up to {@code random.branch(i).exponential(j)}: the cost is one random number per spike, whatever the rate and the tick.
 *
 * @param profile rates, in order of time; silent before the first
 * @param random stream of random numbers, used for nothing else
 */
public record PoissonSource(List<Rate> profile, CounterRandom random) implements NeuronModel {

    /**
     * The rate from a tick on, until the next.
     *
     * @param fromTick at least 0
     * @param eventsPerTick expected events of a neuron in one tick, 0 or more: rate times length of the tick
     */
    public record Rate(long fromTick, NeuronValues eventsPerTick) {}

    /** @throws IllegalArgumentException if the profile is not in order of time, or a rate is negative or not finite */
    public PoissonSource {
        Objects.requireNonNull(random, "random");
        profile = List.copyOf(profile);
        long latest = -1;
        for (Rate rate : profile) {
            rate.eventsPerTick()
                    .check("rate", value -> value >= 0 && Double.isFinite(value), "a finite number, 0 or more");
            if (rate.fromTick() <= latest) {
                throw new IllegalArgumentException(
                        "a rate holds from tick " + rate.fromTick() + " on, expected one after " + latest);
            }
            latest = rate.fromTick();
        }
    }

    /** Neurons that fire at one rate all the time. */
    public static PoissonSource homogeneous(NeuronValues eventsPerTick, CounterRandom random) {
        return new PoissonSource(List.of(new Rate(0, eventsPerTick)), random);
    }

    @Override
    public String name() {
        return "poisson-source";
    }

    @Override
    public boolean takesInput() {
        return false;
    }

    @Override
    public void checkSize(int populationSize) {
        profile.forEach(rate -> rate.eventsPerTick().checkSize("rate", populationSize));
    }

    @Override
    public NeuronGroup createGroup(int first, int size) {
        return new ScheduledSpikes(size, (neuron, index, previous) -> tick(first + neuron, index, previous));
    }

    /**
     * The tick of a spike: rates hold for stretches of ticks, and the expected events of each stretch are used up until
     * those that the spike is missing are reached. Stretches without a rate are passed over at no cost.
     */
    private long tick(int neuron, long index, long previous) {
        double missing = random.branch(neuron).exponential(index);
        for (int i = 0; i < profile.size(); i++) {
            long until = i + 1 < profile.size() ? profile.get(i + 1).fromTick() : NeuronGroup.NEVER;
            long from = Math.max(profile.get(i).fromTick(), previous + 1);
            double eventsPerTick = profile.get(i).eventsPerTick().at(neuron);
            if (from < until && eventsPerTick > 0) {
                double ticks = Math.floor(missing / eventsPerTick);
                if (ticks < until - from) {
                    return from + (long) ticks;
                }
                missing -= eventsPerTick * (until - from);
            }
        }
        return NeuronGroup.NEVER;
    }
}
