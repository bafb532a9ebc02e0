package ganglion.learning.fast;

import ganglion.learning.fast.Normalisation.Normaliser;
import ganglion.learning.fast.arithmetic.SliceGradients;
import ganglion.learning.fast.arithmetic.SpikeRows;
import ganglion.learning.fast.arithmetic.StepInput;
import ganglion.learning.fast.delay.SynapseDelayLine;
import ganglion.learning.model.Model;
import ganglion.learning.sample.Sample;
import ganglion.learning.sample.Sample.ConstantInput;
import ganglion.learning.sample.Sample.DenseInput;
import ganglion.learning.sample.SpikeInput;
import java.util.ArrayList;
import java.util.List;

/**
 * The stages of a network in one slice, and their inputs. Batch normalisation cuts them into parts: each part but the last
 * ends in a {@link Normaliser}.
 */
final class StageLine {

    private final List<SliceStage> stages;
    /** The stage that each part begins with, and the number of stages at the end. */
    private final int[] partStarts;

    private final SliceInput input;
    private final StepInput[] stepInputs;
    private List<Sample> samples = List.of();
    private int steps;

    StageLine(Model model, FastParameters parameters, SliceGradients gradients, int largestSlice, long seed) {
        this.stages = SliceStage.of(model, parameters, gradients, largestSlice, seed);
        this.partStarts = partStarts(stages);
        this.input = new SliceInput(model.input().size());
        this.stepInputs =
                stages.stream().map(stage -> new StepInput(stage.inputSize())).toArray(StepInput[]::new);
    }

    private static int[] partStarts(List<SliceStage> stages) {
        List<Integer> starts = new ArrayList<>(List.of(0));
        for (int s = 1; s <= stages.size(); s++) {
            if (s == stages.size() || stages.get(s - 1).body() instanceof Normaliser) {
                starts.add(s);
            }
        }
        return starts.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Takes samples; see {@link Slice#begin}. */
    void begin(List<Sample> given, int firstSample, long batchNumber, boolean training) {
        samples = given;
        if (samples.isEmpty()) {
            return;
        }
        steps = samples.get(0).input().steps();
        input.begin(samples, steps);
        for (int s = 0; s < stages.size(); s++) {
            SliceStage stage = stages.get(s);
            stage.chain().begin(batchNumber, firstSample, training);
            if (stage.delays() != null) {
                stage.delays().begin(steps, samples.size(), training);
            }
            if (stage.body() instanceof Normaliser normaliser && isConstant(s)) {
                normaliser.beginConstant(steps, samples.size());
            } else {
                stage.body().begin(steps, samples.size());
            }
        }
    }

    List<Sample> samples() {
        return samples;
    }

    int steps() {
        return steps;
    }

    int size() {
        return stages.size();
    }

    SliceStage stage(int index) {
        return stages.get(index);
    }

    /** The stage that a part begins with. */
    int first(int part) {
        return partStarts[part];
    }

    /** The stage that a part ends with. */
    int last(int part) {
        return partStarts[part + 1] - 1;
    }

    boolean endsInNeurons(int index) {
        return stages.get(index).body() instanceof FiringStage;
    }

    FiringStage neurons(int index) {
        return (FiringStage) stages.get(index).body();
    }

    Normaliser normaliser(int index) {
        return (Normaliser) stages.get(index).body();
    }

    /** Number of values of the first neurons. */
    int firstNeurons() {
        int first = 0;
        while (!endsInNeurons(first)) {
            first++;
        }
        return neurons(first).size();
    }

    /** Whether a stage sees the same at all steps: then so did all before it. */
    boolean isConstant(int index) {
        boolean constant = input.isConstant() && stages.get(index).delays() == null;
        for (int s = 0; constant && s < index; s++) {
            constant = !endsInNeurons(s) && stages.get(s).delays() == null;
        }
        return constant;
    }

    /** Inputs of the samples, if they are constant. */
    float[][] constantRows() {
        return input.constantRows();
    }

    /** Reads the input of the layers of a stage at a step; overwritten by the next call for the same stage. */
    StepInput read(int index, int step) {
        SynapseDelayLine delays = stages.get(index).delays();
        if (delays == null) {
            return readPresent(index, step);
        }
        stepInputs[index].setRows(delays.given(step), samples.size());
        return stepInputs[index];
    }

    /** Reads the input of a stage at a step, in front of delays. */
    StepInput readPresent(int index, int step) {
        if (index == 0) {
            input.read(step, stepInputs[index]);
        } else {
            stages.get(index - 1).body().present(step, stepInputs[index]);
        }
        return stepInputs[index];
    }

    /** The input that was read last. */
    StepInput latest(int index) {
        return stepInputs[index];
    }

    /** The input of the samples of a slice, read in place where their kind allows it. */
    static final class SliceInput {

        private enum Kind {
            SPIKES,
            DENSE,
            CONSTANT
        }

        private final int size;
        private final SpikeRows spikes;
        private float[][] rows = new float[0][];
        private List<Sample> samples = List.of();
        private Kind kind = Kind.DENSE;

        SliceInput(int size) {
            this.size = size;
            this.spikes = new SpikeRows(size);
        }

        /** @throws IllegalArgumentException if samples differ in their kind or number of steps, or do not fit the network */
        void begin(List<Sample> given, int steps) {
            samples = given;
            for (Sample sample : samples) {
                if (sample.input().steps() != steps || sample.input().size() != size) {
                    throw new IllegalArgumentException(
                            "a sample has " + sample.input().steps() + " steps of "
                                    + sample.input().size() + " values, expected " + steps + " of " + size);
                }
            }
            kind = kindOf(samples);
            if (rows.length < samples.size()) {
                rows = new float[samples.size()][];
            }
            if (kind == Kind.SPIKES) {
                collectSpikes(steps);
            }
        }

        private static Kind kindOf(List<Sample> samples) {
            if (samples.stream().allMatch(sample -> sample.input() instanceof SpikeInput)) {
                return Kind.SPIKES;
            } else if (samples.stream().allMatch(sample -> sample.input() instanceof DenseInput)) {
                return Kind.DENSE;
            } else if (samples.stream().allMatch(sample -> sample.input() instanceof ConstantInput)) {
                return Kind.CONSTANT;
            }
            throw new IllegalArgumentException(
                    "found samples of different kinds of input in one batch, expected one kind");
        }

        private void collectSpikes(int steps) {
            spikes.clear(steps * samples.size());
            for (int t = 0; t < steps; t++) {
                for (Sample sample : samples) {
                    SpikeInput input = (SpikeInput) sample.input();
                    spikes.addCopy(input.neurons(), input.starts()[t], input.starts()[t + 1]);
                }
            }
        }

        boolean isConstant() {
            return kind == Kind.CONSTANT;
        }

        /** Inputs of the samples, if they are constant. */
        float[][] constantRows() {
            return rows;
        }

        /** Input of one step. */
        void read(int step, StepInput to) {
            switch (kind) {
                case SPIKES -> to.setSpikes(spikes, step * samples.size(), samples.size());
                case DENSE -> {
                    for (int b = 0; b < samples.size(); b++) {
                        rows[b] = ((DenseInput) samples.get(b).input()).rows()[step];
                    }
                    to.setRows(rows, samples.size());
                }
                case CONSTANT -> {
                    for (int b = 0; b < samples.size(); b++) {
                        rows[b] = ((ConstantInput) samples.get(b).input()).values();
                    }
                    to.setRows(rows, samples.size());
                }
            }
        }
    }
}
