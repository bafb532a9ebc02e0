package ganglion.scenario.experiment.run.costs;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.InputException;
import ganglion.learning.compile.CompileException;
import ganglion.learning.energy.SpikeEnergy;
import ganglion.learning.loss.SpikePenalty;
import ganglion.learning.model.Model;
import ganglion.learning.train.Evaluation;
import ganglion.learning.train.TrainingPlan;
import ganglion.scenario.experiment.EnergyPrice;
import ganglion.scenario.experiment.ExperimentHead;
import java.util.Locale;

/** What samples cost on the chip that an experiment names: as a price to train with, and as a figure. */
public final class SampleEnergy {

    private final EnergyPrice price;
    private final SpikeEnergy energy;

    private SampleEnergy(EnergyPrice price, SpikeEnergy energy) {
        this.price = price;
        this.energy = energy;
    }

    /**
     * The costs of a model.
     *
     * @throws InputException if the chip cannot run the model, or has no figures for spikes
     */
    public static SampleEnergy of(ExperimentHead head, EnergyPrice price, Model model) throws InputException {
        try {
            return new SampleEnergy(price, SpikeEnergy.of(model, price.profile()));
        } catch (CompileException e) {
            throw new InputException(head.problem("/network/layers", e.getMessage() + ", and so has no energy"));
        } catch (IllegalArgumentException e) {
            throw new InputException(head.problem(price.pointer() + "/profile", e.getMessage()));
        }
    }

    /** The same training with the price of energy besides that of spikes. */
    public TrainingPlan price(TrainingPlan training) {
        SpikePenalty usual = training.penalty();
        return training.withPenalty(new SpikePenalty(
                usual.pricePerSpike(),
                usual.excessWeight(),
                usual.freeRate(),
                price.lossPerMicrojoule() == 0
                        ? usual.pricePerSpikeOfLayer()
                        : energy.penalty(price.lossPerMicrojoule()).pricePerSpikeOfLayer()));
    }

    private SpikeEnergy.Estimate estimate(Evaluation evaluation) {
        return energy.perSample(evaluation.activity(), evaluation.confusion().total());
    }

    /** For people. */
    public String line(String set, Evaluation evaluation) {
        SpikeEnergy.Estimate found = estimate(evaluation);
        return String.format(
                Locale.ROOT,
                "%s: %.4g uJ a sample on %s (estimate: spikes %.4g uJ, updates of neurons %.4g uJ)",
                set,
                1e6 * found.totalJoules(),
                price.profile().name(),
                1e6 * found.spikeJoules(),
                1e6 * found.updateJoules());
    }

    /** For scripts. */
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
