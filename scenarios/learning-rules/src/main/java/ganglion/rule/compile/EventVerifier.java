package ganglion.rule.compile;

import ganglion.kernel.MembraneTrace;
import ganglion.kernel.SequentialSimulation;
import ganglion.kernel.SimulationResult;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Network;
import ganglion.kernel.schedule.Partition;
import ganglion.learning.compile.Verification;
import ganglion.learning.compile.Verifier.SpikeComparison;
import ganglion.learning.eventprop.grid.EventClassifier;
import ganglion.learning.eventprop.grid.GridNetwork;
import ganglion.learning.eventprop.grid.TickRun;
import ganglion.learning.eventprop.grid.TimeAgreement;
import ganglion.learning.train.DataSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * Runs samples through a network that learned with EventProp, by the plain loop over ticks by which it decides, and through a network of
 * the simulator that claims to be compiled from it. Compares every spike of every layer, and the scores and decisions of a read-out.
 */
final class EventVerifier {

    /** Scores may differ by this share of the highest potential: both sum in another order, which rounds at 1e-16. */
    private static final double ROUNDING = 1e-9;

    private final EventClassifier classifier;
    private final List<String> traced;
    private final SpikeComparison comparison = new SpikeComparison();
    private final List<Verification.ScoreDifference> scores = new ArrayList<>();
    private double farthest;

    private EventVerifier(EventClassifier classifier) {
        this.classifier = classifier;
        this.traced = classifier.network().readOut().isPresent() ? List.of(GridNetwork.READ_OUT) : List.of();
    }

    /**
     * Compares all samples.
     *
     * @param networks the network for spikes of the input, with the populations of {@link GridNetwork}
     */
    public static Verification verify(
            EventClassifier classifier, DataSet samples, Function<SpikeRaster, Network> networks) {
        EventVerifier verifier = new EventVerifier(classifier);
        for (int i = 0; i < samples.size(); i++) {
            TickRun expected = classifier.run(samples.sample(i, 0).input());
            verifier.compare(i, expected, networks.apply(expected.input()));
        }
        List<String> remarks = new ArrayList<>();
        if (!verifier.traced.isEmpty()) {
            remarks.add(String.format(Locale.ROOT, "scores of the read-out differ by at most %.1e", verifier.farthest));
        }
        remarks.add(TimeAgreement.of(classifier, samples).text());
        return verifier.comparison.verification(samples.size()).withScores(verifier.scores, remarks);
    }

    private void compare(int number, TickRun expected, Network network) {
        SimulationResult result = SequentialSimulation.run(network, Partition.whole(network), expected.ticks(), traced);
        for (int l = 0; l < expected.layers().size(); l++) {
            String name = GridNetwork.population(l);
            comparison.compare(number, name, expected.layers().get(l), result.spikesOf(name), 0, expected.ticks());
        }
        if (classifier.network().readOut().isPresent()) {
            compareScores(number, expected.scores(), result.membranes().get(0));
        }
    }

    private void compareScores(int number, double[] expected, MembraneTrace trace) {
        double[] found = new double[expected.length];
        double height = 0;
        int worst = 0;
        for (int c = 0; c < found.length; c++) {
            found[c] = mean(trace, c);
            height = Math.max(height, highest(trace, c));
            worst = apart(expected, found, c) > apart(expected, found, worst) ? c : worst;
        }
        double most = apart(expected, found, worst);
        farthest = Math.max(farthest, most);
        int decided = EventClassifier.highest(expected);
        int decidedHere = EventClassifier.highest(found);
        if (most > ROUNDING * height || decided != decidedHere) {
            scores.add(new Verification.ScoreDifference(
                    number, worst, expected[worst], found[worst], decided, decidedHere));
        }
    }

    private static double apart(double[] expected, double[] found, int neuron) {
        return Math.abs(found[neuron] - expected[neuron]);
    }

    private static double highest(MembraneTrace trace, int neuron) {
        double highest = 0;
        for (int tick = 0; tick < trace.ticks(); tick++) {
            highest = Math.max(highest, Math.abs(trace.at(tick, neuron)));
        }
        return highest;
    }

    private static double mean(MembraneTrace trace, int neuron) {
        double sum = 0;
        for (int tick = 0; tick < trace.ticks(); tick++) {
            sum += trace.at(tick, neuron);
        }
        return sum / trace.ticks();
    }
}
