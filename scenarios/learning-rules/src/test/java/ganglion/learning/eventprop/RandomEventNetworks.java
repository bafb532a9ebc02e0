package ganglion.learning.eventprop;

import ganglion.learning.eventprop.EventNetwork.EventLayer;
import ganglion.learning.eventprop.EventNetwork.EventReadOut;
import ganglion.learning.eventprop.forward.EventRun;
import ganglion.learning.eventprop.forward.LayerTrace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Small random networks and input for tests. */
public final class RandomEventNetworks {

    /** Steps of a sample. */
    public static final double DURATION = 40;

    public static final int INPUTS = 4;

    /** Below this slope at a spike, in thresholds per membrane time constant, a spike grazes the threshold: its time is hardly a
     * smooth function of anything, and a difference quotient says nothing. */
    private static final double LEAST_SLOPE = 0.2;

    private RandomEventNetworks() {}

    /** What varies. */
    public record Kind(double membrane, double synapse, boolean recurrent, boolean readOut) {}

    /** Two layers, and a read-out or else a second layer that decides. */
    public static EventNetwork network(Kind kind, SplittableRandom random) {
        ExponentialDynamics dynamics = new ExponentialDynamics(kind.membrane(), kind.synapse());
        List<EventLayer> layers = new ArrayList<>();
        int sources = INPUTS;
        for (int size : new int[] {5, 4}) {
            layers.add(new EventLayer(
                    dynamics,
                    1,
                    synapses(sources, size, -0.8, 1.7, random),
                    kind.recurrent() ? Optional.of(synapses(size, size, -0.5, 0.4, random)) : Optional.empty()));
            sources = size;
        }
        return new EventNetwork(
                layers,
                kind.readOut()
                        ? Optional.of(new EventReadOut(new ExponentialDynamics(9, 3), synapses(4, 3, -1, 1, random)))
                        : Optional.empty());
    }

    private static DelayedSynapses synapses(
            int sources, int targets, double low, double high, SplittableRandom random) {
        double[] weights = random.doubles((long) sources * targets, low, high).toArray();
        return new DelayedSynapses(sources, targets, weights, random.nextDouble(0.2, 4));
    }

    /** Spikes of all inputs. */
    public static TimedSpikes input(SplittableRandom random) {
        double[] times = random.doubles(20, 0, DURATION - 5).sorted().toArray();
        return TimedSpikes.of(times, random.ints(20, 0, INPUTS).toArray());
    }

    /** Whether no spike grazes the threshold, and all layers fire. */
    public static boolean isSound(EventRun run) {
        for (int l = 0; l < run.layers().size(); l++) {
            LayerTrace trace = run.layers().get(l);
            double tau = run.network().layers().get(l).dynamics().membrane();
            for (int k = 0; k < trace.spikes().size(); k++) {
                if (trace.slope(k) * tau < LEAST_SLOPE) {
                    return false;
                }
            }
            if (trace.spikes().size() < 5) {
                return false;
            }
        }
        return true;
    }

    /** Whether two runs have the same spikes in the same order, at about the same times. */
    public static boolean isNear(EventRun one, EventRun other, double most) {
        for (int l = 0; l < one.layers().size(); l++) {
            TimedSpikes a = one.layers().get(l).spikes();
            TimedSpikes b = other.layers().get(l).spikes();
            if (!Arrays.equals(a.copyOfNeurons(), b.copyOfNeurons())) {
                return false;
            }
            for (int k = 0; k < a.size(); k++) {
                if (Math.abs(a.time(k) - b.time(k)) > most) {
                    return false;
                }
            }
        }
        return true;
    }
}
