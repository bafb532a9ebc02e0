package ganglion.hardware.layered;

import ganglion.hardware.layered.ActivityLayer.Kind;
import ganglion.hardware.layered.ActivityLayer.Window;
import ganglion.hardware.layered.ActivityNetwork.LayerProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Checks that the counts of a layer can be true of its shapes, and of what the layers before it sent. */
final class CountChecks {

    /** Counts that other tools add up in floating point may be off by this share. */
    private static final double ROUNDING = 1e-6;

    /** Counts that follow from rates of a paper, which are rounded, may be off by this share. */
    static final double RATES = 0.02;

    /** Below this share of what spikes cause in a full matrix a count is wrong, and not that of another convention. */
    private static final double LEAST_EVENTS = 0.1;

    private final ActivityNetwork network;
    private final List<LayerProblem> problems = new ArrayList<>();

    CountChecks(ActivityNetwork network) {
        this.network = network;
    }

    /** What is wrong with the counts of a layer. */
    List<LayerProblem> of(int i) {
        problems.clear();
        ActivityLayer layer = network.layer(i);
        double steps = network.activity().allSteps();
        atMost(i, "zero-weights", layer.synapses().zeroWeights(), network.weights(i), "weights");
        atMost(i, "zero-events", layer.flow().zeroEvents().orElse(0.0), network.allEvents(i), "synaptic events");
        if (network.emits(i)) {
            double most = network.size(i) * steps;
            String what = "of " + network.size(i) + " neurons in " + plain(steps) + " steps";
            atMost(i, "output-spikes", network.spikes(i), most, what + ", which send one spike a step at most");
            atMost(i, "reaching-spikes", network.reachingSpikes(i), network.spikes(i), "spikes");
            atMost(i, "output-numbers", layer.flow().outputNumbers().orElse(0.0), most, what);
            layer.neurons().activeUpdates().ifPresent(active -> {
                atMost(i, "active-updates", active, most, what);
                if (active < network.spikes(i) * (1 - ROUNDING)) {
                    problem(
                            i,
                            "active-updates",
                            "found " + plain(active) + ", expected at least its " + plain(network.spikes(i))
                                    + " spikes");
                }
            });
        }
        if (layer.kind().hasProducts()) {
            // Behind a pool or a sum of spikes several spikes may come in at once, and each is an event of its own.
            double together = layer.flow().inputSpikes().orElse(0.0) / (network.inputSize(i) * steps);
            double most = network.denseProducts(i) * steps * Math.max(1, together);
            String what = "products in " + plain(steps) + " steps";
            atMost(i, "synaptic-events", network.allEvents(i), most, what);
            atMost(i, "multiply-accumulates", network.multiplyAccumulates(i), most, what);
            checkSpikesOf(i);
        }
        return List.copyOf(problems);
    }

    /** What spikes cause where each is one event: behind inputs and neurons, without a pool or a sum between. */
    private void checkSpikesOf(int i) {
        ActivityLayer layer = network.layer(i);
        boolean direct = network.sources(i).stream().allMatch(network::emits);
        if (!direct || layer.flow().inputSpikes().isEmpty() || layer.kind() == Kind.ATTENTION) {
            return;
        }
        double spikes = layer.flow().inputSpikes().get();
        String senders = network.sources(i).stream()
                .map(source -> network.layer(source).name())
                .collect(Collectors.joining(", "));
        network.spikesInto(i).ifPresent(sent -> atMost(i, "input-spikes", spikes, sent, "spikes of " + senders));
        double fanOut = largestFanOut(i);
        atMost(
                i,
                "synaptic-events",
                network.allEvents(i),
                spikes * fanOut,
                RATES,
                "of its " + plain(spikes) + " input spikes");
        double weights = network.weights(i);
        boolean full = layer.kind() == Kind.LINEAR
                && weights == (double) network.featuresIn(i) * network.featuresOut(i)
                && layer.synapses().zeroWeights() == 0;
        if (full && network.allEvents(i) < LEAST_EVENTS * spikes * fanOut) {
            problem(
                    i,
                    "synaptic-events",
                    "found " + plain(network.allEvents(i)) + ", but each of its "
                            + plain(spikes)
                            + " input spikes reaches "
                            + plain(fanOut) + " weights; expected "
                            + plain(spikes * fanOut)
                            + ", or weights and zero-weights of a layer that is pruned");
        }
    }

    /** The most weights that an input reaches; no bound for any list of synapses. */
    private double largestFanOut(int i) {
        Window window = network.layer(i).window();
        if (network.layer(i).kind() == Kind.LINEAR || network.layer(i).kind() == Kind.RECURRENT) {
            return Math.min(
                    network.weights(i),
                    Math.max(network.featuresOut(i), network.denseProducts(i) / network.inputSize(i)));
        }
        if (network.layer(i).kind() != Kind.CONVOLUTION
                || window.kernel().isEmpty()
                || network.layer(i).synapses().denseProducts().isPresent()) {
            return Double.POSITIVE_INFINITY;
        }
        double fanOut = (double) network.layer(i).shape().get(0) / window.groups();
        for (int d = 0; d < window.kernel().size(); d++) {
            fanOut *= Math.ceil((double) window.kernel().get(d) / window.strideAt(d));
        }
        return fanOut;
    }

    private void atMost(int layer, String key, double found, double most, String what) {
        atMost(layer, key, found, most, ROUNDING, what);
    }

    private void atMost(int layer, String key, double found, double most, double tolerance, String what) {
        if (found > most * (1 + tolerance)) {
            problem(layer, key, "found " + plain(found) + ", expected at most " + plain(most) + " " + what);
        }
    }

    private void problem(int layer, String key, String message) {
        problems.add(new LayerProblem(layer, key, message));
    }

    private static String plain(double number) {
        return String.format(Locale.ROOT, "%,.0f", number);
    }
}
