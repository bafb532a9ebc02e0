package ganglion.learning.fast.neuron;

import ganglion.learning.fast.arithmetic.FloatParameter;
import ganglion.learning.fast.arithmetic.SliceGradients;
import ganglion.learning.model.Span;
import ganglion.learning.model.neuron.SeAdLifNeurons;
import java.util.Arrays;
import java.util.Map;

/** Decays and strengths of a layer of {@link SeAdLifNeurons}, one value per neuron. */
public final class SeAdLifParameters implements FiringParameters {

    private final SeAdLifNeurons neurons;
    private final int size;
    private final Map<String, FloatParameter> parameters;
    private final FastRecurrence recurrence;
    private final float[] threshold;
    private final float[] alpha;
    private final float[] take;
    private final float[] rho;
    private final float[] coupling;
    private final float[] jump;

    /** @param parameters of the layer, by name */
    public SeAdLifParameters(SeAdLifNeurons neurons, int size, Map<String, FloatParameter> parameters) {
        this.neurons = neurons;
        this.size = size;
        this.parameters = parameters;
        this.recurrence = new FastRecurrence(neurons, size, parameters);
        this.threshold = new float[size];
        this.alpha = new float[size];
        this.take = new float[size];
        this.rho = new float[size];
        this.coupling = new float[size];
        this.jump = new float[size];
        Arrays.fill(threshold, (float) neurons.threshold());
        refresh();
    }

    @Override
    public void refresh() {
        for (int i = 0; i < size; i++) {
            double decay = SeAdLifNeurons.decay(neurons.tauU(), share("tau_u_share", i));
            double forgetting = SeAdLifNeurons.decay(neurons.tauW(), share("tau_w_share", i));
            double follows = (1 - forgetting) * neurons.scale();
            alpha[i] = (float) decay;
            take[i] = (float) (1 - decay);
            rho[i] = (float) forgetting;
            coupling[i] = (float) (follows * value("a", i));
            jump[i] = (float) (follows * value("b", i));
        }
        recurrence.refresh();
    }

    @Override
    public FiringPass pass(SliceGradients gradients) {
        SeAdLifStage stage = new SeAdLifStage(this);
        return new FiringPass(stage, new SeAdLifBackward(stage, gradients));
    }

    private double value(String name, int neuron) {
        return parameters.get(name).rows()[0][neuron];
    }

    /** A share as single precision holds it may be a hair out of bounds. */
    private double share(String name, int neuron) {
        return Span.SHARE.clamp(value(name, neuron));
    }

    /**
     * Turns gradients with respect to what is derived into those of the parameters, and adds them.
     *
     * @param toAlpha with respect to the decay of the potential
     * @param toRho with respect to the decay of the adaptation, through what is left of it alone
     * @param toCoupling with respect to the strength by which the adaptation follows the potential
     * @param toJump with respect to the strength by which it follows the spikes
     */
    void addGradients(float[] toAlpha, float[] toRho, float[] toCoupling, float[] toJump, SliceGradients gradients) {
        if (!neurons.learned()) {
            return;
        }
        float[] tauU = gradients.of(parameters.get("tau_u_share"))[0];
        float[] tauW = gradients.of(parameters.get("tau_w_share"))[0];
        float[] a = gradients.of(parameters.get("a"))[0];
        float[] b = gradients.of(parameters.get("b"))[0];
        for (int i = 0; i < size; i++) {
            double scale = neurons.scale();
            double follows = (1 - SeAdLifNeurons.decay(neurons.tauW(), share("tau_w_share", i))) * scale;
            double throughRho = toRho[i] - scale * (value("a", i) * toCoupling[i] + value("b", i) * toJump[i]);
            tauU[i] += (float) (toAlpha[i] * SeAdLifNeurons.decaySlope(neurons.tauU(), share("tau_u_share", i)));
            tauW[i] += (float) (throughRho * SeAdLifNeurons.decaySlope(neurons.tauW(), share("tau_w_share", i)));
            a[i] += (float) (follows * toCoupling[i]);
            b[i] += (float) (follows * toJump[i]);
        }
    }

    SeAdLifNeurons neurons() {
        return neurons;
    }

    int size() {
        return size;
    }

    @Override
    public FastRecurrence recurrence() {
        return recurrence;
    }

    float[] threshold() {
        return threshold;
    }

    /** Share of the potential that is left. */
    float[] alpha() {
        return alpha;
    }

    /** Share of the drive that the potential takes in: 1 less alpha. */
    float[] take() {
        return take;
    }

    /** Share of the adaptation that is left. */
    float[] rho() {
        return rho;
    }

    /** Factor on the potential that the adaptation takes in. */
    float[] coupling() {
        return coupling;
    }

    /** What the adaptation takes in of a spike. */
    float[] jump() {
        return jump;
    }
}
