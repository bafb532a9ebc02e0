package ganglion.scenario.interchange;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.hardware.precision.GridLif;
import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.NeuronModel;
import ganglion.kernel.neuron.NeuronValues;
import ganglion.kernel.neuron.Reset;
import ganglion.kernel.neuron.current.DrivenNeurons;
import ganglion.kernel.neuron.current.InputCurrent;
import ganglion.kernel.neuron.current.StepCurrent;
import ganglion.kernel.neuron.current.SynapticCurrent;
import ganglion.kernel.neuron.model.AdaptiveLif;
import ganglion.kernel.neuron.model.Integration;
import ganglion.kernel.neuron.model.LeakyIntegrator;
import ganglion.kernel.neuron.model.Lif;
import ganglion.kernel.neuron.model.SynapticLif;
import ganglion.kernel.neuron.model.SynapticOrder;

/** Writes a neuron model and its parameters into a population. Defaults of the format are left out. */
final class NeuronText {

    /** Up to this many values stand in the scenario itself. */
    private static final int MOST_INLINE = 16;

    private final String population;
    private final int size;
    private final WeightsFile weights;

    NeuronText(String population, int size, WeightsFile weights) {
        this.population = population;
        this.size = size;
        this.weights = weights;
    }

    /** @throws IllegalArgumentException if the format has no words for the model */
    void write(NeuronModel model, ObjectNode into) {
        if (model instanceof DrivenNeurons driven) {
            write(driven.neurons(), into);
            writeFlow(driven.current(), into);
            return;
        }
        into.put("model", model instanceof GridLif ? "lif" : model.name());
        ObjectNode parameters = into.putObject("parameters");
        if (model instanceof LeakyIntegrator integrator) {
            parameters.put("beta", integrator.beta());
        } else if (model instanceof Lif lif) {
            writeMembrane(lif.parameters(), parameters);
            if (lif.integration() == Integration.CLOSED_FORM) {
                parameters.put("integration", "closed-form");
            }
        } else if (model instanceof GridLif lif) {
            writeMembrane(lif.parameters(), parameters);
            parameters.put("membrane-step", lif.step());
        } else if (model instanceof SynapticLif lif) {
            writeMembrane(lif.membrane(), parameters);
            ArrayNode currents = parameters.putArray("currents");
            for (int i = 0; i < lif.currents().size(); i++) {
                writeCurrent(lif.currents().get(i), "-" + (i + 1), currents.addObject());
            }
            if (lif.order() == SynapticOrder.POTENTIAL_FIRST) {
                parameters.put("order", "potential-first");
            }
        } else if (model instanceof AdaptiveLif lif) {
            writeMembrane(lif.membrane(), parameters);
            ObjectNode adaptation = parameters.putObject("adaptation");
            put(adaptation, "decay", "adaptation-decay", lif.adaptationDecay(), Double.NaN);
            put(adaptation, "increment", "adaptation-increment", lif.increment(), 0);
        } else {
            throw new IllegalArgumentException(
                    "population " + population + " is of the model " + model.name() + ", which cannot be written");
        }
    }

    private void writeFlow(InputCurrent current, ObjectNode into) {
        if (!(current instanceof StepCurrent steps)) {
            throw new IllegalArgumentException(
                    "population " + population + " has a current other than steps, which cannot be written");
        }
        ArrayNode list = into.putArray("currents").addObject().putArray("steps");
        for (StepCurrent.Step step : steps.steps()) {
            ObjectNode node = list.addObject().put("from", step.fromTick() + " ticks");
            put(node, "current", "current-" + list.size(), step.perTick(), Double.NaN);
        }
    }

    private void writeMembrane(LifParameters p, ObjectNode into) {
        put(into, "beta", "beta", p.beta(), Double.NaN);
        put(into, "threshold", "threshold", p.threshold(), 1);
        if (p.strict()) {
            into.put("strict", true);
        }
        writeReset(p, into);
        put(into, "rest", "rest", p.rest(), 0);
        put(into, "bias", "bias", p.bias(), 0);
        if (!p.initialPotential().equals(p.rest())) {
            put(into, "initial-potential", "initial-potential", p.initialPotential(), Double.NaN);
        }
        if (p.refractoryTicks() > 0) {
            into.put("refractory", p.refractoryTicks() + " ticks");
        }
    }

    private void writeReset(LifParameters p, ObjectNode into) {
        if (p.reset() == Reset.BY_SUBTRACTION) {
            into.put("reset", "subtract");
        } else if (p.reset() == Reset.NONE) {
            into.put("reset", "none");
        } else if (p.reset() == Reset.TO_VALUE_LOSING_INPUT) {
            into.put("reset", "zero-losing-input");
            put(into, "reset-potential", "reset-potential", p.resetPotential(), 0);
        } else if (!p.resetPotential().equals(NeuronValues.of(0))) {
            into.put("reset", "value");
            put(into, "reset-potential", "reset-potential", p.resetPotential(), Double.NaN);
        }
        if (p.delayedReset()) {
            into.put("delayed-reset", true);
        }
    }

    private void writeCurrent(SynapticCurrent current, String number, ObjectNode into) {
        put(into, "decay", "decay" + number, current.decay(), Double.NaN);
        put(into, "gain", "gain" + number, current.gain(), 1);
        put(into, "bias", "current-bias" + number, current.bias(), 0);
    }

    /** @param otherwise value that the format takes where there is none */
    private void put(ObjectNode into, String key, String dataset, NeuronValues values, double otherwise) {
        if (values.isCommon()) {
            if (values.at(0) != otherwise) {
                into.put(key, values.at(0));
            }
        } else if (size <= MOST_INLINE) {
            ArrayNode list = into.putArray(key);
            for (double value : values.copyOf(0, size)) {
                list.add(value);
            }
        } else {
            into.put(key, weights.put("parameters", population + "-" + dataset, values.copyOf(0, size)));
        }
    }
}
