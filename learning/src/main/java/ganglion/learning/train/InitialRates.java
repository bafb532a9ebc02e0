package ganglion.learning.train;

import ganglion.learning.engine.Engine;
import ganglion.learning.engine.Engine.EvaluationStep;
import ganglion.learning.engine.LayerActivity;
import ganglion.learning.model.FiringLayer;
import ganglion.learning.model.Model;
import ganglion.learning.model.Parameter;
import ganglion.learning.sample.Sample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Sets weights and biases before training so that hidden neurons fire at a rate, as layer-sequential unit-variance initialisation
 * (Mishkin and Matas, ICLR 2016) does for variances: layer after layer from the input on, by trying on samples. First all weights
 * before a layer of neurons are scaled until its mean rate is met; then the bias of each neuron (or channel) whose rate is still
 * off by more than a factor of two is set. Layers without weights before them stay as they are. The read-out does too. Weights and
 * biases by which the rate cannot be reached stay as they are as well, with a warning.
 */
public final class InitialRates {

    /** Samples to try on: enough for the rate of a neuron, few enough to cost no more than an epoch. */
    private static final int SAMPLES = 64;

    /** Weights are scaled by at most two to this power, down or up. */
    private static final double POWERS = 8;

    /** Largest change of a bias, in thresholds of 1. */
    private static final double BIASES = 8;

    private static final int HALVINGS = 14;

    /** Factor by which the rate of a neuron may be off. */
    private static final double TOLERANCE = 2;

    private final Model model;
    private final double rate;
    private final Engine engine;
    private final EvaluationStep step;
    private final List<Sample> samples;
    private final Consumer<String> warnings;

    private InitialRates(
            Model model,
            double rate,
            Engine engine,
            EvaluationStep step,
            List<Sample> samples,
            Consumer<String> warnings) {
        this.model = model;
        this.rate = rate;
        this.engine = engine;
        this.step = step;
        this.samples = samples;
        this.warnings = warnings;
    }

    /**
     * A copy of a model with neurons that fire.
     *
     * @param plan of the training to come
     * @param data its samples, at least one; up to {@value #SAMPLES} from all over it are used
     * @param rate spikes per neuron and step, above 0 and below 1
     * @param warnings receives a line for each layer that does not reach the rate
     */
    public static Model set(Model model, TrainingPlan plan, DataSet data, double rate, Consumer<String> warnings) {
        Model set = model.copy();
        int count = Math.min(SAMPLES, data.size());
        List<Sample> samples = IntStream.range(0, count)
                .mapToObj(i -> data.sample((int) ((long) i * data.size() / count), 0))
                .toList();
        try (Engine engine = Trainer.engine(set, plan)) {
            EvaluationStep step = plan.evaluation();
            new InitialRates(set, rate, engine, step, samples, warnings).setAll();
        }
        return set;
    }

    private void setAll() {
        int before = -1;
        for (int layer = 0; layer < model.layers().size() - 1; layer++) {
            if (model.layers().get(layer) instanceof FiringLayer neurons) {
                Optional<Parameter> weight = last("weight", before, layer);
                if (neurons.fires() && weight.isPresent() && weight.get().trainable()) {
                    set(layer, weightsAndBiases(before, layer), last("bias", before, layer));
                }
                before = layer;
            }
        }
    }

    private void set(int layer, List<Parameter> weightsAndBiases, Optional<Parameter> bias) {
        boolean scaled = scale(layer, weightsAndBiases);
        if (bias.isPresent()) {
            double[] values = bias.get().values();
            int unreached = shift(layer, values);
            if (unreached > 0) {
                warn(layer, String.format(Locale.ROOT, "%d of %d biases", unreached, values.length));
            }
        } else if (!scaled) {
            warn(layer, "the weights");
        }
    }

    private void warn(int layer, String what) {
        warnings.accept(String.format(
                Locale.ROOT,
                "layer %d: %s cannot bring its neurons to the initial rate %s and stay as they were",
                layer,
                what,
                rate));
    }

    /** The last parameter of a name between two layers of neurons. */
    private Optional<Parameter> last(String name, int after, int until) {
        return IntStream.iterate(until - 1, layer -> layer > after, layer -> layer - 1)
                .mapToObj(layer -> model.find(layer, name))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private List<Parameter> weightsAndBiases(int after, int until) {
        List<Parameter> found = new ArrayList<>();
        last("weight", after, until).ifPresent(found::add);
        last("bias", after, until).ifPresent(found::add);
        return found;
    }

    /** @return whether the rate is reached; if not, the parameters are as they were */
    private boolean scale(int layer, List<Parameter> parameters) {
        List<double[]> original =
                parameters.stream().map(parameter -> parameter.values().clone()).toList();
        double low = -POWERS;
        double high = POWERS;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            multiply(parameters, original, Math.pow(2, middle));
            boolean tooLow = activity(layer).rate() < rate;
            low = tooLow ? middle : low;
            high = tooLow ? high : middle;
        }
        boolean reached = low > -POWERS && high < POWERS;
        multiply(parameters, original, reached ? Math.pow(2, high) : 1);
        return reached;
    }

    private static void multiply(List<Parameter> parameters, List<double[]> original, double factor) {
        for (int p = 0; p < parameters.size(); p++) {
            double[] values = parameters.get(p).values();
            for (int i = 0; i < values.length; i++) {
                values[i] = factor * original.get(p)[i];
            }
        }
    }

    /**
     * All biases of the layer at once: each has its own interval, which is halved.
     *
     * @return how many of them cannot bring their neurons to the rate; they are as they were
     */
    private int shift(int layer, double[] bias) {
        double[] original = bias.clone();
        double[] rates = rates(activity(layer), bias.length);
        double[] low = new double[bias.length];
        double[] high = new double[bias.length];
        Arrays.fill(low, -BIASES);
        Arrays.fill(high, BIASES);
        boolean[] off = new boolean[bias.length];
        for (int k = 0; k < bias.length; k++) {
            off[k] = rates[k] * TOLERANCE < rate || rates[k] > TOLERANCE * rate;
        }
        for (int i = 0; i < HALVINGS; i++) {
            for (int k = 0; k < bias.length; k++) {
                bias[k] = off[k] ? original[k] + (low[k] + high[k]) / 2 : original[k];
            }
            double[] found = rates(activity(layer), bias.length);
            for (int k = 0; k < bias.length; k++) {
                boolean tooLow = found[k] < rate;
                low[k] = tooLow ? bias[k] - original[k] : low[k];
                high[k] = tooLow ? high[k] : bias[k] - original[k];
            }
        }
        int unreached = 0;
        for (int k = 0; k < bias.length; k++) {
            boolean reached = low[k] > -BIASES && high[k] < BIASES;
            bias[k] = off[k] && reached ? original[k] + high[k] : original[k];
            unreached += off[k] && !reached ? 1 : 0;
        }
        return unreached;
    }

    /** Mean rate of the neurons of each channel, of which each has a bias. */
    private static double[] rates(LayerActivity activity, int channels) {
        long[] spikes = activity.spikesByNeuron();
        int each = spikes.length / channels;
        double[] rates = new double[channels];
        for (int i = 0; i < each * channels; i++) {
            rates[i / each] += (double) spikes[i] / each / activity.neuronSteps();
        }
        return rates;
    }

    private LayerActivity activity(int layer) {
        engine.load();
        return engine.evaluate(samples, step).activity().stream()
                .filter(activity -> activity.layer() == layer)
                .findFirst()
                .orElseThrow();
    }
}
