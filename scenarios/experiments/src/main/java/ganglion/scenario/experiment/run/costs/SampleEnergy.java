package ganglion.scenario.experiment.run.costs;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.InputException;
import ganglion.learning.compile.CompileException;
import ganglion.learning.energy.SpikeEnergy;
import ganglion.learning.loss.SpikePenalty;
import ganglion.learning.model.Model;
import ganglion.learning.train.Evaluator.Evaluation;
import ganglion.learning.train.TrainingPlan;
import ganglion.scenario.experiment.Classification;
import ganglion.scenario.experiment.Classification.EnergyPrice;
import ganglion.scenario.experiment.ExperimentHead;
import java.util.Locale;

/** The energy per sample on the chip of an experiment: as a price in the loss, and as a figure. */
public final class SampleEnergy {

    private final EnergyPrice price;
    private final SpikeEnergy energy;

    private SampleEnergy(EnergyPrice price, SpikeEnergy energy) {
        this.price = price;
        this.energy = energy;
    }

    /**
     * The energy of a model.
     *
     * @throws InputException if the chip cannot run the model, or has no figures for spikes
     */
    public static SampleEnergy of(ExperimentHead head, EnergyPrice price, Model model) throws InputException {
        try {
            return new SampleEnergy(price, SpikeEnergy.of(model, price.profile()));
        } catch (CompileException e) {
            throw new InputException(
                    head.problem("/network/layers", e.getMessage() + ", so there is no energy to estimate"));
        } catch (IllegalArgumentException e) {
            throw new InputException(head.problem(price.pointer() + "/profile", e.getMessage()));
        }
    }

    /**
     * The training of an experiment, with the price of energy by the synapses of the untrained network if it has one.
     *
     * @throws InputException as {@link #of} does
     */
    public static TrainingPlan priced(Classification experiment, Model untrained) throws InputException {
        return experiment.energy().isEmpty()
                ? experiment.training()
                : of(experiment.head(), experiment.energy().get(), untrained).price(experiment.training());
    }

    /** The same training with the price of energy added to that of spikes. */
    public TrainingPlan price(TrainingPlan training) {
        SpikePenalty without = training.objective().penalty();
        SpikePenalty with = new SpikePenalty(
                without.pricePerSpike(),
                without.excessWeight(),
                without.freeRate(),
                price.lossPerMicrojoule() == 0
                        ? without.pricePerSpikeOfLayer()
                        : energy.penalty(price.lossPerMicrojoule()).pricePerSpikeOfLayer());
        return training.withObjective(new TrainingPlan.Objective(
                training.objective().loss(), with, training.objective().balance()));
    }

    private SpikeEnergy.Estimate estimate(Evaluation evaluation) {
        return energy.perSample(evaluation.activity(), evaluation.confusion().total());
    }

    /** One human-readable line. */
    public String text(Evaluation evaluation) {
        SpikeEnergy.Estimate found = estimate(evaluation);
        return String.format(
                Locale.ROOT,
                "%.4g uJ per sample on %s (estimate: spikes %.4g uJ, neuron updates %.4g uJ)",
                1e6 * found.totalJoules(),
                price.profile().name(),
                1e6 * found.spikeJoules(),
                1e6 * found.updateJoules());
    }

    /** The machine-readable form. */
    public ObjectNode json(Evaluation evaluation) {
        SpikeEnergy.Estimate found = estimate(evaluation);
        return JsonNodeFactory.instance
                .objectNode()
                .put("profile", price.profile().name())
                .put("provenance", "estimate")
                .put("joulesPerSample", found.totalJoules())
                .put("spikeJoulesPerSample", found.spikeJoules())
                .put("updateJoulesPerSample", found.updateJoules());
    }
}
