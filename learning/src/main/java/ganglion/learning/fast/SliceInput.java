package ganglion.learning.fast;

import ganglion.learning.fast.arithmetic.SpikeRows;
import ganglion.learning.fast.arithmetic.StepInput;
import ganglion.learning.sample.ConstantInput;
import ganglion.learning.sample.DenseInput;
import ganglion.learning.sample.Sample;
import ganglion.learning.sample.Sample.SampleInput;
import ganglion.learning.sample.SpikeInput;
import java.util.Arrays;
import java.util.List;

/** The input of the samples of a slice, read in place where their kind allows it. */
final class SliceInput {

    private enum Kind {
        SPIKES,
        DENSE,
        CONSTANT,
        MIXED
    }

    private final int size;
    private final SpikeRows spikes;
    private float[][] rows = new float[0][];
    private float[][] own = new float[0][];
    private List<Sample> samples = List.of();
    private Kind kind = Kind.MIXED;

    SliceInput(int size) {
        this.size = size;
        this.spikes = new SpikeRows(size);
    }

    /** @throws IllegalArgumentException if samples differ in their number of steps, or do not fit the network */
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
        return Kind.MIXED;
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
            case MIXED -> {
                expand(step);
                to.setRows(own, samples.size());
            }
        }
    }

    private void expand(int step) {
        if (own.length < samples.size()) {
            own = new float[samples.size()][size];
        }
        for (int b = 0; b < samples.size(); b++) {
            SampleInput input = samples.get(b).input();
            Arrays.fill(own[b], 0);
            if (input instanceof SpikeInput list) {
                for (int k = list.starts()[step]; k < list.starts()[step + 1]; k++) {
                    own[b][list.neurons()[k]] = 1;
                }
            } else {
                for (int i = 0; i < size; i++) {
                    own[b][i] = input.at(step, i);
                }
            }
        }
    }
}
