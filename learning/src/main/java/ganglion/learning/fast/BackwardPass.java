package ganglion.learning.fast;

import ganglion.learning.fast.arithmetic.Kernels;
import ganglion.learning.fast.arithmetic.StepInput;
import ganglion.learning.fast.connection.ConnectionChain;
import ganglion.learning.fast.connection.LookBack;
import ganglion.learning.fast.neuron.FiringBackward;
import java.util.Arrays;

/** The backward pass of a slice through its stages, from the last to the first, each through all steps. */
final class BackwardPass {

    private final StageLine line;
    private final SliceLoss loss;
    private final PenaltyOfSpikes penalties;
    private final float[][][] spikeGradients;
    private final float[][] membraneGradients;
    /** Gradients with respect to the input of the first neurons, summed over the steps. */
    private final float[][] summed;

    BackwardPass(StageLine line, SliceLoss loss, PenaltyOfSpikes penalties, int largestSlice) {
        this.line = line;
        this.loss = loss;
        this.penalties = penalties;
        this.spikeGradients = new float[line.size()][][];
        for (int s = 0; s < line.size(); s++) {
            int size = line.endsInNeurons(s) ? line.neurons(s).size() : 0;
            spikeGradients[s] = new float[largestSlice][size];
        }
        this.membraneGradients = new float[largestSlice][];
        this.summed = new float[largestSlice][line.firstNeurons()];
    }

    /** Goes back through a part; see {@link Slice#backward}. */
    void run(int part, boolean deferConstant) {
        for (int s = line.last(part); s >= line.first(part); s--) {
            if (line.stage(s).body() instanceof FiringBody firing) {
                throughNeurons(s, firing.backward());
            } else {
                line.normaliser(s).backward();
            }
        }
        if (part > 0) {
            toNormaliser(line.first(part));
        } else {
            toInput(deferConstant);
        }
    }

    private void throughNeurons(int index, FiringBackward backward) {
        boolean last = index == line.size() - 1;
        float[][] spikeGradient = spikeGradients[index];
        float[][] prices = last ? null : penalties.derivatives(index);
        if (!last) {
            beginChain(index + 1, true);
        }
        backward.begin(line.steps());
        for (int t = line.steps() - 1; t >= 0; t--) {
            if (last) {
                readLoss(t, spikeGradient);
            } else {
                throughChain(index + 1, t, spikeGradient);
            }
            backward.backward(t, t == line.steps() - 1, spikeGradient, last ? membraneGradients : null, prices);
        }
        backward.finish(line.steps());
        if (!last) {
            finish(index + 1);
        }
    }

    private int samples() {
        return line.samples().size();
    }

    private void readLoss(int step, float[][] spikeGradient) {
        for (int b = 0; b < samples(); b++) {
            System.arraycopy(loss.ofSpikes(b, step), 0, spikeGradient[b], 0, spikeGradient[b].length);
            membraneGradients[b] = loss.ofMembranes(b, step);
        }
    }

    /**
     * Goes back through the layers of a stage behind those that look back in time, if there are any: they need the gradients of
     * all steps.
     */
    private void beginChain(int index, boolean toInput) {
        LookBack lookBack = line.stage(index).lookBack();
        if (lookBack == null) {
            return;
        }
        for (int t = line.steps() - 1; t >= 0; t--) {
            line.stage(index).chain().backward(line.read(index, t), gradients(index, t), lookBack.givenGradients(t));
        }
        lookBack.backwardFromAllSteps(toInput);
    }

    /** Back through the layers in front of the body of a stage; {@code gradient} may be {@code null}. */
    private void throughChain(int index, int step, float[][] gradient) {
        SliceStage stage = line.stage(index);
        if (stage.lookBack() == null) {
            stage.chain().backward(line.read(index, step), gradients(index, step), gradient);
        } else {
            stage.lookBack().backward(step, line.readPresent(index, step), gradient);
        }
    }

    private float[][] gradients(int index, int step) {
        return Arrays.copyOfRange(gradients(index), step * samples(), (step + 1) * samples());
    }

    /** Gradients with respect to the output of a stage's chain, one row per step and sample. */
    private float[][] gradients(int index) {
        return line.stage(index).body().inputGradients();
    }

    /** Completes gradients of weights, if spikes went through them. */
    private void finish(int index) {
        StepInput input = line.latest(index);
        if (input.isSpikes() && line.stage(index).lookBack() == null) {
            line.stage(index).chain().finish(input.spikes(), line.steps() * samples(), gradients(index));
        }
    }

    /** Hands the gradient to the normaliser in front of a stage. */
    private void toNormaliser(int index) {
        Normaliser normaliser = line.normaliser(index - 1);
        ConnectionChain chain = line.stage(index).chain();
        if (chain.isIdentity()) {
            normaliser.takeGradients(line.isConstant(index) ? sumOfSteps(index) : gradients(index));
            return;
        }
        if (line.isConstant(index)) {
            chain.backward(line.read(index, 0), sumOfSteps(index), normaliser.gradientRowsOf(0));
        } else {
            beginChain(index, true);
            for (int t = line.steps() - 1; t >= 0; t--) {
                throughChain(index, t, normaliser.gradientRowsOf(t));
            }
        }
        normaliser.takeGradients();
    }

    private void toInput(boolean deferConstant) {
        if (!line.isConstant(0)) {
            beginChain(0, false);
            for (int t = line.steps() - 1; t >= 0; t--) {
                throughChain(0, t, null);
            }
            finish(0);
            return;
        }
        ConnectionChain chain = line.stage(0).chain();
        StepInput input = line.read(0, 0);
        if (deferConstant) {
            chain.onlyDense().addBiasGradient(samples(), sumOfSteps(0));
        } else {
            chain.backward(input, sumOfSteps(0), null);
        }
    }

    /** Gradients with respect to the input of a constant stage, summed over the steps. */
    private float[][] sumOfSteps(int index) {
        if (!line.endsInNeurons(index)) {
            return gradients(index);
        }
        for (int b = 0; b < samples(); b++) {
            Arrays.fill(summed[b], 0);
            for (int t = line.steps() - 1; t >= 0; t--) {
                Kernels.add(summed[b], gradients(index)[t * samples() + b], summed[b].length);
            }
        }
        return summed;
    }

    /** Gradients with respect to the input of the first stage, summed over the steps, of the latest run. */
    float[][] constantGradients() {
        return line.endsInNeurons(0) ? summed : gradients(0);
    }
}
