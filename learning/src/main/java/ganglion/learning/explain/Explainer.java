package ganglion.learning.explain;

import ganglion.learning.engine.ReadOut;
import ganglion.learning.explain.Explainer.Explanation.LayerSpikes;
import ganglion.learning.loss.SampleOutput;
import ganglion.learning.model.Model;
import ganglion.learning.reference.ReferenceEngine;
import ganglion.learning.reference.ReferenceNetwork;
import ganglion.learning.reference.layer.Sequence;
import ganglion.learning.reference.layer.SpikingLayer.NeuronTrace;
import ganglion.learning.sample.Sample;
import ganglion.learning.sample.Sample.SampleInput;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Explains decisions of a model, in double precision. Which parts of the input a decision rests on is found by occlusion (Zeiler and
 * Fergus, "Visualizing and understanding convolutional networks", ECCV 2014): a block of inputs and steps is set to zero, which is silence
 * for spikes, levels and fluctuations alike, and the network decides again. Not thread safe.
 */
public final class Explainer {

    private static final int MOST_INPUT_BLOCKS = 20;
    private static final int MOST_TIME_BLOCKS = 16;
    /** Occluded copies of a sample that run side by side. */
    private static final int BATCH = 32;

    private final Model model;
    private final ReadOut readOut;
    private final ReferenceNetwork network;

    /** @param readOut how the class is read from the outputs */
    public Explainer(Model model, ReadOut readOut) {
        this.model = model;
        this.readOut = readOut;
        this.network = new ReferenceNetwork(model, 0);
    }

    /** Decision of the model for a sample, and what it rests on. */
    public Explanation explain(Sample sample) {
        Sequence input = ReferenceEngine.input(model, List.of(sample));
        NeuronTrace output = network.forward(input, false);
        List<LayerSpikes> hidden = hidden();
        double[] scores = scores(output, 0);
        int decision = readOut.decide(scores, input.steps());
        double lead = lead(scores, decision, input.steps());
        Sequence potentials = output.membranes();
        return new Explanation(
                sample.input(), sample.label(), decision, lead, hidden, potentials, occlude(input, decision, lead));
    }

    private List<LayerSpikes> hidden() {
        List<LayerSpikes> hidden = new ArrayList<>();
        for (int layer = 0; layer < model.layers().size() - 1; layer++) {
            if (network.isSpiking(layer)) {
                hidden.add(new LayerSpikes(layer, network.trace(layer).spikes()));
            }
        }
        return hidden;
    }

    private OcclusionMap occlude(Sequence input, int decision, double lead) {
        int inputBlocks = Math.min(MOST_INPUT_BLOCKS, input.size());
        int timeBlocks = Math.min(MOST_TIME_BLOCKS, input.steps());
        OcclusionMap map = new OcclusionMap(
                input.size(), input.steps(), inputBlocks, timeBlocks, new double[inputBlocks * timeBlocks]);
        for (int first = 0; first < map.falls().length; first += BATCH) {
            int count = Math.min(BATCH, map.falls().length - first);
            NeuronTrace output = network.forward(occluded(input, map, first, count), false);
            for (int k = 0; k < count; k++) {
                map.falls()[first + k] = lead - lead(scores(output, k), decision, input.steps());
            }
        }
        return map;
    }

    /** Copies of a sample side by side, each without one of the blocks from the first on. */
    private static Sequence occluded(Sequence input, OcclusionMap map, int first, int count) {
        Sequence copies = Sequence.zeros(input.steps(), count, input.size());
        for (int k = 0; k < count; k++) {
            int inputBlock = (first + k) / map.timeBlocks();
            int timeBlock = (first + k) % map.timeBlocks();
            int width = map.firstInput(inputBlock + 1) - map.firstInput(inputBlock);
            for (int t = 0; t < input.steps(); t++) {
                int row = copies.row(t, k);
                System.arraycopy(input.values(), input.row(t, 0), copies.values(), row, input.size());
                if (t >= map.firstStep(timeBlock) && t < map.firstStep(timeBlock + 1)) {
                    int from = row + map.firstInput(inputBlock);
                    Arrays.fill(copies.values(), from, from + width, 0);
                }
            }
        }
        return copies;
    }

    private double[] scores(NeuronTrace output, int sample) {
        Sequence spikes = output.spikes();
        SampleOutput one = new SampleOutput(spikes.steps(), spikes.size());
        for (int t = 0; t < spikes.steps(); t++) {
            for (int c = 0; c < spikes.size(); c++) {
                one.set(t, c, spikes.at(t, sample, c), output.membranes().at(t, sample, c));
            }
        }
        return readOut.scores(one);
    }

    /** Of a single output: how far its score is on the side of the decision. */
    private double lead(double[] scores, int decision, int steps) {
        if (scores.length == 1) {
            double border = readOut == ReadOut.SPIKE_COUNT || readOut == ReadOut.FIRST_SPIKE ? 0.5 * steps : 0.5;
            return decision == 1 ? scores[0] - border : border - scores[0];
        }
        double next = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < scores.length; c++) {
            next = c == decision ? next : Math.max(next, scores[c]);
        }
        return scores[decision] - next;
    }

    /**
     * One sample, and the network's response to it.
     *
     * @param input the input
     * @param label class of the sample
     * @param decision the class that was decided
     * @param lead by how much the score of the decision is ahead of the next
     * @param hidden layers of neurons but for the last, from the input on
     * @param potentials of the output neurons, after each step
     * @param map what the decision rests on
     */
    public record Explanation(
            SampleInput input,
            int label,
            int decision,
            double lead,
            List<LayerSpikes> hidden,
            Sequence potentials,
            OcclusionMap map) {

        /**
         * Spikes of a layer.
         *
         * @param layer its number in the model
         * @param spikes one row per step, of one sample
         */
        public record LayerSpikes(int layer, Sequence spikes) {}

        /** Takes a copy of the list. */
        public Explanation {
            hidden = List.copyOf(hidden);
        }

        /** Whether the decision is right. */
        public boolean right() {
            return label == decision;
        }
    }
}
